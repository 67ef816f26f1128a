// What other features ask about cases.
#include "features/procedures/procedures.h"

#include <algorithm>

namespace vs::procedures {
namespace {

// Within so many working hours of its due time a step is called `soon`.
constexpr int soon_hours = 8;

int gravity(const std::string& state) {
  if (state == "breached") return 3;
  if (state == "soon") return 2;
  return state == "ok" ? 1 : 0;
}

}  // namespace

const Sop* sop(const State& state, const std::string& id, std::uint64_t revision) {
  const auto found = state.sops.find(id);
  if (found == state.sops.end() || found->second.empty()) return nullptr;
  if (revision == 0) return &found->second.back();
  const auto it = std::ranges::find(found->second, revision, &Sop::revision);
  return it == found->second.end() ? nullptr : &*it;
}

const Case* find(const State& state, const std::string& case_id) {
  const auto it = state.cases.find(case_id);
  return it == state.cases.end() ? nullptr : &it->second;
}

const Step* step_of(const State& state, const Case& c, const std::string& step) {
  const auto* rules = sop(state, c.sop, c.revision);
  return rules ? rules->step(step) : nullptr;
}

bool open_at(const Case& c, const std::string& step) {
  return std::ranges::find(c.open, step, &OpenStep::step) != c.open.end();
}

const OpenStep* open_step(const Case& c, const std::string& step, const std::string& instance) {
  const OpenStep* found = nullptr;
  for (const auto& open : c.open) {
    if (open.step != step) continue;
    if (open.instance == instance) return &open;
    if (!instance.empty()) continue;
    if (found) return nullptr;
    found = &open;
  }
  return found;
}

std::vector<std::string> next_outcomes(const State& state, const Case& c, const std::string& step_id) {
  std::vector<std::string> names;
  if (const auto* step = step_of(state, c, step_id); step && open_at(c, step_id))
    for (const auto& [name, target] : step->outcomes) names.push_back(name);
  return names;
}

std::vector<Clearance> clearances(const Case& c) {
  std::vector<Clearance> all;
  for (const auto& r : c.records)
    if (r.current && r.clearance != Aspect::none)
      all.push_back({r.clearance, r.instance, r.outcome, r.who, r.at, r.reason, r.conditions});
  return all;
}

std::vector<Personal> conditions(const Case& c) {
  std::vector<Personal> all;
  for (const auto& r : c.records)
    if (r.current) all.insert(all.end(), r.conditions.begin(), r.conditions.end());
  return all;
}

std::string stage(const State& state, const Case& c) {
  std::string label;
  const auto* rules = sop(state, c.sop, c.revision);
  if (!rules) return label;
  for (const auto& id : rules->order)
    if (open_at(c, id)) label += (label.empty() ? "" : " · ") + rules->step(id)->title;
  return label;
}

std::optional<Instant> due_of(const Case& c) {
  std::optional<Instant> first;
  for (const auto& open : c.open)
    if (open.due && (!first || *open.due < *first)) first = open.due;
  return first;
}

Sla sla_of(const State& state, const OpenStep& open, Instant now) {
  if (open.paused_since || !open.due) return {open.paused_since ? "paused" : "ok", 0, 0};
  const bool late = now > *open.due;
  const int minutes = int(policies::working_minutes(state.timing.calendar, now, *open.due));
  // Hours over are rounded up, hours left are rounded down.
  const int hours = late ? -((59 - minutes) / 60) : minutes / 60;
  return {late ? "breached" : hours < soon_hours ? "soon" : "ok", hours, minutes};
}

Sla sla_of(const State& state, const Case& c, Instant now) {
  if (c.status != CaseStatus::open) return {"met", 0, 0};
  Sla worst{"paused", 0, 0};
  if (c.deferred_until) return worst;
  for (const auto& open : c.open) {
    auto sla = sla_of(state, open, now);
    const int a = gravity(sla.state), b = gravity(worst.state);
    if (a > b || (a == b && sla.minutes_left < worst.minutes_left)) worst = std::move(sla);
  }
  return worst;
}

std::vector<Comment> conversation(const Case& c, const std::set<std::string>& roles, const std::string& person) {
  std::vector<Comment> readable;
  for (const auto& comment : c.comments)
    if (comment.private_to_role.empty() || roles.contains(comment.private_to_role) || comment.by == person ||
        std::ranges::find(comment.mentions, person) != comment.mentions.end())
      readable.push_back(comment);
  return readable;
}

}  // namespace vs::procedures
