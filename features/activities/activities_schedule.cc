// When it takes place: set by the requester, moved, called off by either side (ACT-01).
#include <algorithm>

#include "features/activities/activities_decide.h"

namespace vs::activities {
namespace {

constexpr std::size_t most_times = 5;

Reasons faults(const Schedule& cmd, int minutes, const Context& ctx) {
  Reasons reasons;
  reasons.expect(cmd.at > ctx.now, "in_past", "at", "This time is already past.", "Choose a time ahead.");
  reasons.expect(minutes >= 5 && minutes <= 24 * 60, "bad_minutes", "minutes",
                 "The length must be between 5 and 1440 minutes.");
  return reasons;
}

Reasons faults(const Reschedule& cmd, const Context& ctx) {
  Reasons reasons;
  reasons.expect(!cmd.slots.empty(), "times_missing", "slots", "Name at least one time that would suit you.");
  reasons.expect(cmd.slots.size() <= most_times, "too_many_times", "slots", "Name five times at most.");
  reasons.expect(std::ranges::all_of(cmd.slots, [&](Instant at) { return at > ctx.now; }), "in_past", "slots",
                 "One of these times is already past.", "Choose times ahead.");
  return reasons;
}

bool told_anew(const Activity& a, const Schedule& cmd) {
  return (cmd.where && *cmd.where != a.where.words()) || (cmd.agenda && cmd.agenda->text != a.agenda.words());
}

// The time is over but nobody has recorded yet what happened.
bool past(const Activity& a, Instant now) {
  return a.scheduled_for && *a.scheduled_for <= now;
}

Result<Decision> called_off_by_program(const Activity& a, const advocates::State& advs, const CallOff& cmd,
                                       const Context& ctx) {
  if (!cmd.reason || cmd.reason->text.empty())
    return refuse(RefusalKind::rule, "reason_required", "A reason is needed here.", "Say in a sentence why.", "reason");
  Events out{Cancelled{a.id, *words_of(ctx, cmd.reason)}};
  append(out, advocates::release(advs, a.plan.advocate, a.plan.request, ctx));
  return Decision{std::move(out), a.id};
}

}  // namespace

Result<Decision> schedule(const State& s, const advocates::State& advs, const Schedule& cmd, const Context& ctx) {
  VS_TRY(a, may_touch_ok(s, ctx));
  if (over(*a)) return already_over(*a);
  const int minutes = cmd.minutes.value_or(a->minutes > 0 ? a->minutes : usual_minutes);
  if (const auto reasons = faults(cmd, minutes, ctx); !reasons.empty()) return reasons.refuse();
  const bool anew = told_anew(*a, cmd);
  if (!anew && a->scheduled_for == cmd.at && a->minutes == minutes) return Decision{{}, a->id};
  Events out;
  if (anew) {
    const auto author = ctx.actor.person();
    out.push_back(Arranged{a->id, Personal::of(author, cmd.where.value_or(a->where.words())),
                           Personal::of(author, cmd.agenda ? cmd.agenda->text : a->agenda.words())});
  }
  out.push_back(Scheduled{a->id, cmd.at, minutes});
  append(out, advocates::progress(advs, a->plan.advocate, a->plan.request, advocates::UseStatus::scheduled, ctx));
  return Decision{std::move(out), a->id};
}

Result<const Activity*> own(const State& s, const Context& ctx) {
  const auto* a = lookup(s, ctx.target);
  if (!a || ctx.actor.kind != ActorKind::contact || a->plan.contact != ctx.actor.id) return unknown();
  return a;
}

Result<void> can_reschedule(const State& s, const Context& ctx) {
  VS_TRY(a, own(s, ctx));
  if (over(*a)) return already_over(*a);
  if (past(*a, ctx.now)) return refuse(RefusalKind::conflict, "time_over", "The time of this conversation is over.");
  return {};
}

Result<void> can_call_off(const State& s, const Context& ctx) {
  if (ctx.actor.kind == ActorKind::contact) return can_reschedule(s, ctx);
  return still_ahead(s, ctx);
}

Result<Decision> reschedule(const State& s, const Reschedule& cmd, const Context& ctx) {
  if (auto can = can_reschedule(s, ctx); !can) return std::unexpected(can.error());
  const auto& a = *lookup(s, ctx.target);
  if (const auto reasons = faults(cmd, ctx); !reasons.empty()) return reasons.refuse();
  if (a.other_times == cmd.slots) return Decision{{}, a.id};
  return Decision{{OtherTimesProposed{a.id, cmd.slots, words_of(ctx, cmd.reason)}}, a.id};
}

Result<Decision> call_off(const State& s, const directory::State& dir, const authorizations::State& auths,
                          const advocates::State& advs, const CallOff& cmd, const Context& ctx) {
  const auto* known = lookup(s, ctx.target);
  const bool customer = ctx.actor.kind == ActorKind::contact;
  // Pressing twice is one deed.
  if (customer && known && known->plan.contact == ctx.actor.id && known->outcome == Outcome::cancelled_by_customer)
    return Decision{{}, known->id};
  if (auto can = can_call_off(s, ctx); !can) return std::unexpected(can.error());
  if (!customer) return called_off_by_program(*known, advs, cmd, ctx);
  const Record happened{Outcome::cancelled_by_customer, {}, {}, cmd.reason, {}};
  VS_TRY(out, record_outcome(s, dir, auths, advs, known->id, happened, ctx));
  return Decision{std::move(out), known->id};
}

}  // namespace vs::activities
