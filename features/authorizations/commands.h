// What people do with authorizations. Each command is decided by one pure function.
#pragma once

#include "features/authorizations/authorizations.h"

namespace vs::authorizations {

/// Puts a question to the customer; the answer is recorded against its id.
struct AskCustomer {
  std::string contact;
  std::vector<GrantInput> asks;
  std::vector<LongText> disclosures;
  LongText message;
};
BOOST_DESCRIBE_STRUCT(AskCustomer, (), (contact, asks, disclosures, message))

/// Records a permission obtained elsewhere, with its proof.
struct Record {
  std::string contact;
  std::vector<GrantInput> grants;
  std::vector<LongText> disclosures;
  std::vector<EvidenceInput> evidence;
  How how{};
  std::string signer;
  std::optional<LongText> wording;
  std::optional<bool> pre_approved;
  std::optional<std::string> answers;  ///< id of the question that this answers
};
BOOST_DESCRIBE_STRUCT(Record, (), (contact, grants, disclosures, evidence, how, signer, wording, pre_approved, answers))

/// Takes part of a permission back. Lists name what remains; conditions and `not_with` are added.
struct Narrow {
  std::vector<UseType> drop_use_types;
  std::optional<std::vector<Channel>> channels;
  std::optional<std::vector<std::string>> regions, languages, products, topics;
  std::vector<std::string> not_with;
  std::optional<Date> until;
  std::optional<bool> ask_each_time;
  std::vector<LongText> conditions;
  std::optional<LongText> reason;
};
BOOST_DESCRIBE_STRUCT(Narrow, (),
                      (drop_use_types, channels, regions, languages, products, topics, not_with, until, ask_each_time,
                       conditions, reason))

struct Withdraw {
  std::optional<LongText> reason;
};
BOOST_DESCRIBE_STRUCT(Withdraw, (), (reason))

struct Renew {
  Date until;
  std::vector<EvidenceInput> evidence;
};
BOOST_DESCRIBE_STRUCT(Renew, (), (until, evidence))

struct Review {
  ReviewOutcome outcome{};
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(Review, (), (outcome, reason))

Result<Decision> ask(const State&, const directory::State&, const AskCustomer&, const Context&);
Result<Decision> record(const State&, const directory::State&, const Record&, const Context&);
Result<Decision> narrow(const State&, const directory::State&, const Narrow&, const Context&);
Result<Decision> withdraw(const State&, const Withdraw&, const Context&);
Result<Decision> renew(const State&, const Renew&, const Context&);
Result<Decision> review(const State&, const Review&, const Context&);

/// Why narrowing, renewing or reviewing is not possible now; for buttons.
Result<void> may_narrow(const State&, const Context&);
Result<void> may_withdraw(const State&, const Context&);
Result<void> may_renew(const State&, const Context&);
Result<void> may_review(const State&, const Context&);

}  // namespace vs::authorizations
