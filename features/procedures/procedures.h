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
#include "kernel/by_id.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::procedures {

// ---- State.

struct OpenStep {
  std::string step, instance;  ///< instance: item of `each`, or the step that led to an aside; else ""
  Instant opened_at;
  std::optional<Instant> due;
  std::string owner_role;
  std::string assignee;  ///< person (or contact) who owns it by the facts; "" when a role does
  std::string delegated_to;
  std::optional<Date> delegated_until, snoozed_until;
  bool reminded = false, overdue = false;
  std::optional<Instant> paused_since;
  std::string join;                 ///< `all`/`any` step of which this is a branch; else ""
  std::string from, from_instance;  ///< where an aside goes `back` to
};

/// A decision on a step, kept for ever. `current` until the same step is opened again.
struct Record {
  std::string step, instance, outcome;
  Aspect clearance{};
  std::string who;  ///< person answerable
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
  std::string end_outcome;  ///< of an ended case: the outcome or archive step; of a stopped one: the code
  std::optional<Date> deferred_until;
  std::string opened_by;
  Instant opened_at;
  std::uint64_t version = 0;
};

/// How due times are counted: follows the policies' section `steps`.
struct Timing {
  policies::WorkingCalendar calendar{{policies::Weekday::mon, policies::Weekday::tue, policies::Weekday::wed,
                                      policies::Weekday::thu, policies::Weekday::fri},
                                     9,
                                     17,
                                     "UTC",
                                     {}};
  std::map<std::string, int> step_hours;  ///< by step; in place of the SOP's limit
};

struct State {
  Timing timing;
  std::map<std::string, std::vector<Sop>> sops;  ///< by id, revisions in order
  ById<Case> cases;
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
  std::string state;     ///< ok | soon | breached | paused | met
  int hours_left = 0;    ///< working hours until due; negative when late
  int minutes_left = 0;  ///< the same to the minute
};
BOOST_DESCRIBE_STRUCT(Sla, (), (state, hours_left, minutes_left))
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
  json::Object facts;         ///< merged into the case's
  std::optional<Date> until;  ///< required by the outcome `deferred`
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
                           const std::string& instance, const std::string& outcome, const StepInput&, const Context&);
/// Stops a case in mid-course (withdrawn, cancelled); nothing when it is over already.
Events stop(const State&, const std::string& case_id, const std::string& code, const std::string& reason,
            const Context&);
/// The case keeps its place until the day; its clocks stand still.
Events defer(const State&, const std::string& case_id, Date until, const std::string& reason, const Context&);
/// A deferred case goes on; the time left on each clock is what it was.
Events resume(const State&, const std::string& case_id, const Context&);
/// `Run::reopen_at` alone.
Result<Events> reopen_at(const State&, const std::string& case_id, const std::string& step, const std::string& reason,
                         const Context&);

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

#include "features/procedures/events.h"
