// Clearances, gates and the trail of a request, in words (REC-01).
#include <algorithm>

#include "features/requests/requests_common.h"
#include "features/requests/requests_views.h"

namespace vs::requests {
namespace {

GateState state_of(const procedures::Case& c, const std::string& step, const std::string& instance,
                   std::string& detail) {
  const procedures::Record* last = nullptr;
  for (const auto& record : c.records)
    if (record.step == step && record.instance == instance && record.current) last = &record;
  if (procedures::open_step(c, step, instance)) return GateState::waiting;
  if (!last) return GateState::none;
  detail = last->reason.words();
  static const std::set<std::string> shut{"not_clear", "incomplete", "no_use_case", "objects",
                                          "no",        "not_now",    "silent",      "not_approved"};
  if (shut.contains(last->outcome)) return GateState::failed;
  return last->outcome == "unclear" || last->outcome == "need_information" ? GateState::waiting : GateState::passed;
}

GateView gate(const procedures::Case& c, const std::string& step, const std::string& instance = {}) {
  GateView view{instance.empty() ? step : step + " " + instance, GateState::none, {}};
  view.state = state_of(c, step, instance, view.detail);
  return view;
}

bool touched(const Request& r, std::initializer_list<Touch> any) {
  const auto all = r.intake.touches.value_or(std::vector<Touch>{});
  return std::ranges::any_of(any, [&](Touch t) { return std::ranges::find(all, t) != all.end(); });
}

std::string spaced(std::string words) {
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string title_of(const procedures::State& procs, const procedures::Case& c, const procedures::Mark& m) {
  const auto* step = procedures::step_of(procs, c, m.step);
  const auto title = step ? step->title : m.step;
  return m.instance.empty() || !step || step->each.empty() ? title : title + " (" + m.instance + ")";
}

// A mark of the case in words; "" for what the trail need not tell.
std::string sentence(const procedures::State& procs, const procedures::Case& c, const procedures::Mark& m,
                     const people::State& people) {
  const auto title = title_of(procs, c, m);
  if (m.what == "step_decided") return title + ": " + spaced(m.detail);
  if (m.what == "delegated") return "delegated \"" + title + "\" to " + people::name_of(people, m.detail);
  if (m.what == "snoozed") return "put \"" + title + "\" aside until " + m.detail;
  if (m.what == "reminded") return "reminded of \"" + title + "\"";
  if (m.what == "overdue") return "\"" + title + "\" is overdue";
  return {};
}

std::string reason_of(const procedures::Case& c, const procedures::Mark& m) {
  if (m.what != "step_decided") return {};
  for (const auto& record : c.records)
    if (record.step == m.step && record.instance == m.instance && record.at == m.at) return record.reason.words();
  return {};
}

}  // namespace

std::vector<ClearanceView> clearance_views(const procedures::Case& c, const people::State& people) {
  std::vector<ClearanceView> out;
  for (const auto& each : procedures::clearances(c)) {
    ClearanceView view{std::string(name_of(each.aspect)), each.instance, each.outcome,        each.by,
                       people::name_of(people, each.by),  each.at,       each.reason.words(), {}};
    for (const auto& condition : each.conditions) view.conditions.push_back(condition.words());
    out.push_back(std::move(view));
  }
  return out;
}

std::vector<GateView> gate_views(const Request& r, const procedures::Case& c) {
  std::vector<GateView> out{gate(c, "completeness"), gate(c, "eligibility"), gate(c, "legal"), gate(c, "privacy")};
  for (const auto channel : r.intake.channels) out.push_back(gate(c, "channel", std::string(name_of(channel))));
  if (touched(r, {Touch::logo, Touch::testimonial})) out.push_back(gate(c, "brand"));
  if (touched(r, {Touch::regulated_claim})) out.push_back(gate(c, "regulated"));
  for (const auto* step : {"consult", "confirm", "final"}) out.push_back(gate(c, step));
  if (procedures::open_at(c, "returned") && !out.empty()) out.front().state = GateState::failed;
  return out;
}

std::vector<TrailView> trail_views(const Request& r, const procedures::Case* c, const procedures::State& procs,
                                   const people::State& people, const directory::State& dir,
                                   const std::set<std::string>& nameless) {
  std::vector<TrailView> out;
  for (const auto& m : r.trail) {
    const auto* contact = nameless.contains(m.contact) ? nullptr : directory::contact(dir, m.contact);
    out.push_back({m.at, m.by, people::name_of(people, m.by), m.what, contact ? contact->name.words() : ""});
  }
  if (c)
    for (const auto& m : c->trail)
      if (auto what = sentence(procs, *c, m, people); !what.empty())
        out.push_back({m.at, m.by, people::name_of(people, m.by), std::move(what), reason_of(*c, m)});
  std::ranges::stable_sort(out, {}, &TrailView::at);
  return out;
}

}  // namespace vs::requests
