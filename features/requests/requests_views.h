// How requests are shown: rows, one request with everything about it, its matches and its evidence.
#pragma once

#include "features/requests/commands.h"

namespace vs::requests {

struct ProspectView {
  std::string name, industry, region, country, product, persona, account;
  std::int64_t size = 0;
};
BOOST_DESCRIBE_STRUCT(ProspectView, (), (name, industry, region, country, product, persona, account, size))

/// A request as lists show it.
struct Row {
  std::string id, number, purpose, use_case;
  std::optional<UseType> use_type;
  std::optional<Channel> channel;
  std::vector<Channel> channels;
  std::optional<Date> deadline;
  Status status{};
  std::string stage;               ///< titles of the steps now open
  std::vector<std::string> steps;  ///< their ids
  std::optional<Instant> step_due;
  procedures::Sla sla;
  std::string waiting_on;  ///< me, customer, or a role
  std::string deal, deal_name;
  std::int64_t amount = 0;
  std::string currency;
  ProspectView prospect;
  std::string wished_customer, wished_customer_name, language, topic;
  std::vector<Touch> touches;
  bool high_value = false;
  std::string requester, requester_name;
  int wanted = 1, delivered = 0;
  std::optional<Decided> decision;
  Instant created_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, number, purpose, use_case, use_type, channel, channels, deadline, status, stage, steps,
                       step_due, sla, waiting_on, deal, deal_name, amount, currency, prospect, wished_customer,
                       wished_customer_name, language, topic, touches, high_value, requester, requester_name, wanted,
                       delivered, decision, created_at, version))

enum class GateState { none, waiting, passed, failed };
BOOST_DESCRIBE_ENUM(GateState, none, waiting, passed, failed)

