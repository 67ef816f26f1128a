#include "features/procedures/watch.h"

#include "features/procedures/delivered.h"

namespace vs::procedures {
namespace {

// Nothing is said twice: once folded, `reminded` and `overdue` keep these events from coming again.
void watch_step(const State& state, const Case& c, const OpenStep& open, Instant now, Events& events) {
  const auto* step = step_of(state, c, open.step);
  if (!step) return;
  const bool remind = step->remind_hours > 0 && !open.reminded &&
                      now >= policies::after_working(state.timing.calendar, open.opened_at, step->remind_hours * 60);
  if (remind) events.emplace_back(Reminded{c.id, open.step, open.instance});
  if (!open.paused_since && open.due && !open.overdue && now > *open.due)
    events.emplace_back(Overdue{c.id, open.step, open.instance, step->escalate});
}

}  // namespace

Events watch(const State& state, const Context& ctx) {
  Events events;
  for (const auto& [id, c] : state.cases) {
    if (c.status != CaseStatus::open) continue;
    if (c.deferred_until) {
      if (*c.deferred_until <= ctx.today()) append(events, resume(state, id, ctx));
      continue;
    }
    for (const auto& open : c.open) watch_step(state, c, open, ctx.now, events);
  }
  return events;
}

Events follow_policies(const State& state, const policies::Adopted& e, const Meta&, const Context& ctx) {
  const auto* steps = std::get_if<policies::Steps>(&e.values);
  if (!steps) return {};
  Events events;
  if (state.timing.calendar != steps->calendar || state.timing.step_hours != steps->step_hours)
    events.emplace_back(TimingAdopted{steps->calendar, steps->step_hours});
  for (const auto text : delivered())
    if (const auto read = parse_sop(text); read && !sop(state, read->id))
      append(events, adopt_default(state, text, ctx));
  return events;
}

}  // namespace vs::procedures
