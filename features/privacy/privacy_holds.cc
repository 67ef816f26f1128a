// Holds, sealed remainders and restrictions: what must be kept, and what must rest, until it is settled (REC-05).
#include "features/privacy/reactions.h"

namespace vs::privacy {
namespace {

constexpr int hold_days_most = 3653;  // ten years: longer than claims live almost anywhere

using authorizations::ReviewOutcome;

Reasons reason_given(const LongText& reason) {
  Reasons reasons;
  reasons.expect(!reason.text.empty(), "required", "reason", "Say why.");
  return reasons;
}

Events suspend(const State& state, const authorizations::State& permissions, const std::string& id,
               const std::string& contact, const Context& ctx) {
  const auto* subject = find(state, contact);
  const auto* permission = authorizations::find(permissions, id);
  if (!subject || !subject->restriction || !permission || permission->phase != authorizations::Phase::recorded)
    return {};
  return {authorizations::Reviewed{id, contact, ReviewOutcome::suspend,
                                   Personal::of(ctx.actor.person(), "Use is restricted.")}};
}

const Remainder* remainder(const State& state, const std::string& id) {
  const auto* subject = find(state, id);
  return subject && subject->remainder && !subject->remainder->gone ? &*subject->remainder : nullptr;
}

}  // namespace

Result<Decision> hold(const State& state, const directory::State& directory, const people::State& people,
                      const HoldSubject& c, const Context& ctx) {
  const auto* contact = directory::contact(directory, ctx.target);
  if ((!contact || contact->erased_on) && !people::find(people, ctx.target))
    return refuse(RefusalKind::not_found, "not_found", "There is no such person.");
  auto reasons = reason_given(c.reason);
  reasons.expect(c.until > ctx.today() && c.until <= ctx.today().plus_days(hold_days_most), "hold.bad_day", "until",
                 "A hold ends on a day of the next ten years.", "Choose the day by which the claim is settled.");
  if (!reasons.empty()) return reasons.refuse();
  const auto* known = find(state, ctx.target);
  if (known && known->hold && known->hold->until == c.until) return Decision{{}, ctx.target};
  return Decision{{Held{ctx.target, c.until, Personal::of(ctx.actor.person(), c.reason.text)}}, ctx.target};
}

Result<void> may_release(const State& state, const Context& ctx) {
  const auto* subject = find(state, ctx.target);
  if (!subject || !subject->hold) return refuse(RefusalKind::conflict, "hold.none", "There is no hold on this person.");
  return {};
}

Result<Decision> release_hold(const State& state, const WithReason& c, const Context& ctx) {
  if (auto ok = may_release(state, ctx); !ok) return std::unexpected(ok.error());
  if (const auto reasons = reason_given(c.reason); !reasons.empty()) return reasons.refuse();
  return Decision{{HoldReleased{ctx.target, Personal::of(ctx.actor.person(), c.reason.text)}}, ctx.target};
}

Result<void> may_restrict(const State& state, const directory::State& directory, const Context& ctx) {
  const auto* contact = directory::contact(directory, ctx.target);
  if (!contact || contact->erased_on) return refuse(RefusalKind::not_found, "not_found", "There is no such customer.");
  const auto* subject = find(state, ctx.target);
  if (subject && subject->restriction)
    return refuse(RefusalKind::conflict, "restriction.stands", "Use of this person is restricted already.");
  return {};
}

// R8: every permission rests, and with it every use, until somebody looked into it.
Result<Decision> restrict_use(const State& state, const directory::State& directory,
                              const authorizations::State& permissions, const WithReason& c, const Context& ctx) {
  if (auto ok = may_restrict(state, directory, ctx); !ok) return std::unexpected(ok.error());
  if (const auto reasons = reason_given(c.reason); !reasons.empty()) return reasons.refuse();
  const auto said = [&] { return Personal::of(ctx.actor.person(), c.reason.text); };
  Restricted restricted{ctx.target, {}, said()};
  Events resting;
  if (const auto it = permissions.by_contact.find(ctx.target); it != permissions.by_contact.end())
    for (const auto& id : it->second) {
      if (authorizations::find(permissions, id)->phase != authorizations::Phase::recorded) continue;
      restricted.suspended.push_back(id);
      resting.push_back(authorizations::Reviewed{id, ctx.target, ReviewOutcome::suspend, said()});
    }
  Decision decision{{std::move(restricted), directory::UseRestricted{ctx.target}}, ctx.target};
  append(decision.events, std::move(resting));
  return decision;
}

Result<void> may_lift(const State& state, const Context& ctx) {
  const auto* subject = find(state, ctx.target);
  if (!subject || !subject->restriction)
    return refuse(RefusalKind::conflict, "restriction.none", "Use of this person is not restricted.");
  return {};
}

Result<Decision> lift_restriction(const State& state, const authorizations::State& permissions, const WithReason& c,
                                  const Context& ctx) {
  if (auto ok = may_lift(state, ctx); !ok) return std::unexpected(ok.error());
  if (const auto reasons = reason_given(c.reason); !reasons.empty()) return reasons.refuse();
  const auto said = [&] { return Personal::of(ctx.actor.person(), c.reason.text); };
  Decision decision{{RestrictionLifted{ctx.target, said()}, directory::UseRestrictionLifted{ctx.target}}, ctx.target};
  for (const auto& id : find(state, ctx.target)->restriction->suspended)
    if (const auto* a = authorizations::find(permissions, id); a && a->phase == authorizations::Phase::suspended)
      decision.events.push_back(authorizations::Reviewed{id, ctx.target, ReviewOutcome::reinstate, said()});
  return decision;
}

Result<void> may_read_remainder(const State& state, const Context& ctx) {
  if (!remainder(state, ctx.target))
    return refuse(RefusalKind::conflict, "remainder.none", "Nothing is kept sealed about this person.");
  return {};
}

// R5: every look at what is kept sealed is recorded, with its reason, before anything is shown.
Result<Decision> read_remainder(const State& state, const WithReason& c, const Context& ctx) {
  if (auto ok = may_read_remainder(state, ctx); !ok) return std::unexpected(ok.error());
  if (const auto reasons = reason_given(c.reason); !reasons.empty()) return reasons.refuse();
  return Decision{{RemainderRead{ctx.target, Personal::of(ctx.actor.person(), c.reason.text)}}, ctx.target};
}

Events on_permission(const State& state, const authorizations::State& permissions, const authorizations::Recorded& e,
                     const Meta&, const Context& ctx) {
  return suspend(state, permissions, e.id, e.contact, ctx);
}

Events on_grant(const State& state, const authorizations::State& permissions, const authorizations::Granted& e,
                const Meta&, const Context& ctx) {
  return suspend(state, permissions, e.id, e.contact, ctx);
}

}  // namespace vs::privacy