struct GateView {
  std::string name;
  GateState state{};
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(GateView, (), (name, state, detail))

struct ClearanceView {
  std::string aspect, instance, outcome, by, by_name;
  Instant at;
  std::string reason;
  std::vector<std::string> conditions;
};
BOOST_DESCRIBE_STRUCT(ClearanceView, (), (aspect, instance, outcome, by, by_name, at, reason, conditions))

/// A proof, as it is read.
struct EvidenceView {
  std::string file, name;
};
BOOST_DESCRIBE_STRUCT(EvidenceView, (), (file, name))

/// A candidate. Who only asks for references learns who it is once the customer agreed, or when they wished for them.
struct ChoiceView {
  std::string contact, name, title, account, account_name;
  int rank = 0, score = 0;
  CandidateStatus status{};
  std::string reason;
  std::optional<Instant> slot;
  std::optional<EvidenceView> evidence;
  Instant at;
  std::string time_zone;  ///< of the customer
  std::optional<Instant> asked_at, answer_by;
  bool reminded = false;
  std::optional<Reply> reply;        ///< by their own hand
  std::vector<Instant> other_times;  ///< that they proposed
  std::string colleague_name, colleague_email;
};
BOOST_DESCRIBE_STRUCT(ChoiceView, (),
                      (contact, name, title, account, account_name, rank, score, status, reason, slot, evidence, at,
                       time_zone, asked_at, answer_by, reminded, reply, other_times, colleague_name, colleague_email))

/// What the customer is told when asked, beside the facts.
struct ProposalView {
  std::vector<Instant> slots;
  int minutes = 0;
  std::string message;
  bool name_prospect = false;
};
BOOST_DESCRIBE_STRUCT(ProposalView, (), (slots, minutes, message, name_prospect))

struct ContactDetails {
  std::string name, email, phone;
};
BOOST_DESCRIBE_STRUCT(ContactDetails, (), (name, email, phone))

/// `contact` only right after a recorded view by the one who asks.
struct DisclosureView {
  std::string contact_id, to, to_name;
  Instant at, until;
  int views = 0;
  std::optional<ContactDetails> contact;
};
BOOST_DESCRIBE_STRUCT(DisclosureView, (), (contact_id, to, to_name, at, until, views, contact))

struct TrailView {
  Instant at;
  std::string by, by_name, what, detail;
};
BOOST_DESCRIBE_STRUCT(TrailView, (), (at, by, by_name, what, detail))

struct DuplicateView {
  std::string id, number, requester_name;
};
BOOST_DESCRIBE_STRUCT(DuplicateView, (), (id, number, requester_name))

/// Coaching at the moment of asking (REQ-03); `times`: so many requests of the requester came like that.
struct Hint {
  std::string code, message;
  int times = 0;
};
BOOST_DESCRIBE_STRUCT(Hint, (), (code, message, times))

struct EscalationView {
  std::string id, number, rule;
  escalations::Status status{};
  std::string reason;
  std::vector<std::string> conditions;
  std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(EscalationView, (), (id, number, rule, status, reason, conditions, until))

struct CommentView {
  std::string id;
  Instant at;
  std::string by, by_name;
  LongText text;
  bool private_ = false;
  std::string private_to_role;
  std::vector<std::string> mentions, attachments;
};
BOOST_DESCRIBE_STRUCT(CommentView, (), (id, at, by, by_name, text, private_, private_to_role, mentions, attachments))

/// A request with everything about it.
struct Item : Row {
  std::vector<Missing> missing;
  std::vector<Hint> hints;
  std::vector<DuplicateView> duplicates;
  std::vector<GateView> gates;
  std::vector<ClearanceView> clearances;
  std::vector<std::string> conditions;  ///< all that bind every later step
  std::vector<ChoiceView> choices;
  std::string choice_reason;
  ProposalView proposal;
  std::optional<DisclosureView> disclosure;
  std::optional<activities::Row> activity;
  std::vector<EscalationView> escalations;
  std::vector<CommentView> conversation;  ///< comments that the asker may read
  std::vector<TrailView> trail;
  std::string reason, notes, closed_by_name;
  std::optional<Date> deferred_until;
  std::optional<Instant> closed_at;
  std::uint64_t policy_revision = 0, procedure_revision = 0;
};
BOOST_DESCRIBE_STRUCT(Item, (Row),
                      (missing, hints, duplicates, gates, clearances, conditions, choices, choice_reason, proposal,
                       disclosure, activity, escalations, conversation, trail, reason, notes, closed_by_name,
                       deferred_until, closed_at, policy_revision, procedure_revision))

struct Matches {
  std::vector<matching::Candidate> items;
  matching::Narrowing narrowing;
};
BOOST_DESCRIBE_STRUCT(Matches, (), (items, narrowing))

/// Fills the fields that lists show.
void fill_row(Row&, const Request&, const people::State&, const directory::State&, const procedures::State&,
              const Ask&);
/// Clearances, gates and trail of a request; `nameless` contacts are not named in it.
std::vector<ClearanceView> clearance_views(const procedures::Case&, const people::State&);
std::vector<GateView> gate_views(const Request&, const procedures::Case&);
std::vector<TrailView> trail_views(const Request&, const procedures::Case*, const procedures::State&,
                                   const people::State&, const directory::State&,
                                   const std::set<std::string>& nameless = {});
/// Candidates who are not to be named to these roles yet.
std::set<std::string> nameless(const Request&, const std::set<std::string>& roles);

Found<Row> rows(const State&, const people::State&, const directory::State&, const procedures::State&, const Ask&);
Result<Item> item(const State&, VS_FLOORS, const activities::State&, const Ask&);
/// Candidates, or with `?contact=` why or why not this one (MAT-01, MAT-03).
Result<Matches> matches(const State&, VS_FLOORS, const Ask&);
/// The complete record, as JSON and as one page to print (REQ-13).
Result<Answer> evidence(const State&, VS_FLOORS, const activities::State&, const Ask&);
Result<Answer> evidence_page(const State&, VS_FLOORS, const activities::State&, const Ask&);
/// The request that the asker may see; not_found otherwise.
Result<const Request*> visible(const State&, const Ask&);

}  // namespace vs::requests
