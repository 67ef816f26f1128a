// The case engine: cases that run under one revision of an SOP and never leave it silently (DESIGN §5).
//
// A feature that owns a subject (requests) opens cases and decides steps by the functions below; it calls
// `may_decide` first, since deciding itself does not ask who acts. Several moves in one command go through `Run`.
//
// Facts of a case are plain codes, numbers, dates and company names, never names of people:
//   requester, account_owner, contact   ids of those who own steps of that name
//   title, use_type, prospect_name, deadline, amount, currency   shown with tasks
//   assignees                           optional object: `channel.webinar` or `legal` → id of a person
//   what `when` and `each` of the SOP name: channels (list), touches (list)
#pragma once

#include "features/people/people.h"
#include "features/policies/policies.h"
#include "features/procedures/sop.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::procedures {

// ---- State.

struct OpenStep {
  std::string step, instance;  ///< instance: item of `each`, or the step that led to an aside; else ""
  Instant opened_at;
  std::optional<Instant> due;
  std::string owner_role;
  std::string assignee;        ///< person (or contact) who owns it by the facts; "" when a role does
  std::string delegated_to;
  std::optional<Date> delegated_until, snoozed_until;
  bool reminded = false, overdue = false;
  std::optional<Instant> paused_since;
  std::string join;            ///< `all`/`any` step of which this is a branch; else ""
  std::string from, from_instance;  ///< where an aside goes `back` to
};

/// A decision on a step, kept for ever. `current` until the same step is opened again.
struct Record {
  std::string step, instance, outcome;
  Aspect clearance{};
  std::string who;             ///< person answerable
  Instant at;
  Personal reason;
  std::vector<Personal> conditions;
  std::uint64_t revision = 0;  ///< of the SOP
  bool current = true;
};

struct Clearance {
  Aspect aspect{};
  std::string instance, outcome;  ///< clear | clear_with_conditions | not_clear | need_information | words of the SOP
  std::string by;
  Instant at;
  Personal reason;
  std::vector<Personal> conditions;
};

struct Comment {
  std::string id, by;
  Instant at;
  Personal text;
  std::string private_to_role;  ///< "" when everybody on the case may read it
  std::vector<std::string> mentions, attachments;
};

/// One line of the trail, in order.
struct Mark {
  Instant at;
  std::string by, what, step, instance, detail;
};

enum class CaseStatus { open, ended, stopped };
BOOST_DESCRIBE_ENUM(CaseStatus, open, ended, stopped)

struct Case {
  std::string id, number, subject, sop;
  std::uint64_t revision = 0;
  json::Object facts;
  std::vector<OpenStep> open;
  std::vector<Record> records;
  std::vector<Comment> comments;
  std::vector<Mark> trail;
  CaseStatus status{};
  std::string end_outcome;            ///< of an ended case: the outcome or archive step; of a stopped one: the code
  std::optional<Date> deferred_until;
  std::string opened_by;
  Instant opened_at;
  std::uint64_t version = 0;
};

/// How due times are counted: follows the policies' section `steps`. Hours are those of UTC.
struct Timing {
  policies::WorkingCalendar calendar{
      {policies::Weekday::mon, policies::Weekday::tue, policies::Weekday::wed, policies::Weekday::thu,
       policies::Weekday::fri}, 9, 17, "UTC", {}};
  std::map<std::string, int> step_hours;  ///< by step; in place of the SOP's limit
};

struct State {
  Timing timing;
  std::map<std::string, std::vector<Sop>> sops;  ///< by id, revisions in order
  std::map<std::string, Case> cases;
};

// ---- Questions.

/// That revision of the SOP (0: the one in force), or null.
const Sop* sop(const State&, const std::string& id, std::uint64_t revision = 0);
/// The case, or null.
const Case* find(const State&, const std::string& case_id);
/// The step of the case's SOP revision, or null.
const Step* step_of(const State&, const Case&, const std::string& step);
/// Is some instance of the step open?
bool open_at(const Case&, const std::string& step);
/// The open step; with an empty instance the only open one of that step. Null when there is none (or several).
const OpenStep* open_step(const Case&, const std::string& step, const std::string& instance = {});
/// Outcomes that a person can give at this step of the case, in alphabetical order.
std::vector<std::string> next_outcomes(const State&, const Case&, const std::string& step);
/// Clearances that hold now: those of steps opened again do not.
std::vector<Clearance> clearances(const Case&);
/// Conditions of the clearances that hold; they bind every later step (REQ-05).
std::vector<Personal> conditions(const Case&);
/// Title of the steps now open, in order of the SOP, joined by " · ".
std::string stage(const State&, const Case&);
/// Earliest due instant of the open steps.
std::optional<Instant> due_of(const Case&);

struct Sla {
  std::string state;   ///< ok | soon | breached | paused | met
  int hours_left = 0;  ///< working hours until due; negative when late
};
BOOST_DESCRIBE_STRUCT(Sla, (), (state, hours_left))
Sla sla_of(const State&, const OpenStep&, Instant now);
/// The worst of the open steps; `met` when the case is over, `paused` when it is deferred.
Sla sla_of(const State&, const Case&, Instant now);

