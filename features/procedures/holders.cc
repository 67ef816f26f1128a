#include "features/procedures/holders.h"

#include <algorithm>

namespace vs::procedures {
namespace {

bool is_requester(const Case& c, const std::string& person) {
  const auto* fact = c.facts.if_contains("requester");
  return person == c.opened_by || (fact && fact->is_string() && fact->get_string() == person);
}

bool delegated_to(const OpenStep& open, const Who& who) {
  return !open.delegated_to.empty() && open.delegated_to == who.actor.person() &&
         (!open.delegated_until || who.today <= *open.delegated_until);
}

bool holds_step(const people::State& staff, const Step& step, const OpenStep& open, const Who& who) {
  if (who.actor.kind == ActorKind::contact) return step.owner == "customer" && open.assignee == who.actor.person();
  if (delegated_to(open, who)) return true;
  if (!open.assignee.empty() && open.assignee == who.actor.person()) return true;
  if (std::ranges::any_of(step.deputies, [&](const auto& role) { return who.roles.contains(role); })) return true;
  // A step of a person who left is everybody's who has the role.
  const auto* owner = people::find(staff, open.assignee);
  const bool named = !open.assignee.empty() && (!owner || owner->active);
  return !named && who.roles.contains(step.owner);
}

std::string owner_words(const people::State& staff, const OpenStep& open) {
  return open.assignee.empty() ? "the role " + open.owner_role : people::name_of(staff, open.assignee);
}

Result<void> duties_apart(const Case& c, const Step& step, const std::string& person) {
  if (step.clearance != Aspect::none && is_requester(c, person))
    return refuse(RefusalKind::forbidden, "own_request", "Nobody clears a request of their own.",
                  "Delegate the step to a colleague.");
  for (const auto& record : c.records)
    if (record.current && record.who == person && std::ranges::find(step.excludes, record.step) != step.excludes.end())
      return refuse(RefusalKind::forbidden, "separation_of_duties",
                    "Whoever decided '" + record.step + "' cannot decide this step as well.",
                    "Delegate the step to a colleague.");
  return {};
}

}  // namespace

Result<void> allowed(const people::State& staff, const Case& c, const Step& step, const OpenStep& open,
                     const Who& who) {
  if (who.actor.kind == ActorKind::watcher) return {};
  if (auto apart = duties_apart(c, step, who.actor.person()); !apart) return apart;
  if (holds_step(staff, step, open, who)) return {};
  return refuse(RefusalKind::forbidden, "not_your_step", "This step belongs to " + owner_words(staff, open) + ".",
                "Ask its owner to decide it or to delegate it to you.");
}

Result<void> may_decide(const State& state, const people::State& staff, const std::string& case_id,
                        const std::string& step_id, const std::string& instance, const Context& ctx) {
  const auto* c = find(state, case_id);
  if (!c) return refuse(RefusalKind::not_found, "no_such_case", "There is no such case.");
  const auto* open = open_step(*c, step_id, instance);
  const auto* step = step_of(state, *c, step_id);
  if (open && step) return allowed(staff, *c, *step, *open, {ctx.actor, ctx.roles, ctx.today()});
  if (!open && open_at(*c, step_id) && instance.empty())
    return refuse(RefusalKind::rule, "instance_required", "Several of these are open.", "Say which one.", "instance");
  for (auto it = c->records.rbegin(); it != c->records.rend(); ++it)
    if (it->step == step_id && (instance.empty() || it->instance == instance))
      return refuse(RefusalKind::conflict, "already_decided",
                    "This was decided already: '" + it->outcome + "' by " + people::name_of(staff, it->who) + " on " +
                        it->at.vj_str() + ".",
                    "Read the decision; the owner of the case can have it examined anew.", "step");
  return refuse(RefusalKind::conflict, "not_open", "It is not the turn of this step.",
                "Look at the steps that are open now.", "step");
}

std::string task_id(const Case& c, const OpenStep& open) {
  return "tsk_" + c.id + "~" + open.step + "~" + open.instance;
}

TaskAt task_at(const State& state, const std::string& id) {
  const auto first = id.find('~');
  const auto second = first == std::string::npos ? first : id.find('~', first + 1);
  if (second == std::string::npos || !id.starts_with("tsk_")) return {};
  const auto* c = find(state, id.substr(4, first - 4));
  if (!c) return {};
  const auto step = id.substr(first + 1, second - first - 1), instance = id.substr(second + 1);
  for (const auto& open : c->open)
    if (open.step == step && open.instance == instance) return {c, &open, step_of(state, *c, step)};
  return {};
}

}  // namespace vs::procedures
