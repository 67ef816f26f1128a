// One case moving through its SOP: what a decision closes and opens.
#include "features/procedures/case_fold.h"

#include <algorithm>

namespace vs::procedures {
namespace {

std::string text_fact(const json::Object& facts, std::string_view name) {
  const auto* value = facts.if_contains(name);
  return value && value->is_string() ? std::string(value->get_string()) : std::string{};
}

std::string label_of(const std::string& step, const std::string& instance) {
  return instance.empty() ? step : step + "." + instance;
}

// Whose step it is by the facts of the case; "" when everybody with the role may do it.
std::string assignee_of(const Case& c, const Step& step, const std::string& instance) {
  if (const auto* named = c.facts.if_contains("assignees"); named && named->is_object())
    for (const auto& key : {label_of(step.id, instance), step.id})
      if (auto person = text_fact(named->get_object(), key); !person.empty()) return person;
  if (step.owner == "customer") return text_fact(c.facts, "contact");
  if (step.owner == "account_owner") return text_fact(c.facts, "account_owner");
  if (step.owner != "requester") return {};
  const auto requester = text_fact(c.facts, "requester");
  return requester.empty() ? c.opened_by : requester;
}

std::vector<std::string> items_of(const Case& c, const std::string& fact) {
  std::vector<std::string> items;
  if (const auto* list = c.facts.if_contains(fact); list && list->is_array())
    for (const auto& item : list->get_array())
      if (const std::string text(item.is_string() ? item.get_string() : "");
          !text.empty() && std::ranges::find(items, text) == items.end())
        items.push_back(text);
  return items;
}

std::unexpected<Refusal> not_open(const Case& c, const std::string& step, const std::string& instance) {
  for (auto it = c.records.rbegin(); it != c.records.rend(); ++it)
    if (it->step == step && (instance.empty() || it->instance == instance))
      return refuse(RefusalKind::conflict, "already_decided",
                    "This was decided already: '" + it->outcome + "' by " + it->who + " on " + it->at.vj_str() + ".",
                    "Read the decision; the owner of the case can have it examined anew.", "step");
  if (c.status != CaseStatus::open)
    return refuse(RefusalKind::conflict, "case_over", "This case is over: " + c.end_outcome + ".",
                  "Have it opened again first.", "step");
  return refuse(RefusalKind::conflict, "not_open", "It is not the turn of this step.",
                "Look at the steps that are open now.", "step");
}

Result<void> check_input(const Step& step, const std::string& outcome, const StepInput& input, Date today) {
  Reasons reasons;
  std::string offered;
  for (const auto& [name, target] : step.outcomes) offered += (offered.empty() ? "" : ", ") + name;
  reasons.expect(step.outcomes.contains(outcome), "unknown_outcome", "outcome",
                 "'" + outcome + "' is not an outcome of this step.", "Choose one of: " + offered + ".");
  reasons.expect(!(step.kind == StepKind::review || step.requires_reason) || !input.reason.text.empty(),
                 "reason_required", "reason", "A reason is needed here.", "Say in a sentence why.");
  reasons.expect(outcome != "clear_with_conditions" || !input.conditions.empty(), "conditions_required", "conditions",
                 "Which conditions?", "Write down at least one, or choose 'clear'.");
  reasons.expect(outcome != "deferred" || (input.until && *input.until > today), "until_required", "until",
                 "A deferral needs a day in the future.", "Say until when it keeps its place.");
  if (reasons.empty()) return {};
  return reasons.refuse();
}

}  // namespace

template <class E>
void Run::emit(E event) {
  event.case_id = case_.id;
  fold(case_, event, Meta{0, ctx_->now, ctx_->actor, {}, 0});
  events_.emplace_back(std::move(event));
}

Result<Run> Run::open(const State& state, const std::string& case_id, const std::string& number,
                      const std::string& sop_id, const json::Object& facts, const Context& ctx) {
  const auto* rules = sop(state, sop_id);
  if (!rules)
    return refuse(RefusalKind::rule, "no_procedure", "No procedure '" + sop_id + "' has been adopted yet.",
                  "Adopt the default procedures in the setup.");
  if (find(state, case_id))
    return refuse(RefusalKind::conflict, "case_exists", "This case is open already.", "Go on with the open case.");
  Case fresh;
  fresh.id = case_id;
  Run run(state, *rules, std::move(fresh), ctx);
  run.emit(Opened{case_id, number, rules->subject, rules->id, rules->revision, facts});
  run.enter(rules->start);
  return run;
}

Result<Run> Run::on(const State& state, const std::string& case_id, const Context& ctx) {
  const auto* found = find(state, case_id);
  const auto* rules = found ? sop(state, found->sop, found->revision) : nullptr;
  if (!rules) return refuse(RefusalKind::not_found, "no_such_case", "There is no such case.");
  return Run(state, *rules, *found, ctx);
}

Result<void> Run::decide(const std::string& step_id, const std::string& instance, const std::string& outcome,
                         const StepInput& input) {
  const auto* found = open_step(case_, step_id, instance);
  const auto* step = sop_->step(step_id);
  if (!found && open_at(case_, step_id) && instance.empty())
    return refuse(RefusalKind::rule, "instance_required", "Several of these are open.", "Say which one.", "instance");
  if (!found || !step) return not_open(case_, step_id, instance);
  if (auto good = check_input(*step, outcome, input, ctx_->today()); !good) return good;

  const OpenStep at = *found;
  const auto author = ctx_->actor.person();
  StepDecided decided{{}, at.step, at.instance, outcome, step->clearance, {}, {}, input.facts};
  if (!input.reason.text.empty()) decided.reason = Personal::of(author, input.reason.text);
  for (const auto& condition : input.conditions) decided.conditions.push_back(Personal::of(author, condition.text));
  emit(std::move(decided));
  follow(at, outcome, step->outcomes.at(outcome));
  if (outcome == "deferred" && case_.status == CaseStatus::open)
    emit(Deferred{{}, *input.until, Personal::of(author, input.reason.text)});
  return {};
}

void Run::note(const json::Object& facts) {
  emit(FactsNoted{{}, facts});
}

Result<void> Run::reopen_at(const std::string& step_id, const std::string& reason) {
  const auto* step = sop_->step(step_id);
  if (!step)
    return refuse(RefusalKind::rule, "unknown_step", "The procedure has no step '" + step_id + "'.",
                  "Choose a step of the procedure.", "step");
  close_all("reopened");
  emit(Reopened{{}, step_id, Personal::of(ctx_->actor.person(), reason)});
  for (const auto& [id, join] : sop_->steps)
    if (std::ranges::find(join.branches, step_id) != join.branches.end() && step->each.empty()) {
      open_one(*step, {}, id, nullptr);
      return {};
    }
  enter(step_id);
  return {};
}

void Run::close_all(const std::string& because) {
  const auto open = case_.open;
  for (const auto& o : open) emit(StepClosed{{}, o.step, o.instance, because});
}

void Run::enter(const std::string& step_id) {
  const auto* step = sop_->step(step_id);
  if (!step) return;
  if (step->when && !holds(*step->when, case_.facts)) {
    emit(StepSkipped{{}, step_id});
    return enter(step->next);
  }
  if (step->kind == StepKind::all || step->kind == StepKind::any) return enter_join(*step);
  if (step->kind == StepKind::archive && step->outcomes.empty()) return end(step_id);
  open_one(*step, {}, {}, nullptr);
}

void Run::enter_join(const Step& join) {
  emit(BranchesBegun{{}, join.id, join.branches});
  for (const auto& id : join.branches) {
    const auto* branch = sop_->step(id);
    if (!branch) continue;
    const auto items = branch->each.empty() ? std::vector<std::string>{""} : items_of(case_, branch->each);
    if (items.empty() || (branch->when && !holds(*branch->when, case_.facts))) {
      emit(StepSkipped{{}, id});
      continue;
    }
    for (const auto& item : items) open_one(*branch, item, join.id, nullptr);
  }
  arrive(join.id);
}

void Run::open_one(const Step& step, const std::string& instance, const std::string& join, const OpenStep* from) {
  StepOpened opened;
  opened.step = step.id;
  opened.instance = instance;
  opened.owner_role = step.owner;
  opened.assignee = assignee_of(case_, step, instance);
  opened.join = join;
  if (from) {
    opened.from = from->step;
    opened.from_instance = from->instance;
  }
  opened.paused = step.pauses_clock;
  const auto limit = timing_->step_hours.find(step.id);
  const int hours = limit == timing_->step_hours.end() ? step.limit_hours : limit->second;
  if (hours > 0 && !step.pauses_clock) opened.due = policies::after_working(timing_->calendar, ctx_->now, hours * 60);
  emit(std::move(opened));
}

void Run::arrive(const std::string& join_id) {
  const auto* join = sop_->step(join_id);
  const auto waits = std::ranges::any_of(case_.open, [&](const OpenStep& o) { return o.join == join_id; });
  if (!join || waits) return;
  enter(join->next);
}

void Run::follow(const OpenStep& at, const std::string& outcome, const std::string& target) {
  if (target == "end") return end(outcome);
  if (target == "join") {
    const auto* join = sop_->step(at.join);
    if (join && join->kind == StepKind::any) close_all(at.step);
    return arrive(at.join);
  }
  const auto* step = sop_->step(target == "back" ? at.from : target);
  if (!step) return;
  if (target == "back") return open_one(*step, at.from_instance, at.join, nullptr);
  if (step->aside) return open_one(*step, label_of(at.step, at.instance), at.join, &at);
  // The outcome leaves the parallel branches: a yes still outstanding can no longer change it.
  close_all(at.step + ": " + outcome);
  enter(target);
}

void Run::end(const std::string& outcome) {
  close_all(outcome);
  emit(Ended{{}, outcome});
}

Result<Events> open(const State& state, const std::string& case_id, const std::string& number,
                    const std::string& sop_id, const json::Object& facts, const Context& ctx) {
  VS_TRY(run, Run::open(state, case_id, number, sop_id, facts, ctx));
  return run.take();
}

Result<Events> decide_step(const State& state, const std::string& case_id, const std::string& step,
                           const std::string& instance, const std::string& outcome, const StepInput& input,
                           const Context& ctx) {
  VS_TRY(run, Run::on(state, case_id, ctx));
  if (auto done = run.decide(step, instance, outcome, input); !done) return std::unexpected(done.error());
  return run.take();
}

Result<Events> reopen_at(const State& state, const std::string& case_id, const std::string& step,
                         const std::string& reason, const Context& ctx) {
  VS_TRY(run, Run::on(state, case_id, ctx));
  if (auto done = run.reopen_at(step, reason); !done) return std::unexpected(done.error());
  return run.take();
}

}  // namespace vs::procedures