/// May the actor decide this open step? Owner, deputy or delegate; never one's own request, never after having
/// decided a step that this one excludes. Refusals: not_found, already_decided, not_open, own_request,
/// separation_of_duties, not_your_step.
Result<void> may_decide(const State&, const people::State&, const std::string& case_id, const std::string& step,
                        const std::string& instance, const Context&);

// ---- Moves. All return events only.

struct StepInput {
  LongText reason;
  std::vector<LongText> conditions;
  json::Object facts;          ///< merged into the case's
  std::optional<Date> until;   ///< required by the outcome `deferred`
};

/// Several moves of one case in one command: each sees what the ones before it did.
class Run {
 public:
  /// Opens a case under the revision in force.
  static Result<Run> open(const State&, const std::string& case_id, const std::string& number,
                          const std::string& sop_id, const json::Object& facts, const Context&);
  /// Goes on with an existing case.
  static Result<Run> on(const State&, const std::string& case_id, const Context&);

  /// Decides an open step and opens what follows. Refusals: already_decided (conflict), not_open, case_over,
  /// unknown_outcome, reason_required, conditions_required, until_required.
  Result<void> decide(const std::string& step, const std::string& instance, const std::string& outcome,
                      const StepInput& input = {});
  /// Records facts outside of a decision (the request was changed).
  void note(const json::Object& facts);
  /// Closes what is open and opens `step` (anew); an ended or stopped case is open again.
  Result<void> reopen_at(const std::string& step, const std::string& reason);

  const Case& now() const { return case_; }
  Events take() { return std::move(events_); }

 private:
  Run(const State& state, const Sop& sop, Case c, const Context& ctx)
      : timing_(&state.timing), sop_(&sop), case_(std::move(c)), ctx_(&ctx) {}
  template <class E>
  void emit(E event);
  void close_all(const std::string& because);
  void enter(const std::string& step);
  void enter_join(const Step&);
  void open_one(const Step&, const std::string& instance, const std::string& join, const OpenStep* from);
  void arrive(const std::string& join);
  void follow(const OpenStep& at, const std::string& outcome, const std::string& target);
  void end(const std::string& outcome);

  const Timing* timing_;
  const Sop* sop_;
  Case case_;
  const Context* ctx_;
  Events events_;
};

/// `Run::open` alone.
Result<Events> open(const State&, const std::string& case_id, const std::string& number, const std::string& sop_id,
                    const json::Object& facts, const Context&);
/// `Run::decide` alone.
Result<Events> decide_step(const State&, const std::string& case_id, const std::string& step,
                           const std::string& instance, const std::string& outcome, const StepInput&,
                           const Context&);
/// Stops a case in mid-course (withdrawn, cancelled); nothing when it is over already.
Events stop(const State&, const std::string& case_id, const std::string& code, const std::string& reason,
            const Context&);
/// The case keeps its place until the day; its clocks stand still.
Events defer(const State&, const std::string& case_id, Date until, const std::string& reason, const Context&);
/// A deferred case goes on; the time left on each clock is what it was.
Events resume(const State&, const std::string& case_id, const Context&);
/// `Run::reopen_at` alone.
Result<Events> reopen_at(const State&, const std::string& case_id, const std::string& step,
                         const std::string& reason, const Context&);

/// A word on the case (REQ-18); nothing is decided by it.
struct CommentInput {
  LongText text;
  std::optional<std::string> private_to_role;
  std::vector<std::string> mentions;     ///< ids of people
  std::vector<std::string> attachments;  ///< ids of files
};
BOOST_DESCRIBE_STRUCT(CommentInput, (), (text, private_to_role, mentions, attachments))
Result<Events> comment(const State&, const people::State&, const std::string& case_id, const CommentInput&,
                       const Context&);
/// Comments that this actor may read: private ones for the role, the author and those mentioned.
std::vector<Comment> conversation(const Case&, const std::set<std::string>& roles, const std::string& person);

/// Adopts the text as next revision unless it is the one in force; for setup with the defaults delivered.
Events adopt_default(const State&, std::string_view yaml, const Context&);

// ---- Events: stored for ever.

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
BOOST_DESCRIBE_STRUCT(StepOpened, (), (case_id, step, instance, due, owner_role, assignee, join, from,
                                       from_instance, paused))

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

// ---- Commands.

/// `POST /procedures/adopt`: the text takes effect for cases opened from now on, if the checker finds nothing.
struct Adopt {
  SopText text;
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(Adopt, (), (text, reason))

struct Delegate {
  std::string to;
  std::optional<Date> until;
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(Delegate, (), (to, until, reason))

struct Snooze {
  Date until;
};
BOOST_DESCRIBE_STRUCT(Snooze, (), (until))

Result<Decision> adopt(const State&, const Adopt&, const Context&);
Result<Decision> delegate(const State&, const people::State&, const Delegate&, const Context&);
Result<Decision> snooze(const State&, const people::State&, const Snooze&, const Context&);

}  // namespace vs::procedures
