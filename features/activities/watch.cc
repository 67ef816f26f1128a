#include "features/activities/watch.h"

#include <algorithm>
#include <array>

#include "features/activities/activities_decide.h"

namespace vs::activities {
namespace {

constexpr std::int64_t day_seconds = 86'400;
/// Days after the conversation on which the requester is reminded of the debrief; then policy speaks.
constexpr std::array<int, 4> chase_days{1, 4, 8, 13};
/// Customers owe nothing: they are asked once more, and then left in peace.
constexpr int ask_again_days = 3;
/// Nobody remembers better after that.
constexpr int long_ago_days = 60;

// Who was told the time less than a day ahead was reminded by the invitation itself.
void remind(const State& s, const Context& ctx, Events& out) {
  const auto soon = ctx.now.plus_seconds(day_seconds);
  for (const auto& [at, id] : s.ahead) {
    if (at > soon) break;
    const auto* a = lookup(s, id);
    if (!a || at <= ctx.now || a->reminded_for == at) continue;
    if (a->scheduled_at && a->scheduled_at->plus_seconds(day_seconds) > at) continue;
    out.push_back(Reminded{id, at});
  }
}

int days_since(const Activity& a, const Context& ctx) {
  return a.on ? ctx.today().days_since(*a.on) : 0;
}

void chase(const State& s, const Context& ctx, Events& out) {
  for (const auto& [requester, owed] : s.owed)
    for (const auto& id : owed) {
      const auto* a = lookup(s, id);
      if (!a || days_since(*a, ctx) > long_ago_days) continue;
      const auto due = int(std::ranges::count_if(chase_days, [&](int day) { return day <= days_since(*a, ctx); }));
      if (due > a->chased) out.push_back(DebriefChased{id, Side::requester, due});
    }
  for (const auto& id : s.unheard) {
    const auto* a = lookup(s, id);
    if (a && days_since(*a, ctx) >= ask_again_days && days_since(*a, ctx) <= long_ago_days)
      out.push_back(DebriefChased{id, Side::customer, 1});
  }
}

}  // namespace

Events watch(const State& s, const Context& ctx) {
  Events out;
  remind(s, ctx, out);
  chase(s, ctx, out);
  return out;
}

}  // namespace vs::activities
