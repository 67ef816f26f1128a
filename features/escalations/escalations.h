// Escalations: exceptions and rejections before a named decision maker (PROCEDURES A7, REQ-11).
#pragma once

#include "features/people/people.h"
#include "features/policies/policies.h"
#include "kernel/by_id.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::escalations {

/// Where the escalation stands; after a decision, what it was. The names are also the outcomes of the steps
/// `escalate` and `rejection` of the reference approval SOP.
enum class Status { open, granted, corrected, other_customer, deferred, rejected };
BOOST_DESCRIBE_ENUM(Status, open, granted, corrected, other_customer, deferred, rejected)

/// Who decides, by the kind of question.
enum class Kind { sponsor, cs_leader, legal };
BOOST_DESCRIBE_ENUM(Kind, sponsor, cs_leader, legal)

struct Escalation {
  std::string id, number;  ///< number: `ESC-7`
  std::string case_id, case_number;
  std::string rule;  ///< code of the rule in question, e.g. `open_severe_issue`
  Personal facts;
  std::vector<std::string> options;
  Personal risk;
  std::string asked_by;
  Kind decision_maker{};
  std::string assignee;  ///< person; "" when any decision maker of the kind may decide
  Instant raised_at;
  Instant deadline;
  Status status{};
  Personal reason;
  std::vector<Personal> conditions;
  std::optional<Date> until;  ///< end of an exception, or day of a deferral
  std::string decided_by;
  std::optional<Instant> decided_at;
  std::uint64_t version = 0;
};

struct State {
  ById<Escalation> escalations;
  ById<std::vector<std::string>> by_case;  ///< ids in the order in which they were raised
  std::uint64_t last_number = 0;
};

/// The escalation, or null.
const Escalation* find(const State&, const std::string& id);
/// The open escalation of a case, or null.
const Escalation* open_for(const State&, const std::string& case_id);
/// Every escalation of a case, in order.
std::vector<const Escalation*> of_case(const State&, const std::string& case_id);
/// The granted exception to this rule that still holds on the day, or null.
const Escalation* exception(const State&, const std::string& case_id, const std::string& rule, Date on);
/// Rules that no decision maker can grant away: opt-outs, withdrawals and every compliance no.
bool overridable(const std::string& rule);

/// Asks a decision maker: which rule, the facts in words, the options (codes of decisions; empty: all that the
/// rule allows). Nothing when the same rule is open for this case already. Deadline: two working days of the calendar.
Events raise(const State&, const policies::State&, const std::string& case_id, const std::string& rule,
             const std::string& facts, const std::vector<std::string>& options, Kind kind, const Context&,
             const std::string& risk = {}, const std::string& assignee = {}, const std::string& case_number = {});

// ---- Events: stored for ever.

struct Raised {
  static constexpr std::string_view type = "escalation.raised";
  using Of = State;
  std::string escalation, number, case_id, case_number, rule;
  Personal facts;
  std::vector<std::string> options;
  Personal risk;
  Kind decision_maker{};
  std::string assignee;
  Instant deadline;
};
BOOST_DESCRIBE_STRUCT(Raised, (),
                      (escalation, number, case_id, case_number, rule, facts, options, risk, decision_maker, assignee,
                       deadline))

struct Decided {
  static constexpr std::string_view type = "escalation.decided";
  using Of = State;
  std::string escalation, case_id, rule;
  Status outcome{};
  Personal reason;
  std::vector<Personal> conditions;
  std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(Decided, (), (escalation, case_id, rule, outcome, reason, conditions, until))

void on(State&, const Raised&, const Meta&);
void on(State&, const Decided&, const Meta&);

// ---- Commands.

enum class Choice { grant, correct, other_customer, defer, reject };
BOOST_DESCRIBE_ENUM(Choice, grant, correct, other_customer, defer, reject)

struct Decide {
  Choice decision{};
  LongText reason;
  std::vector<LongText> conditions;
  std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(Decide, (), (decision, reason, conditions, until))

Result<Decision> decide(const State&, const people::State&, const Decide&, const Context&);
/// Is there still something to decide, and by this actor?
Result<void> can_decide(const State&, const Context&);

}  // namespace vs::escalations
