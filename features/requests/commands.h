// What people do with requests. Each command is decided by one pure function of the states it names.
#pragma once

#include "features/requests/requests.h"

namespace vs::requests {

/// `POST /requests`: nothing is required here; what is missing is returned to the requester (REQ-02).
struct Log {
  std::optional<LongText> purpose, use_case;
  std::optional<UseType> use_type;
  std::optional<Channel> channel;
  std::vector<Channel> channels;
  std::optional<Date> deadline;
  std::optional<std::string> deal;
  std::optional<Prospect> prospect;
  std::optional<std::string> wished_customer, language, topic;
  std::optional<std::vector<Touch>> touches;
  std::optional<int> wanted;
  std::optional<std::string> requester;  ///< for whom an intake coordinator logs it
};
BOOST_DESCRIBE_STRUCT(Log, (),
                      (purpose, use_case, use_type, channel, channels, deadline, deal, prospect, wished_customer,
                       language, topic, touches, wanted, requester))

/// Fills in what was missing, answers a reviewer, or lets the gates find who is eligible.
struct Complete {
  std::optional<LongText> purpose, use_case;
  std::optional<UseType> use_type;
  std::optional<Channel> channel;
  std::vector<Channel> channels;
  std::optional<Date> deadline;
  std::optional<std::string> deal;
  std::optional<Prospect> prospect;
  std::optional<std::string> wished_customer, language, topic;
  std::optional<std::vector<Touch>> touches;
  std::optional<int> wanted;
  std::optional<LongText> reason;
};
BOOST_DESCRIBE_STRUCT(Complete, (),
                      (purpose, use_case, use_type, channel, channels, deadline, deal, prospect, wished_customer,
                       language, topic, touches, wanted, reason))

enum class ClearAspect { eligibility, legal, privacy, channel, brand, regulated };
BOOST_DESCRIBE_ENUM(ClearAspect, eligibility, legal, privacy, channel, brand, regulated)

enum class ClearOutcome { clear, clear_with_conditions, not_clear, need_information, unclear };
BOOST_DESCRIBE_ENUM(ClearOutcome, clear, clear_with_conditions, not_clear, need_information, unclear)

struct Clear {
  ClearAspect aspect{};
  std::optional<std::string> instance;  ///< the channel, when several are asked for
  ClearOutcome outcome{};
  LongText reason;
  std::vector<LongText> conditions;
};
BOOST_DESCRIBE_STRUCT(Clear, (), (aspect, instance, outcome, reason, conditions))

/// Candidates in order: the first is asked, the others are fallbacks.
struct Choose {
  std::vector<std::string> candidates;
  LongText reason;
  std::vector<LongText> conditions;
  std::vector<Instant> slots;       ///< times that would suit the prospect
  std::optional<int> minutes;       ///< how long it takes
  std::optional<LongText> message;  ///< to the customer, why we ask them
};
BOOST_DESCRIBE_STRUCT(Choose, (), (candidates, reason, conditions, slots, minutes, message))

struct Agree {
  std::optional<LongText> reason;
  std::vector<Instant> slots;       ///< in place of those proposed before
  std::optional<LongText> message;  ///< to the customer, in place of what was written before
};
BOOST_DESCRIBE_STRUCT(Agree, (), (reason, slots, message))

struct Object {
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(Object, (), (reason))

enum class CustomerAnswer { yes, other_time, not_now, no };
BOOST_DESCRIBE_ENUM(CustomerAnswer, yes, other_time, not_now, no)

/// What the customer said, recorded by whoever looks after the relationship.
struct Confirm {
  CustomerAnswer answer{};
  std::optional<Instant> slot;
  std::optional<LongText> reason;
  std::optional<authorizations::EvidenceInput> evidence;
};
BOOST_DESCRIBE_STRUCT(Confirm, (), (answer, slot, reason, evidence))

/// Somebody whom the customer names in their place. Nobody writes to them before the program owner looked.
struct Colleague {
  std::string name, email;
};
BOOST_DESCRIBE_STRUCT(Colleague, (), (name, email))

/// `POST /requests/{id}/answer`: the customer's own answer.
struct AnswerAsk {
  Reply answer{};
  std::optional<Instant> slot;  ///< with a yes, when times were proposed
  std::vector<Instant> slots;   ///< other times that suit
  std::optional<LongText> reason;
  std::optional<Colleague> colleague;
};
BOOST_DESCRIBE_STRUCT(AnswerAsk, (), (answer, slot, slots, reason, colleague))

/// `POST /requests/{id}/propose_times`: times that would suit the prospect, shown to whoever is asked.
struct ProposeTimes {
  std::vector<Instant> slots;
  std::optional<int> minutes;
  std::optional<LongText> message;    ///< to the customer, why we ask them
  std::optional<bool> name_prospect;  ///< may the customer read who the prospect is before they answer?
};
BOOST_DESCRIBE_STRUCT(ProposeTimes, (), (slots, minutes, message, name_prospect))
enum class FinalOutcome { approved, other_customer, not_approved };
BOOST_DESCRIBE_ENUM(FinalOutcome, approved, other_customer, not_approved)

struct Approve {
  std::optional<FinalOutcome> outcome;
  std::optional<LongText> reason;
};
BOOST_DESCRIBE_STRUCT(Approve, (), (outcome, reason))

struct Disclose {};
BOOST_DESCRIBE_STRUCT(Disclose, (), ())

struct DiscloseAgain {};
BOOST_DESCRIBE_STRUCT(DiscloseAgain, (), ())

struct ViewContact {};
BOOST_DESCRIBE_STRUCT(ViewContact, (), ())

struct Close {
  Decided decision{};
  std::optional<LongText> notes;
};
BOOST_DESCRIBE_STRUCT(Close, (), (decision, notes))

struct Cancel {
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(Cancel, (), (reason))

struct Defer {
  Date until;
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(Defer, (), (until, reason))

struct Resume {};
BOOST_DESCRIBE_STRUCT(Resume, (), ())

struct Reopen {
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(Reopen, (), (reason))

/// Puts a deviation before a named decision maker; `rule` is the code of the gate, e.g. `cooldown`.
struct Escalate {
  std::string rule;
  LongText facts;
  std::vector<std::string> options;
  std::optional<LongText> risk;
  std::optional<escalations::Kind> decision_maker;
};
BOOST_DESCRIBE_STRUCT(Escalate, (), (rule, facts, options, risk, decision_maker))

/// The states of the lower floors that most decisions look at.
struct Floors {
  const people::State& people;
  const directory::State& directory;
  const policies::State& policies;
  const authorizations::State& authorizations;
  const advocates::State& advocates;
  const procedures::State& procedures;
  const escalations::State& escalations;
};

#define VS_FLOORS                                                                                       \
  const people::State &people, const directory::State &dir, const policies::State &pol,                 \
      const authorizations::State &auths, const advocates::State &advs, const procedures::State &procs, \
      const escalations::State &escs
#define VS_THESE_FLOORS                        \
  Floors {                                     \
    people, dir, pol, auths, advs, procs, escs \
  }

Result<Decision> log(const State&, VS_FLOORS, const activities::State&, const Log&, const Context&);
Result<Decision> complete(const State&, VS_FLOORS, const Complete&, const Context&);
Result<Decision> clear(const State&, VS_FLOORS, const Clear&, const Context&);
Result<Decision> choose(const State&, VS_FLOORS, const Choose&, const Context&);
Result<Decision> agree(const State&, VS_FLOORS, const Agree&, const Context&);
Result<Decision> object(const State&, VS_FLOORS, const Object&, const Context&);
Result<Decision> confirm(const State&, VS_FLOORS, const Confirm&, const Context&);
Result<Decision> answer(const State&, VS_FLOORS, const AnswerAsk&, const Context&);
Result<Decision> propose_times(const State&, const procedures::State&, const ProposeTimes&, const Context&);
Result<Decision> approve(const State&, VS_FLOORS, const Approve&, const Context&);
Result<Decision> disclose(const State&, VS_FLOORS, const activities::State&, const Disclose&, const Context&);
Result<Decision> disclose_again(const State&, VS_FLOORS, const DiscloseAgain&, const Context&);
Result<Decision> view_contact(const State&, const ViewContact&, const Context&);
Result<Decision> record_activity(const State&, VS_FLOORS, const activities::State&, const activities::Record&,
                                 const Context&);
Result<Decision> debrief(const State&, VS_FLOORS, const activities::State&, const activities::GiveDebrief&,
                         const Context&);
Result<Decision> close(const State&, VS_FLOORS, const Close&, const Context&);
Result<Decision> cancel(const State&, VS_FLOORS, const activities::State&, const Cancel&, const Context&);
Result<Decision> defer(const State&, const procedures::State&, const Defer&, const Context&);
Result<Decision> resume(const State&, const procedures::State&, const Resume&, const Context&);
Result<Decision> reopen(const State&, VS_FLOORS, const Reopen&, const Context&);
Result<Decision> escalate(const State&, VS_FLOORS, const Escalate&, const Context&);
Result<Decision> comment(const State&, const people::State&, const procedures::State&, const procedures::CommentInput&,
                         const Context&);

}  // namespace vs::requests
