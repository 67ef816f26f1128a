// Whom may we propose, and why: gates first, then a score that explains itself (MAT-01..04, MAT-08, REQ-04).
// Pure questions; matching keeps no events of its own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "features/advocates/advocates.h"
#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"
#include "features/policies/policies.h"

namespace vs::matching {

/// What a request looks for. Empty text and 0 mean "no wish".
struct Need {
  std::string request;
  UseType use_type{};
  Channel channel{};
  std::string industry, region, country;
  std::int64_t size = 0;  ///< employees of the prospect
  std::string product, language, persona, topic;
  std::string prospect_account, prospect_name, wished_contact;
  Date on;  ///< day of the use
};

/// How well one criterion fits. `unknown`: we have nothing recorded, which is neither good nor bad.
enum class Mark { exact, close, none, unknown };
BOOST_DESCRIBE_ENUM(Mark, exact, close, none, unknown)

/// One criterion of the score, explained.
struct Point {
  std::string criterion, label;
  int weight = 0;
  double points = 0;
  Mark mark{};
  std::string theirs, wanted;
};
BOOST_DESCRIBE_STRUCT(Point, (), (criterion, label, weight, points, mark, theirs, wanted))

/// A gate that is shut: who fails one is never proposed (MAT-01).
struct Blocker {
  std::string code, message;
  std::optional<Date> until;          ///< when it opens by itself, if known
  std::uint64_t policy_revision = 0;  ///< of the policies by which it is shut
};
BOOST_DESCRIBE_STRUCT(Blocker, (), (code, message, until, policy_revision))

/// The clauses of the authorization verdict, as one can show them.
struct Permission {
  std::string answer;  ///< yes, no, unclear
  std::vector<std::string> authorizations, conditions, disclosures;
};
BOOST_DESCRIBE_STRUCT(Permission, (), (answer, authorizations, conditions, disclosures))

/// Somebody one could propose, or the answer to "why not X?" (then `blockers` is not empty).
struct Candidate {
  std::string contact, advocate, account;
  std::string name, title, account_name;  ///< words for views; never put them into events
  int score = 0;                          ///< 0..100
  std::vector<Point> reasons;
  std::vector<std::string> compromises, warnings;  ///< warnings: conflicts that policy only tells (MAT-08)
  std::vector<Blocker> blockers;
  advocates::Load load;
  Permission authorization;
};
BOOST_DESCRIBE_STRUCT(Candidate, (),
                      (contact, advocate, account, name, title, account_name, score, reasons, compromises, warnings,
                       blockers, load, authorization))

/// What one wish costs: how many pass all gates and wishes, and how many would without this one (MAT-03).
struct Wish {
  std::string criterion, wanted;
  int with = 0, without = 0;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (criterion, wanted, with, without))
struct Narrowing {
  int active = 0;    ///< active advocates
  int eligible = 0;  ///< of them, all gates open
  int all_wishes = 0;
  std::vector<Wish> wishes;  ///< the costliest first
};
BOOST_DESCRIBE_STRUCT(Narrowing, (), (active, eligible, all_wishes, wishes))

/// The best candidates with every gate open; score, then lower load, then longer rest, then id.
std::vector<Candidate> candidates(const directory::State&, const policies::State&, const authorizations::State&,
                                  const advocates::State&, const Need&, std::size_t limit);
/// The same by looking at everybody; the measure for `candidates` in tests.
std::vector<Candidate> candidates_of_all(const directory::State&, const policies::State&, const authorizations::State&,
                                         const advocates::State&, const Need&, std::size_t limit);
/// Why or why not this contact: score, and every gate that is shut.
Candidate explain(const directory::State&, const policies::State&, const authorizations::State&,
                  const advocates::State&, const Need&, const std::string& contact);
/// Every gate that is shut for this contact; empty means: may be proposed (REQ-04).
std::vector<Blocker> gates(const directory::State&, const policies::State&, const authorizations::State&,
                           const advocates::State&, const Need&, const std::string& contact);
/// Which wish narrows the field how much (MAT-03).
Narrowing narrowing(const directory::State&, const policies::State&, const authorizations::State&,
                    const advocates::State&, const Need&);

}  // namespace vs::matching
