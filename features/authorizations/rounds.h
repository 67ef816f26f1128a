// A round: what the customer is asked in writing, of whom, and what each signer answered (AUT-01, AUT-02).
#pragma once

#include <map>
#include <set>

#include "features/authorizations/grant.h"
#include "kernel/event.h"

namespace vs::authorizations {

struct State;

/// In whose name a signer speaks.
enum class Authority { myself, company, legal, public_relations };
BOOST_DESCRIBE_ENUM(Authority, myself, company, legal, public_relations)

/// How sure it is that the one who answered is the one who was asked: they had the link that was mailed to
/// them, or also typed a code that was mailed afterwards.
enum class Assurance { email_link, code };
BOOST_DESCRIBE_ENUM(Assurance, email_link, code)

/// What a signer says to one ask.
enum class Say { yes, limited, no };
BOOST_DESCRIBE_ENUM(Say, yes, limited, no)

/// Somebody whose yes is needed.
struct SignerAsked {
  std::string contact;
  Authority authority{};
};
BOOST_DESCRIBE_STRUCT(SignerAsked, (), (contact, authority))

/// The answer to one ask. Lists name what remains; absent lists leave what was asked.
struct AnswerGiven {
  int ask = 0;  ///< position among what was asked, from 0
  Say answer{};
  std::optional<std::vector<Channel>> channels;
  std::optional<std::vector<std::string>> regions, languages, products, topics;
  std::optional<Date> until;
  std::vector<std::string> not_with;  ///< accounts that must never see it
  bool not_with_competitors = false;
  bool ask_each_time = false;
  bool approve_words_first = false;
  std::optional<Personal> conditions;  ///< in the signer's words: legal reads them before the scope is in force
};
BOOST_DESCRIBE_STRUCT(AnswerGiven, (),
                      (ask, answer, channels, regions, languages, products, topics, until, not_with,
                       not_with_competitors, ask_each_time, approve_words_first, conditions))

/// Where one signer stands in a round.
enum class SignerState { waiting_for_turn, asked, answered, declined };
BOOST_DESCRIBE_ENUM(SignerState, waiting_for_turn, asked, answered, declined)

struct Signer {
  std::string contact;
  Authority authority{};
  SignerState state{};
  bool added_by_customer = false;
  std::vector<AnswerGiven> answers;
  std::string language, wording_digest;
  Assurance assurance{};
  bool codes_impossible = false;  ///< no letters left by themselves, so that none could bring a code
  std::vector<std::string> acts;
  Personal typed_name;
  Personal remark;
  std::optional<Instant> answered_at;
  std::uint64_t answered = 0;  ///< sequence of the answer
};

/// Something that a signer wanted to know before answering.
struct Question {
  std::string contact;
  Personal question, reply;
  Instant at;
  std::optional<Instant> replied_at;
};

/// How a round ended, if it did.
enum class RoundState { open, granted, declined, recorded, withdrawn };
BOOST_DESCRIBE_ENUM(RoundState, open, granted, declined, recorded, withdrawn)

struct Round {
  std::vector<Grant> asks;
  std::vector<LongText> disclosures;
  std::string language;          ///< in which the wording was made
  std::string wording_template;  ///< "" for the one that is delivered
  int template_revision = 0;
  int terms = 0;               ///< of the wording: raised when its meaning changed
  Personal wording;            ///< the exact text
  std::string wording_digest;  ///< SHA-256 of it, hex
  Personal message;            ///< of the one who asks
  std::vector<Signer> signers;
  bool in_order = false;  ///< one after another; else all at once
  int remind_days = 0;
  std::optional<Instant> link_until;
  std::string by;  ///< person who asked
  Instant asked_at;
  std::uint64_t asked = 0;  ///< sequence of the request
  std::vector<Instant> reminders;
  std::vector<Question> questions;
  RoundState state{};
  std::uint64_t closed = 0;  ///< sequence at which it ended
};

/// The signer of that contact, or null.
const Signer* signer_of(const Round&, const std::string& contact);

// ---- Events: stored for ever.

/// The customer was asked in controlled wording; `wording` is the text exactly as shown.
struct Requested {
  static constexpr std::string_view type = "authorization.requested";
  using Of = State;
  std::string id, contact, account;
  std::vector<Grant> asks;
  std::vector<LongText> disclosures;
  std::string wording_template;
  int template_revision = 0;
  int terms = 0;
  std::string language;
  Personal wording;
  std::string wording_digest;
  Personal message;
  std::vector<SignerAsked> signers;
  bool in_order = false;
  int remind_days = 0;
  std::optional<Instant> link_until;
};
BOOST_DESCRIBE_STRUCT(Requested, (),
                      (id, contact, account, asks, disclosures, wording_template, template_revision, terms, language,
                       wording, wording_digest, message, signers, in_order, remind_days, link_until))

/// A signer answered, by these acts in this order. `wording` is kept when it was read in another language than
/// the one in which it was asked.
struct Answered {
  static constexpr std::string_view type = "authorization.answered";
  using Of = State;
  std::string id, contact;
  std::vector<AnswerGiven> answers;
  Authority authority{};
  std::string wording_digest, language;
  std::optional<Personal> wording;
  Assurance assurance{};
  std::vector<std::string> acts;
  Personal typed_name;
  std::optional<Personal> remark;
  std::vector<Evidence> evidence;        ///< an agreement of their own
  std::optional<bool> codes_impossible;  ///< the link was handed over by people, as no letters leave by themselves
};
BOOST_DESCRIBE_STRUCT(Answered, (),
                      (id, contact, answers, authority, wording_digest, language, wording, assurance, acts, typed_name,
                       remark, evidence, codes_impossible))

/// Every signer answered; this is what they permit together. `to_clear` are the positions of the grants whose
/// conditions legal has to read first.
struct Granted {
  static constexpr std::string_view type = "authorization.granted";
  using Of = State;
  std::string id, contact;
  std::vector<Grant> grants;
  std::vector<int> to_clear;
};
BOOST_DESCRIBE_STRUCT(Granted, (), (id, contact, grants, to_clear))

/// A signer said no to everything, and with that the round is over.
struct Declined {
  static constexpr std::string_view type = "authorization.declined";
  using Of = State;
  std::string id, contact;
  std::optional<Personal> reason;
};
BOOST_DESCRIBE_STRUCT(Declined, (), (id, contact, reason))

/// A signer wants to know something before answering.
struct Questioned {
  static constexpr std::string_view type = "authorization.questioned";
  using Of = State;
  std::string id, contact;
  Personal question;
};
BOOST_DESCRIBE_STRUCT(Questioned, (), (id, contact, question))

/// The open questions of that contact were answered.
struct Replied {
  static constexpr std::string_view type = "authorization.replied";
  using Of = State;
  std::string id, contact;
  Personal reply;
};
BOOST_DESCRIBE_STRUCT(Replied, (), (id, contact, reply))

/// One more yes is needed: somebody of their legal department, or who speaks for the company.
struct SignerAdded {
  static constexpr std::string_view type = "authorization.signer_added";
  using Of = State;
  std::string id, contact;
  Authority authority{};
};
BOOST_DESCRIBE_STRUCT(SignerAdded, (), (id, contact, authority))

/// It is this signer's turn, those before having answered.
struct TurnCame {
  static constexpr std::string_view type = "authorization.turn_came";
  using Of = State;
  std::string id, contact;
};
BOOST_DESCRIBE_STRUCT(TurnCame, (), (id, contact))

/// A signer who has not answered was reminded.
struct Reminded {
  static constexpr std::string_view type = "authorization.reminded";
  using Of = State;
  std::string id, contact;
};
BOOST_DESCRIBE_STRUCT(Reminded, (), (id, contact))

/// What legal says to conditions in a customer's own words.
enum class ConditionsOutcome { accepted, refused };
BOOST_DESCRIBE_ENUM(ConditionsOutcome, accepted, refused)

/// Legal read the conditions of these grants (positions): accepted, they are in force; refused, they fall away.
struct ConditionsReviewed {
  static constexpr std::string_view type = "authorization.conditions_reviewed";
  using Of = State;
  std::string id, contact;
  ConditionsOutcome outcome{};
  std::vector<int> grants;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(ConditionsReviewed, (), (id, contact, outcome, grants, reason))

/// The customer wants a rest from everything permitted here, this day included.
struct Paused {
  static constexpr std::string_view type = "authorization.paused";
  using Of = State;
  std::string id, contact;
  Date until;
};
BOOST_DESCRIBE_STRUCT(Paused, (), (id, contact, until))

/// The customer ended the rest.
struct Unpaused {
  static constexpr std::string_view type = "authorization.unpaused";
  using Of = State;
  std::string id, contact;
};
BOOST_DESCRIBE_STRUCT(Unpaused, (), (id, contact))

/// The customer was told that it ends soon and may say yes for longer with one tap.
struct RenewalOffered {
  static constexpr std::string_view type = "authorization.renewal_offered";
  using Of = State;
  std::string id, contact;
  Date ends, until;
};
BOOST_DESCRIBE_STRUCT(RenewalOffered, (), (id, contact, ends, until))

/// The permission for these use types reached its last day.
struct Lapsed {
  static constexpr std::string_view type = "authorization.lapsed";
  using Of = State;
  std::string id, contact;
  Date ended;
  std::vector<UseType> use_types;
};
BOOST_DESCRIBE_STRUCT(Lapsed, (), (id, contact, ended, use_types))

/// What makes somebody doubt that a permission still holds (DIR-04, DIR-05).
enum class Cause {
  severe_issue,
  health_drop,
  contract_restricted,
  contact_left,
  contact_moved,
  contact_opted_out,
  company_opted_out,
  renewal_risk,
  churned,
  product_expanded,
  leadership_changed
};
BOOST_DESCRIBE_ENUM(Cause, severe_issue, health_drop, contract_restricted, contact_left, contact_moved,
                    contact_opted_out, company_opted_out, renewal_risk, churned, product_expanded, leadership_changed)

/// Something happened in the relationship: somebody has to look whether this still holds. `held` keeps it out of
/// use until then.
struct Questionable {
  static constexpr std::string_view type = "authorization.questionable";
  using Of = State;
  std::string id, contact;
  Cause cause{};
  bool held = false;
  std::optional<Date> renewal_on;  ///< of a renewal at risk: which one
};
BOOST_DESCRIBE_STRUCT(Questionable, (), (id, contact, cause, held, renewal_on))

void on(State&, const Requested&, const Meta&);
void on(State&, const Answered&, const Meta&);
void on(State&, const Granted&, const Meta&);
void on(State&, const Declined&, const Meta&);
void on(State&, const Questioned&, const Meta&);
void on(State&, const Replied&, const Meta&);
void on(State&, const SignerAdded&, const Meta&);
void on(State&, const TurnCame&, const Meta&);
void on(State&, const Reminded&, const Meta&);
void on(State&, const ConditionsReviewed&, const Meta&);
void on(State&, const Paused&, const Meta&);
void on(State&, const Unpaused&, const Meta&);
void on(State&, const RenewalOffered&, const Meta&);
void on(State&, const Lapsed&, const Meta&);
void on(State&, const Questionable&, const Meta&);

}  // namespace vs::authorizations
