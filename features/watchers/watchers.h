// What somebody should look at before it hurts: permissions that end, wait, are unclear or stand on shaky ground
// (AGT-01 in part). Found from the state as one looks; only what was put aside is stored.
#pragma once

#include <map>

#include "features/activities/activities.h"
#include "features/advocates/advocates.h"
#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "features/policies/policies.h"
#include "features/takedowns/takedowns.h"
#include "kernel/module.h"

namespace vs::watchers {

enum class Kind { expiring, unanswered, unclear, at_risk, asked_again, overdue };
BOOST_DESCRIBE_ENUM(Kind, expiring, unanswered, unclear, at_risk, asked_again, overdue)

/// What could be done about it: an action on an item, in words for a button.
struct Proposal {
  std::string collection, id, action, label;
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (collection, id, action, label))

struct Finding {
  std::string id;  ///< of this very occurrence: a later one has another
  Kind kind{};
  std::string title, reason;
  Proposal proposal;
  std::string link;
  std::string contact_name, account_name;
  std::optional<Date> due;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (id, kind, title, reason, proposal, link, contact_name, account_name, due, version))

/// Somebody looked and put it aside.
struct Aside {
  std::optional<Date> until;
  std::string by;
};

struct State {
  std::map<std::string, Aside> aside;
};

/// The states that every function here is given, and all of them together.
#define VS_WATCHED                                                                                        \
  const directory::State &directory, const policies::State &policies, const authorizations::State &auths, \
      const advocates::State &advocates, const activities::State &activities, const takedowns::State &takedowns

/// All that is looked at.
struct Sources {
  const directory::State& directory;
  const policies::State& policies;
  const authorizations::State& auths;
  const advocates::State& advocates;
  const activities::State& activities;
  const takedowns::State& takedowns;
};

/// All that is found at that time, put aside or not; what is due soonest comes first.
std::vector<Finding> findings(const Sources&, Instant now);

// ---- Events: stored for ever.

/// Put aside, until a day or for good.
struct Dismissed {
  static constexpr std::string_view type = "finding.dismissed";
  using Of = State;
  std::string finding;
  std::optional<Date> until;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Dismissed, (), (finding, until, reason))

void on(State&, const Dismissed&, const Meta&);

// ---- Commands and views.

struct Dismiss {
  LongText reason;
  std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(Dismiss, (), (reason, until))

Result<Decision> dismiss(const State&, VS_WATCHED, const Dismiss&, const Context&);
std::vector<Finding> rows(const State&, VS_WATCHED, const Ask&);
Result<Finding> item(const State&, VS_WATCHED, const Ask&);

}  // namespace vs::watchers
