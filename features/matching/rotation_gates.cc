// Limits that spread the load (MAT-04). What is asked or scheduled counts like what is done (MAT-09).
#include "features/matching/subject.h"

namespace vs::matching {
namespace {

// A request's own slot never stands in its own way.
bool of_others(const advocates::UseRecord& use, const Need& need) {
  return need.request.empty() || use.request != need.request;
}

int counted(const advocates::Advocate& a, const Need& need, std::optional<UseType> only = {}) {
  int n = 0;
  for (const auto& use : a.uses)
    n += of_others(use, need) && (!only || use.use_type == *only) && advocates::counts(use, need.on);
  return n;
}

// First day of the next quarter, when settled uses stop counting.
Date next_quarter(Date day) {
  return advocates::quarter_start(advocates::quarter_start(day).plus_days(100));
}

std::string region_of(const Subject& s) {
  return s.account ? s.account->region : std::string{};
}

std::string times(int n) {
  return n == 1 ? "once" : n == 2 ? "twice" : std::to_string(n) + " times";
}

}  // namespace

std::optional<Blocker> own_limit(const Sources&, const Need& need, const Subject& s) {
  const int used = counted(*s.advocate, need);
  if (used < s.advocate->max_per_quarter) return {};
  return Blocker{"quarter_full",
                 s.name() + " accepts at most " + std::to_string(s.advocate->max_per_quarter) + " uses a quarter; " +
                     std::to_string(used) + " are done or pending.",
                 next_quarter(need.on)};
}

std::optional<Blocker> use_type_limit(const Sources& from, const Need& need, const Subject& s) {
  const auto limit = policies::limit_for(from.rules(), need.use_type, need.channel, region_of(s));
  const int used = counted(*s.advocate, need, need.use_type);
  if (used < limit.max_per_quarter) return {};
  return Blocker{"rotation_limit",
                 s.name() + " was used for a " + spoken(need.use_type) + " " + times(used) +
                     " this quarter; the policy allows " + std::to_string(limit.max_per_quarter) + ".",
                 next_quarter(need.on)};
}

std::optional<Blocker> cooldown(const Sources& from, const Need& need, const Subject& s) {
  const auto limit = policies::limit_for(from.rules(), need.use_type, need.channel, region_of(s));
  for (const auto& use : s.advocate->uses) {
    if (!of_others(use, need) || use.status == advocates::UseStatus::cancelled) continue;
    if (use.use_type != need.use_type || need.on.days_since(use.on) >= limit.cooldown_days) continue;
    const Date until = use.on.plus_days(limit.cooldown_days);
    return Blocker{"cooldown",
                   s.name() + " was asked for a " + spoken(need.use_type) + " on " + use.on.vj_str() +
                       " and rests until " + until.vj_str() + ".",
                   until};
  }
  return {};
}

std::optional<Blocker> account_cap(const Sources& from, const Need& need, const Subject& s) {
  const int cap = from.rules().cap_per_account_per_quarter;
  // The columns count the request's own slots too: what they let pass, passes.
  const auto quarter = advocates::quarter_start(need.on);
  if (advocates::company_load(from.advocates, s.advocate->ordinal, quarter) < cap) return {};
  const auto it = from.advocates.by_account.find(s.advocate->account);
  if (it == from.advocates.by_account.end()) return {};
  int used = 0;
  for (const auto& id : it->second)
    if (const auto* a = id == s.advocate->id ? s.advocate : advocates::find(from.advocates, id))
      used += counted(*a, need);
  if (used < cap) return {};
  return Blocker{"account_cap",
                 (s.account ? s.account->name : std::string("The company")) + " was used " + times(used) +
                     " this quarter; the policy allows " + std::to_string(cap) + " per company.",
                 next_quarter(need.on)};
}

std::optional<Blocker> days_off(const Sources&, const Need& need, const Subject& s) {
  const auto* off = advocates::blacked_out(*s.advocate, need.on);
  if (!off) return {};
  return Blocker{"blackout",
                 s.name() + " is not available from " + off->from.vj_str() + " to " + off->until.vj_str() + ".",
                 off->until.plus_days(1)};
}

}  // namespace vs::matching
