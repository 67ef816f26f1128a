// What a permission consists of: grants, each a use type within limits, and the proofs for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "features/policies/codes.h"
#include "kernel/text.h"
#include "kernel/time.h"

namespace vs::authorizations {

/// Permission for one use type. It is never wider than said: the channels are named one by one; an empty list
/// of regions, languages, products or topics means that the customer set no limit of that kind.
struct Grant {
  UseType use_type{};
  std::vector<Channel> channels;
  std::vector<std::string> regions, languages, products, topics;
  std::vector<std::string> not_with;         ///< accounts that must never see it
  Date from, until;                          ///< both days included
  bool ask_each_time = false;                ///< the customer confirms every single use
  std::vector<Personal> conditions;          ///< in the customer's words; they bind every later step
  std::optional<Personal> content;           ///< the very text, picture or story that is meant
  std::optional<bool> not_with_competitors;  ///< companies known as their competitors must never see it
  std::optional<bool> approve_words_first;   ///< the customer approves the exact words before they are used
  bool with_legal = false;  ///< in state only: legal has yet to read the conditions, so nothing is in force
};
BOOST_DESCRIBE_STRUCT(Grant, (),
                      (use_type, channels, regions, languages, products, topics, not_with, from, until, ask_each_time,
                       conditions, content, not_with_competitors, approve_words_first))

/// A file that proves the permission.
struct Evidence {
  std::string file;
  Personal name;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (file, name))

/// How the permission was obtained.
enum class How { email, contract, call_note, paper, portal };
BOOST_DESCRIBE_ENUM(How, email, contract, call_note, paper, portal)

/// What a review of an authorization came to.
enum class ReviewOutcome { confirm, suspend, reinstate };
BOOST_DESCRIBE_ENUM(ReviewOutcome, confirm, suspend, reinstate)

// ---- The same as commands give them.

struct GrantInput {
  UseType use_type{};
  std::vector<Channel> channels;
  std::vector<std::string> regions, languages, products, topics, not_with;
  std::optional<Date> from;  ///< today when absent
  Date until;
  std::optional<bool> ask_each_time;
  std::vector<LongText> conditions;
  std::optional<LongText> content;
};
BOOST_DESCRIBE_STRUCT(GrantInput, (),
                      (use_type, channels, regions, languages, products, topics, not_with, from, until, ask_each_time,
                       conditions, content))

struct EvidenceInput {
  std::string file, name;
};
BOOST_DESCRIBE_STRUCT(EvidenceInput, (), (file, name))

}  // namespace vs::authorizations
