#include "features/watchers/watchers.h"

#include <algorithm>

namespace vs::watchers {
namespace {

bool put_aside(const State& s, const Finding& f, Date today) {
  const auto it = s.aside.find(f.id);
  return it != s.aside.end() && (!it->second.until || *it->second.until >= today);
}

}  // namespace

void on(State& s, const Dismissed& e, const Meta& m) {
  s.aside[e.finding] = {e.until, m.actor.person()};
}

Result<Decision> dismiss(const State& s, VS_WATCHED, const Dismiss& c, const Context& ctx) {
  const auto all = findings({directory, policies, auths, advocates, activities, takedowns}, ctx.now);
  const auto it = std::ranges::find(all, ctx.target, &Finding::id);
  if (it == all.end()) return refuse(RefusalKind::not_found, "not_found", "There is nothing like that to look at.");
  Reasons reasons;
  reasons.expect(!c.reason.text.empty(), "required", "reason", "Say why it can be put aside.");
  reasons.expect(!c.until || *c.until > ctx.today(), "until_past", "until", "This day is over already.");
  if (!reasons.empty()) return reasons.refuse();
  if (put_aside(s, *it, ctx.today())) return Decision{};
  return Decision{{Dismissed{it->id, c.until, Personal::of(ctx.actor.person(), c.reason.text)}}, it->id};
}

std::vector<Finding> rows(const State& s, VS_WATCHED, const Ask& ask) {
  auto all = findings({directory, policies, auths, advocates, activities, takedowns}, ask.now);
  std::erase_if(all, [&](const Finding& f) { return put_aside(s, f, ask.today()); });
  return all;
}

Result<Finding> item(const State&, VS_WATCHED, const Ask& ask) {
  for (auto& f : findings({directory, policies, auths, advocates, activities, takedowns}, ask.now))
    if (f.id == ask.id) return f;
  return refuse(RefusalKind::not_found, "not_found", "There is nothing like that to look at.");
}

}  // namespace vs::watchers
