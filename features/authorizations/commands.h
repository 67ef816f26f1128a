// What people do with authorizations. Each command is decided by one pure function.
#pragma once

#include "features/authorizations/authorizations.h"

namespace vs::authorizations {

/// Puts a question to the customer in controlled wording. Without signers the contact alone is asked; a list of
/// signers that leaves the contact out has the contact first.
struct AskCustomer {
  std::string contact;
  std::vector<GrantInput> asks;
  std::vector<LongText> disclosures;
  LongText message;
  std::optional<std::string> language;  ///< the contact's when absent
  std::vector<SignerAsked> signers;
  std::optional<bool> in_order;    ///< one after another; else all at once
  std::optional<int> remind_days;  ///< days between reminders; 0 for none
  std::optional<int> answer_days;  ///< for so many days the link works
};
BOOST_DESCRIBE_STRUCT(AskCustomer, (),
                      (contact, asks, disclosures, message, language, signers, in_order, remind_days, answer_days))

/// The answer to one ask, as it is given.
struct AnswerInput {
  int ask = 0;
  Say answer{};
  std::optional<std::vector<Channel>> channels;
  std::optional<std::vector<std::string>> regions, languages, products, topics;
  std::optional<Date> until;
  std::vector<std::string> not_with;
  std::optional<bool> not_with_competitors, ask_each_time, approve_words_first;
  std::optional<LongText> conditions;
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (),
                      (ask, answer, channels, regions, languages, products, topics, until, not_with,
                       not_with_competitors, ask_each_time, approve_words_first, conditions))

/// A signer's answer to all that is asked, once. `wording_digest` is that of the text which was shown.
struct AnswerRound {
  std::vector<AnswerInput> answers;
  Authority authority{};
  std::string wording_digest, language;
  Assurance assurance{};
  std::vector<std::string> acts;
  std::string typed_name;
  std::optional<LongText> remark;
  std::vector<EvidenceInput> evidence;
  std::optional<bool> codes_impossible;  ///< no letters leave by themselves: stated by the portal, kept in the record
};
BOOST_DESCRIBE_STRUCT(AnswerRound, (),
                      (answers, authority, wording_digest, language, assurance, acts, typed_name, remark, evidence,
                       codes_impossible))

/// No to everything.
struct Decline {
  std::optional<LongText> reason;
};
BOOST_DESCRIBE_STRUCT(Decline, (), (reason))

struct PutQuestion {
  LongText question;
};
BOOST_DESCRIBE_STRUCT(PutQuestion, (), (question))

/// Answers every open question of the round, or those of one contact.
struct Reply {
  LongText reply;
  std::optional<std::string> contact;
};
BOOST_DESCRIBE_STRUCT(Reply, (), (reply, contact))

/// One more yes is needed: a contact that is known, or a colleague by name and address.
struct AddSigner {
  Authority authority{};
  std::optional<std::string> contact, name, email;
};
BOOST_DESCRIBE_STRUCT(AddSigner, (), (authority, contact, name, email))

struct Remind {};
BOOST_DESCRIBE_STRUCT(Remind, (), ())

/// Legal's word on conditions; without positions on all that wait.
struct ClearConditions {
  ConditionsOutcome outcome{};
  std::vector<int> grants;
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(ClearConditions, (), (outcome, grants, reason))

struct Pause {
  Date until;
};
BOOST_DESCRIBE_STRUCT(Pause, (), (until))

struct Resume {};
BOOST_DESCRIBE_STRUCT(Resume, (), ())

/// Tells the customer that it ends and offers one tap for longer; a year longer when nothing is said.
struct OfferRenewal {
  std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(OfferRenewal, (), (until))

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

/// A customer who renews needs no other proof than the deed.
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

Result<Decision> ask(const State&, const directory::State&, const people::State&, const policies::State&,
                     const AskCustomer&, const Context&);
Result<Decision> record(const State&, const directory::State&, const Record&, const Context&);
Result<Decision> narrow(const State&, const directory::State&, const Narrow&, const Context&);
Result<Decision> withdraw(const State&, const Withdraw&, const Context&);
Result<Decision> renew(const State&, const policies::State&, const Renew&, const Context&);
Result<Decision> review(const State&, const Review&, const Context&);

// ---- The round, by the customer.
Result<Decision> answer(const State&, const directory::State&, const people::State&, const AnswerRound&,
                        const Context&);
Result<Decision> decline(const State&, const Decline&, const Context&);
Result<Decision> question(const State&, const PutQuestion&, const Context&);
Result<Decision> pause(const State&, const policies::State&, const Pause&, const Context&);
Result<Decision> resume(const State&, const Resume&, const Context&);
// ---- By both.
Result<Decision> add_signer(const State&, const directory::State&, const AddSigner&, const Context&);
// ---- By the staff.
Result<Decision> reply(const State&, const Reply&, const Context&);
Result<Decision> remind(const State&, const Remind&, const Context&);
Result<Decision> clear_conditions(const State&, const ClearConditions&, const Context&);
Result<Decision> offer_renewal(const State&, const policies::State&, const OfferRenewal&, const Context&);

/// Why these are not possible now; for buttons.
Result<void> may_answer(const State&, const Context&);
Result<void> may_ask_back(const State&, const Context&);
Result<void> may_reply(const State&, const Context&);
Result<void> may_remind(const State&, const Context&);
Result<void> may_clear_conditions(const State&, const Context&);
Result<void> may_pause(const State&, const Context&);
Result<void> may_resume(const State&, const Context&);

/// Why narrowing, renewing or reviewing is not possible now; for buttons.
Result<void> may_narrow(const State&, const Context&);
Result<void> may_withdraw(const State&, const Context&);
Result<void> may_renew(const State&, const Context&);
Result<void> may_review(const State&, const Context&);

}  // namespace vs::authorizations
