// What time alone brings about: reminders, the notice before the end, the end itself. Found by day, so that the
// watcher looks only at what is due.
#include "features/authorizations/round_rules.h"

#include <algorithm>

namespace vs::authorizations {
namespace {

void earlier_of(std::optional<Date>& day, Date other) {
  if (!day || other < *day) day = other;
}

// The first day on which any policy could bring something about: a change of policy needs no new look at every record.
std::optional<Date> next_due(const Authorization& a) {
  std::optional<Date> day;
  const auto& r = a.round;
  if (r && r->state == RoundState::open && r->remind_days > 0 && int(r->reminders.size()) < policies::most_reminders)
    earlier_of(day, (r->reminders.empty() ? r->asked_at : r->reminders.back()).date().plus_days(r->remind_days));
  if (a.phase != Phase::recorded && a.phase != Phase::suspended) return day;
  for (const auto& grant : a.grants)
    if (!a.lapsed_through || grant.until > *a.lapsed_through) earlier_of(day, grant.until.plus_days(1));
  const auto last = last_day(a.grants);
  const bool over = last && a.lapsed_through && *last <= *a.lapsed_through;
  if (last && !over && r && a.phase == Phase::recorded && a.notice_of != last)
    earlier_of(day, last->plus_days(-policies::most_notice_days));
  return day;
}

}  // namespace

void reschedule(State& state, const Authorization& a) {
  const auto day = next_due(a);
  const auto known = state.due_on.find(a.id);
  if (known != state.due_on.end()) {
    if (day == known->second) return;
    state.due.erase({known->second, a.id});
    state.due_on.erase(known);
  }
  if (!day) return;
  state.due.insert({*day, a.id});
  state.due_on[a.id] = *day;
}

bool wording_outdated(const State& state, const Authorization& a) {
  return a.round && a.round->terms < lexicon(state, a.round->language).terms;
}

namespace {

Events remind_open_round(const Authorization& a, const policies::Asking& rules, Date today) {
  const auto& r = *a.round;
  const auto since = (r.reminders.empty() ? r.asked_at : r.reminders.back()).date();
  if (r.remind_days <= 0 || int(r.reminders.size()) >= rules.reminders_max || today < since.plus_days(r.remind_days))
    return {};
  Events out;
  for (const auto& signer : r.signers)
    if (signer.state == SignerState::asked) out.push_back(Reminded{a.id, signer.contact});
  return out;
}

// R28: told in time, with one tap to say yes for longer; never without a letter that we wrote before.
Events notice(const State& state, const Authorization& a, const policies::Asking& rules, Date today) {
  const auto last = last_day(a.grants);
  if (!last || !a.round || a.phase != Phase::recorded || a.notice_of == last || *last < today ||
      today < last->plus_days(-rules.notice_days) || wording_outdated(state, a))
    return {};
  return {RenewalOffered{a.id, a.contact, *last, renewed_until(a, rules)}};
}

Events lapse(const Authorization& a, Date today) {
  Lapsed e{a.id, a.contact, {}, {}};
  for (const auto& grant : a.grants) {
    if (grant.until >= today || (a.lapsed_through && grant.until <= *a.lapsed_through)) continue;
    e.ended = std::max(e.ended, grant.until);
    if (std::ranges::find(e.use_types, grant.use_type) == e.use_types.end()) e.use_types.push_back(grant.use_type);
  }
  if (e.use_types.empty()) return {};
  return {std::move(e)};
}

}  // namespace

Events tick(const State& state, const policies::State& policies, const Context& ctx) {
  const auto& rules = policies::in_force(policies);
  constexpr std::size_t at_once = 200;  // a long absence is made up in several turns
  Events out;
  for (const auto& [day, id] : state.due) {
    if (day > ctx.today() || out.size() >= at_once) break;
    const auto& a = state.authorizations.at(id);
    if (a.round && a.round->state == RoundState::open) append(out, remind_open_round(a, rules, ctx.today()));
    if (a.phase != Phase::recorded && a.phase != Phase::suspended) continue;
    append(out, lapse(a, ctx.today()));
    append(out, notice(state, a, rules, ctx.today()));
  }
  return out;
}

}  // namespace vs::authorizations
