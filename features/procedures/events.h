// What happens to procedures and cases, as stored. Included by procedures.h, after the state that they change.
#pragma once

#include "features/procedures/procedures.h"

namespace vs::procedures {

struct Adopted {
  static constexpr std::string_view type = "procedure.adopted";
  using Of = State;
  std::string sop;
  std::uint64_t revision = 0;
  SopText text;
  std::string digest;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Adopted, (), (sop, revision, text, digest, reason))

struct Opened {
  static constexpr std::string_view type = "case.opened";
  using Of = State;
  std::string case_id, number, subject, sop;
  std::uint64_t revision = 0;
  json::Value facts;
};
BOOST_DESCRIBE_STRUCT(Opened, (), (case_id, number, subject, sop, revision, facts))

struct StepOpened {
  static constexpr std::string_view type = "case.step_opened";
  using Of = State;
  std::string case_id, step, instance;
  std::optional<Instant> due;
  std::string owner_role, assignee, join, from, from_instance;
  bool paused = false;
};
BOOST_DESCRIBE_STRUCT(StepOpened, (),
                      (case_id, step, instance, due, owner_role, assignee, join, from, from_instance, paused))

struct StepDecided {
  static constexpr std::string_view type = "case.step_decided";
  using Of = State;
  std::string case_id, step, instance, outcome;
  Aspect clearance{};
  Personal reason;
  std::vector<Personal> conditions;
  json::Value facts;
};
BOOST_DESCRIBE_STRUCT(StepDecided, (), (case_id, step, instance, outcome, clearance, reason, conditions, facts))

/// Closed without a decision of its own: a sibling's outcome led elsewhere.
struct StepClosed {
  static constexpr std::string_view type = "case.step_closed";
  using Of = State;
  std::string case_id, step, instance, because;
};
BOOST_DESCRIBE_STRUCT(StepClosed, (), (case_id, step, instance, because))

/// Not needed by the facts of this case.
struct StepSkipped {
  static constexpr std::string_view type = "case.step_skipped";
  using Of = State;
  std::string case_id, step;
};
BOOST_DESCRIBE_STRUCT(StepSkipped, (), (case_id, step))

struct FactsNoted {
  static constexpr std::string_view type = "case.facts_noted";
  using Of = State;
  std::string case_id;
  json::Value facts;
};
BOOST_DESCRIBE_STRUCT(FactsNoted, (), (case_id, facts))

struct Ended {
  static constexpr std::string_view type = "case.ended";
  using Of = State;
  std::string case_id, outcome;
};
BOOST_DESCRIBE_STRUCT(Ended, (), (case_id, outcome))

struct Stopped {
  static constexpr std::string_view type = "case.stopped";
  using Of = State;
  std::string case_id, code;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Stopped, (), (case_id, code, reason))

struct Deferred {
  static constexpr std::string_view type = "case.deferred";
  using Of = State;
  std::string case_id;
  Date until;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Deferred, (), (case_id, until, reason))

struct NewDue {
  std::string step, instance;
  std::optional<Instant> due;
};
BOOST_DESCRIBE_STRUCT(NewDue, (), (step, instance, due))

struct Resumed {
  static constexpr std::string_view type = "case.resumed";
  using Of = State;
  std::string case_id;
  std::vector<NewDue> dues;
};
BOOST_DESCRIBE_STRUCT(Resumed, (), (case_id, dues))

struct Reopened {
  static constexpr std::string_view type = "case.reopened";
  using Of = State;
  std::string case_id, step;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Reopened, (), (case_id, step, reason))

struct Delegated {
  static constexpr std::string_view type = "case.delegated";
  using Of = State;
  std::string case_id, step, instance, to;
  std::optional<Date> until;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Delegated, (), (case_id, step, instance, to, until, reason))

struct Snoozed {
  static constexpr std::string_view type = "case.snoozed";
  using Of = State;
  std::string case_id, step, instance;
  Date until;
};
BOOST_DESCRIBE_STRUCT(Snoozed, (), (case_id, step, instance, until))

struct Reminded {
  static constexpr std::string_view type = "case.reminded";
  using Of = State;
  std::string case_id, step, instance;
};
BOOST_DESCRIBE_STRUCT(Reminded, (), (case_id, step, instance))

struct Overdue {
  static constexpr std::string_view type = "case.overdue";
  using Of = State;
  std::string case_id, step, instance, escalate;
};
BOOST_DESCRIBE_STRUCT(Overdue, (), (case_id, step, instance, escalate))

struct Commented {
  static constexpr std::string_view type = "case.commented";
  using Of = State;
  std::string case_id, comment;
  Personal text;
  std::string private_to_role;
  std::vector<std::string> mentions, attachments;
};
BOOST_DESCRIBE_STRUCT(Commented, (), (case_id, comment, text, private_to_role, mentions, attachments))

/// The policies' time limits and calendar, as they hold for steps opened from now on.
struct TimingAdopted {
  static constexpr std::string_view type = "procedure.timing_adopted";
  using Of = State;
  policies::WorkingCalendar calendar;
  std::map<std::string, int> step_hours;
};
BOOST_DESCRIBE_STRUCT(TimingAdopted, (), (calendar, step_hours))

/// Parallel branches begin (anew): what was decided on them before holds no longer.
struct BranchesBegun {
  static constexpr std::string_view type = "case.branches_begun";
  using Of = State;
  std::string case_id, step;
  std::vector<std::string> branches;
};
BOOST_DESCRIBE_STRUCT(BranchesBegun, (), (case_id, step, branches))

void on(State&, const Adopted&, const Meta&);
void on(State&, const TimingAdopted&, const Meta&);
void on(State&, const BranchesBegun&, const Meta&);
void on(State&, const Opened&, const Meta&);
void on(State&, const StepOpened&, const Meta&);
void on(State&, const StepDecided&, const Meta&);
void on(State&, const StepClosed&, const Meta&);
void on(State&, const StepSkipped&, const Meta&);
void on(State&, const FactsNoted&, const Meta&);
void on(State&, const Ended&, const Meta&);
void on(State&, const Stopped&, const Meta&);
void on(State&, const Deferred&, const Meta&);
void on(State&, const Resumed&, const Meta&);
void on(State&, const Reopened&, const Meta&);
void on(State&, const Delegated&, const Meta&);
void on(State&, const Snoozed&, const Meta&);
void on(State&, const Reminded&, const Meta&);
void on(State&, const Overdue&, const Meta&);
void on(State&, const Commented&, const Meta&);

}  // namespace vs::procedures
