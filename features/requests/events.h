// What can happen to a request: events, stored for ever. Included by requests.h.
#pragma once

#include "features/requests/requests.h"

namespace vs::requests {

struct Missing {
  std::string code, field, message, remedy;
};
BOOST_DESCRIBE_STRUCT(Missing, (), (code, field, message, remedy))

struct Logged {
  static constexpr std::string_view type = "request.logged";
  using Of = State;
  std::string request, number, requester;
  Intake intake;
  std::string account;
  directory::Money amount;
  bool high_value = false;
  std::vector<std::string> duplicates;
};
BOOST_DESCRIBE_STRUCT(Logged, (), (request, number, requester, intake, account, amount, high_value, duplicates))

/// What was told anew: only the members present.
struct Completed {
  static constexpr std::string_view type = "request.completed";
  using Of = State;
  std::string request;
  Intake intake;
  std::string account;
  directory::Money amount;
  bool high_value = false;
};
BOOST_DESCRIBE_STRUCT(Completed, (), (request, intake, account, amount, high_value))

struct Returned {
  static constexpr std::string_view type = "request.returned";
  using Of = State;
  std::string request;
  std::vector<Missing> missing;
};
BOOST_DESCRIBE_STRUCT(Returned, (), (request, missing))

struct FoundEligible {
  static constexpr std::string_view type = "request.found_eligible";
  using Of = State;
  std::string request;
  std::uint64_t policy_revision = 0;
  int candidates = 0;
};
BOOST_DESCRIBE_STRUCT(FoundEligible, (), (request, policy_revision, candidates))

/// The deadline is nearer than the lead time of the use; `rule` is what policy made of it then (REQ-03).
struct ShortLeadNoted {
  static constexpr std::string_view type = "request.short_lead_noted";
  using Of = State;
  std::string request;
  UseType use_type{};
  int needed_days = 0, days_left = 0;
  policies::ShortLead rule{};
};
BOOST_DESCRIBE_STRUCT(ShortLeadNoted, (), (request, use_type, needed_days, days_left, rule))

/// A contact is out of the question for this request; `why` is the code of the gate or of what happened.
struct PassedOver {
  static constexpr std::string_view type = "request.candidate_passed_over";
  using Of = State;
  std::string request, contact, why;
  CandidateStatus status{};
};
BOOST_DESCRIBE_STRUCT(PassedOver, (), (request, contact, why, status))

struct Choice {
  std::string contact, advocate, account;
  int score = 0;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (contact, advocate, account, score))

struct CandidatesChosen {
  static constexpr std::string_view type = "request.candidates_chosen";
  using Of = State;
  std::string request;
  std::vector<Choice> candidates;
  Personal reason;
  std::vector<Personal> conditions;
  std::uint64_t policy_revision = 0;
};
BOOST_DESCRIBE_STRUCT(CandidatesChosen, (), (request, candidates, reason, conditions, policy_revision))

/// From now on this candidate is the one to consult and to ask.
struct PutForward {
  static constexpr std::string_view type = "request.candidate_put_forward";
  using Of = State;
  std::string request, contact;
};
BOOST_DESCRIBE_STRUCT(PutForward, (), (request, contact))

struct OwnerAgreed {
  static constexpr std::string_view type = "request.owner_agreed";
  using Of = State;
  std::string request, contact;
  std::optional<Personal> reason;
};
BOOST_DESCRIBE_STRUCT(OwnerAgreed, (), (request, contact, reason))

struct OwnerObjected {
  static constexpr std::string_view type = "request.owner_objected";
  using Of = State;
  std::string request, contact;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(OwnerObjected, (), (request, contact, reason))

struct CustomerConfirmed {
  static constexpr std::string_view type = "request.customer_confirmed";
  using Of = State;
  std::string request, contact;
  std::optional<Instant> slot;
  Evidence evidence;
};
BOOST_DESCRIBE_STRUCT(CustomerConfirmed, (), (request, contact, slot, evidence))

struct OtherTimeProposed {
  static constexpr std::string_view type = "request.other_time_proposed";
  using Of = State;
  std::string request, contact;
  Instant slot;
  std::optional<Evidence> evidence;
};
BOOST_DESCRIBE_STRUCT(OtherTimeProposed, (), (request, contact, slot, evidence))

struct CustomerDeclined {
  static constexpr std::string_view type = "request.customer_declined";
  using Of = State;
  std::string request, contact;
  bool only_now = false;  ///< "not now" rather than "no"
  std::optional<Personal> reason;
  std::optional<Evidence> evidence;
};
BOOST_DESCRIBE_STRUCT(CustomerDeclined, (), (request, contact, only_now, reason, evidence))

/// Everything was evaluated once more and stood (REQ-10).
struct Approved {
  static constexpr std::string_view type = "request.approved";
  using Of = State;
  std::string request, contact;
  std::uint64_t policy_revision = 0;
  std::vector<std::string> authorizations;
};
BOOST_DESCRIBE_STRUCT(Approved, (), (request, contact, policy_revision, authorizations))

struct ContactDisclosed {
  static constexpr std::string_view type = "request.contact_disclosed";
  using Of = State;
  std::string request, contact, to;
  Instant until;
};
BOOST_DESCRIBE_STRUCT(ContactDisclosed, (), (request, contact, to, until))

/// The time was over and the contact is disclosed anew, after every gate stood once more.
struct DisclosedAgain {
  static constexpr std::string_view type = "request.contact_disclosed_again";
  using Of = State;
  std::string request, contact, to;
  Instant until;
  std::uint64_t policy_revision = 0;
};
BOOST_DESCRIBE_STRUCT(DisclosedAgain, (), (request, contact, to, until, policy_revision))

struct ContactViewed {
  static constexpr std::string_view type = "request.contact_viewed";
  using Of = State;
  std::string request, contact, viewer;
};
BOOST_DESCRIBE_STRUCT(ContactViewed, (), (request, contact, viewer))

/// One of the wanted references took place.
struct Delivered {
  static constexpr std::string_view type = "request.reference_delivered";
  using Of = State;
  std::string request, contact, activity;
};
BOOST_DESCRIBE_STRUCT(Delivered, (), (request, contact, activity))

/// The customer agreed and then did not keep the date: a non-conformance (ACT-02).
struct CommitmentMissed {
  static constexpr std::string_view type = "request.commitment_missed";
  using Of = State;
  std::string request, contact, activity;
  activities::Outcome outcome{};
};
BOOST_DESCRIBE_STRUCT(CommitmentMissed, (), (request, contact, activity, outcome))

/// `rule`: which no ended it: `legal`, `privacy`, `opted_out`, `escalation` …
struct Rejected {
  static constexpr std::string_view type = "request.rejected";
  using Of = State;
  std::string request, rule;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Rejected, (), (request, rule, reason))

struct Cancelled {
  static constexpr std::string_view type = "request.cancelled";
  using Of = State;
  std::string request;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Cancelled, (), (request, reason))

struct Deferred {
  static constexpr std::string_view type = "request.deferred";
  using Of = State;
  std::string request;
  Date until;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Deferred, (), (request, until, reason))

struct Resumed {
  static constexpr std::string_view type = "request.resumed";
  using Of = State;
  std::string request;
};
BOOST_DESCRIBE_STRUCT(Resumed, (), (request))

struct Reopened {
  static constexpr std::string_view type = "request.reopened";
  using Of = State;
  std::string request;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Reopened, (), (request, reason))

/// The final record: from now on nothing changes (REQ-13).
struct Closed {
  static constexpr std::string_view type = "request.closed";
  using Of = State;
  std::string request;
  Decided decision{};
  std::optional<Personal> notes;
};
BOOST_DESCRIBE_STRUCT(Closed, (), (request, decision, notes))

/// Times that would suit, how long it takes, and words for the customer: what is absent stays as it was.
struct TimesProposed {
  static constexpr std::string_view type = "request.times_proposed";
  using Of = State;
  std::string request;
  std::vector<Instant> slots;
  int minutes = 0;
  std::optional<Personal> message;
  bool name_prospect = false;
};
BOOST_DESCRIBE_STRUCT(TimesProposed, (), (request, slots, minutes, message, name_prospect))

/// The customer was written to; without an answer by then somebody else is asked.
struct CustomerAsked {
  static constexpr std::string_view type = "request.customer_asked";
  using Of = State;
  std::string request, contact;
  std::vector<Instant> slots;
  std::optional<Instant> answer_by;
};
BOOST_DESCRIBE_STRUCT(CustomerAsked, (), (request, contact, slots, answer_by))

/// The customer was reminded that an answer is awaited.
struct CustomerReminded {
  static constexpr std::string_view type = "request.customer_reminded";
  using Of = State;
  std::string request, contact;
};
BOOST_DESCRIBE_STRUCT(CustomerReminded, (), (request, contact))

/// The customer's own words; what they mean for the request follows in the same decision.
struct CustomerAnswered {
  static constexpr std::string_view type = "request.customer_answered";
  using Of = State;
  std::string request, contact;
  Reply reply{};
  std::optional<Instant> slot;
  std::vector<Instant> slots;
  std::optional<Personal> reason, colleague_name, colleague_email;
  authorizations::Assurance assurance{};
};
BOOST_DESCRIBE_STRUCT(CustomerAnswered, (),
                      (request, contact, reply, slot, slots, reason, colleague_name, colleague_email, assurance))

void on(State&, const TimesProposed&, const Meta&);
void on(State&, const CustomerAsked&, const Meta&);
void on(State&, const CustomerReminded&, const Meta&);
void on(State&, const CustomerAnswered&, const Meta&);
void on(State&, const Logged&, const Meta&);
void on(State&, const Completed&, const Meta&);
void on(State&, const Returned&, const Meta&);
void on(State&, const FoundEligible&, const Meta&);
void on(State&, const ShortLeadNoted&, const Meta&);
void on(State&, const PassedOver&, const Meta&);
void on(State&, const CandidatesChosen&, const Meta&);
void on(State&, const PutForward&, const Meta&);
void on(State&, const OwnerAgreed&, const Meta&);
void on(State&, const OwnerObjected&, const Meta&);
void on(State&, const CustomerConfirmed&, const Meta&);
void on(State&, const OtherTimeProposed&, const Meta&);
void on(State&, const CustomerDeclined&, const Meta&);
void on(State&, const Approved&, const Meta&);
void on(State&, const ContactDisclosed&, const Meta&);
void on(State&, const DisclosedAgain&, const Meta&);
void on(State&, const ContactViewed&, const Meta&);
void on(State&, const Delivered&, const Meta&);
void on(State&, const CommitmentMissed&, const Meta&);
void on(State&, const Rejected&, const Meta&);
void on(State&, const Cancelled&, const Meta&);
void on(State&, const Deferred&, const Meta&);
void on(State&, const Resumed&, const Meta&);
void on(State&, const Reopened&, const Meta&);
void on(State&, const Closed&, const Meta&);

}  // namespace vs::requests
