// After the answer: conditions before legal, a pause, and saying yes for longer. Rules R25 to R28 of the README.
#include "features/authorizations/round_rules.h"

#include <algorithm>

namespace vs::authorizations {
namespace {

std::vector<int> waiting_for_legal(const Authorization& a) {
  std::vector<int> out;
  for (int i = 0; i < int(a.grants.size()); ++i)
    if (a.grants[std::size_t(i)].with_legal) out.push_back(i);
  return out;
}

Result<const Authorization*> permitted(const State& state, const Context& ctx) {
  VS_TRY(a, my_own(state, ctx));
  if (a->phase == Phase::recorded || a->phase == Phase::suspended) return a;
  return refuse(RefusalKind::conflict, "not_permitted", "Nothing is permitted here.");
}

}  // namespace

Date renewed_until(const Authorization& a, const policies::Asking& rules) {
  return last_day(a.grants).value_or(Date{}).plus_days(rules.renewal_days);
}

Result<void> may_clear_conditions(const State& state, const Context& ctx) {
  const auto* a = find(state, ctx.target);
  if (!a) return refuse(RefusalKind::not_found, "not_found", "There is no such authorization.");
  if (a->phase == Phase::withdrawn)
    return refuse(RefusalKind::conflict, "withdrawn", "The customer withdrew this permission.");
  if (waiting_for_legal(*a).empty())
    return refuse(RefusalKind::rule, "nothing_to_clear", "No condition of the customer waits for legal.");
  return {};
}

// R25: words of the customer's own bind only once somebody who knows has read them.
Result<Decision> clear_conditions(const State& state, const ClearConditions& c, const Context& ctx) {
  if (const auto ok = may_clear_conditions(state, ctx); !ok) return std::unexpected(ok.error());
  const auto& a = *find(state, ctx.target);
  const auto waiting = waiting_for_legal(a);
  auto wanted = c.grants.empty() ? waiting : c.grants;
  Reasons reasons;
  reasons.expect(!c.reason.text.empty(), "required", "reason", "Say what you found.");
  for (const int position : wanted)
    reasons.expect(std::ranges::find(waiting, position) != waiting.end(), "nothing_to_clear", "grants",
                   "Grant " + std::to_string(position) + " does not wait for legal.");
  if (!reasons.empty()) return reasons.refuse();
  return Decision{{ConditionsReviewed{a.id, a.contact, c.outcome, std::move(wanted),
                                      Personal::of(ctx.actor.person(), c.reason.text)}},
                  a.id};
}

Result<void> may_pause(const State& state, const Context& ctx) {
  if (const auto a = permitted(state, ctx); !a) return std::unexpected(a.error());
  return {};
}

// R26: a rest is as good as a no until it is over.
Result<Decision> pause(const State& state, const policies::State& policies, const Pause& c, const Context& ctx) {
  VS_TRY(a, permitted(state, ctx));
  Reasons reasons;
  reasons.expect(c.until >= ctx.today(), "until_past", "until", "This day is over already.");
  const int most_days = policies::in_force(policies).renewal_days_max;
  reasons.expect(c.until <= ctx.today().plus_days(most_days), "out_of_bounds", "until",
                 "A pause lasts " + std::to_string(most_days) + " days at most.", "Withdraw to end it for good.");
  if (!reasons.empty()) return reasons.refuse();
  if (a->paused_until == c.until) return Decision{};
  return Decision{{Paused{a->id, a->contact, c.until}}, a->id};
}

Result<void> may_resume(const State& state, const Context& ctx) {
  VS_TRY(a, permitted(state, ctx));
  if (!a->paused_until || *a->paused_until < ctx.today())
    return refuse(RefusalKind::conflict, "not_paused", "It is not paused.");
  return {};
}

Result<Decision> resume(const State& state, const Resume&, const Context& ctx) {
  VS_TRY(a, permitted(state, ctx));
  if (!a->paused_until) return Decision{};
  return Decision{{Unpaused{a->id, a->contact}}, a->id};
}

// R28: what was given under older terms is asked for again.
Result<Decision> offer_renewal(const State& state, const policies::State& policies, const OfferRenewal& c,
                               const Context& ctx) {
  if (const auto ok = may_renew(state, ctx); !ok) return std::unexpected(ok.error());
  const auto& a = *find(state, ctx.target);
  const auto& rules = policies::in_force(policies);
  const auto last = last_day(a.grants);
  const auto until = c.until.value_or(renewed_until(a, rules));
  Reasons reasons;
  reasons.expect(last.has_value(), "nothing_permitted", "", "Nothing is permitted that could be renewed.");
  reasons.expect(last && until > *last, "not_longer", "until", "The permission lasts that long already.",
                 "Choose a later day.");
  reasons.expect(until <= ctx.today().plus_days(rules.renewal_days_max), "out_of_bounds", "until",
                 "One yes reaches " + std::to_string(rules.renewal_days_max) + " days at most.",
                 "Choose an earlier day.");
  reasons.expect(!wording_outdated(state, a), "wording_moved_on", "", "The terms of the request have changed since.",
                 "Ask the customer anew.");
  if (!reasons.empty()) return reasons.refuse();
  if (a.renewal_offer == until && a.notice_of == last) return Decision{};
  return Decision{{RenewalOffered{a.id, a.contact, *last, until}}, a.id};
}

}  // namespace vs::authorizations
