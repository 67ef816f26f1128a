#include "features/procedures/procedures_views.h"

#include "features/procedures/holders.h"

#include <algorithm>

namespace vs::procedures {
namespace {

const std::set<std::string> overseers{"program_owner", "intake_coordinator", "administrator", "auditor",
                                      "sponsor",       "executive"};

std::string text_fact(const Case& c, std::string_view name) {
  const auto* value = c.facts.if_contains(name);
  return value && value->is_string() ? std::string(value->get_string()) : std::string{};
}

bool oversees(const Ask& ask) {
  return std::ranges::any_of(ask.roles, [](const auto& role) { return overseers.contains(role); });
}

std::string name_or_none(const people::State& staff, const std::string& person) {
  return person.empty() ? std::string{} : people::name_of(staff, person);
}

void show_facts(const people::State& staff, const Case& c, TaskItem& item) {
  item.case_id = c.id;
  item.number = c.number;
  item.title = text_fact(c, "title");
  item.use_type = text_fact(c, "use_type");
  item.prospect_name = text_fact(c, "prospect_name");
  if (auto deadline = text_fact(c, "deadline"); !deadline.empty()) item.deadline = std::move(deadline);
  const auto* amount = c.facts.if_contains("amount");
  if (amount && amount->is_int64()) item.amount = amount->get_int64();
  item.currency = text_fact(c, "currency");
  const auto requester = text_fact(c, "requester");
  item.requester_name = name_or_none(staff, requester.empty() ? c.opened_by : requester);
  item.version = c.version;
}

std::vector<std::string> views_of(const people::State& staff, const Case& c, const Step& step, const OpenStep& open,
                                  const TaskItem& item, const Ask& ask) {
  std::vector<std::string> views;
  const bool mine = allowed(staff, c, step, open, {ask.actor, ask.roles, ask.today()}).has_value();
  const bool asleep = open.snoozed_until && ask.today() < *open.snoozed_until;
  if (mine && !asleep && !c.deferred_until) views.push_back("mine");
  if (mine || oversees(ask)) {
    views.push_back("all");
    if (item.sla.state == "breached") views.push_back("late");
  }
  return views;
}

TaskItem shown(const State& state, const people::State& staff, const TaskAt& at, const Ask& ask) {
  const auto& [c, open, step] = at;
  TaskItem item;
  item.id = task_id(*c, *open);
  item.step = open->step;
  item.instance = open->instance;
  item.step_title = step->title;
  item.instruction = step->instruction;
  item.kind = name_of(step->kind);
  item.owner_role = open->owner_role;
  item.assignee = open->assignee;
  item.assignee_name = name_or_none(staff, open->assignee);
  item.delegated_to = open->delegated_to;
  item.due = open->due;
  item.sla = sla_of(state, *open, ask.now);
  item.group = step->group;
  item.snoozed_until = open->snoozed_until;
  show_facts(staff, *c, item);
  item.view = views_of(staff, *c, *step, *open, item, ask);
  return item;
}

TaskRow row_of(const State& state, const TaskAt& at, TaskItem item) {
  TaskRow row{std::move(item), {}};
  const bool mine = std::ranges::find(row.view, "mine") != row.view.end();
  if (mine && !at.step->action.empty())
    row.actions.push_back({at.of->subject + "s", at.step->action, next_outcomes(state, *at.of, at.step->id)});
  return row;
}

}  // namespace

std::vector<TaskRow> tasks(const State& state, const people::State& staff, const Ask& ask) {
  const auto wanted = ask.param("view").empty() ? "mine" : ask.param("view");
  std::vector<TaskRow> rows;
  for (const auto& [id, c] : state.cases)
    for (const auto& open : c.open) {
      const auto* step = step_of(state, c, open.step);
      if (!step) continue;
      const TaskAt at{&c, &open, step};
      auto item = shown(state, staff, at, ask);
      if (std::ranges::find(item.view, wanted) != item.view.end()) rows.push_back(row_of(state, at, std::move(item)));
    }
  // Most pressing first; what has no time limit comes last.
  std::ranges::stable_sort(rows, [](const TaskRow& a, const TaskRow& b) {
    if (!a.due || !b.due) return a.due.has_value() && !b.due.has_value();
    return *a.due < *b.due;
  });
  return rows;
}

Result<TaskItem> task_item(const State& state, const people::State& staff, const Ask& ask) {
  const auto at = task_at(state, ask.id);
  auto item = at.step ? shown(state, staff, at, ask) : TaskItem{};
  if (item.view.empty()) return refuse(RefusalKind::not_found, "no_such_task", "This task is done, or not yours.");
  return item;
}

std::vector<ProcedureRow> procedures(const State& state, const Ask&) {
  std::vector<ProcedureRow> rows;
  for (const auto& [id, revisions] : state.sops) {
    const auto& s = revisions.back();
    const auto open = std::ranges::count_if(
        state.cases, [&](const auto& each) { return each.second.sop == id && each.second.status == CaseStatus::open; });
    rows.push_back({id, s.title, s.subject, s.revision, s.digest, s.adopted_at, std::uint64_t(open), s.version});
  }
  return rows;
}

Result<ProcedureItem> procedure(const State& state, const Ask& ask) {
  const auto* s = sop(state, ask.id);
  if (!s) return refuse(RefusalKind::not_found, "no_such_procedure", "There is no such procedure.");
  ProcedureItem item{s->id,     s->title,      s->subject, s->start, s->revision,
                     s->digest, s->adopted_at, {},         s->text,  s->version};
  std::vector<Step> steps;
  for (const auto& id : s->order) steps.push_back(*s->step(id));
  item.steps = json::parse(json::to_text(steps), 64).value_or(json::Array{});
  return item;
}

}  // namespace vs::procedures
