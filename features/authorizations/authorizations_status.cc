// What a catalogue shows (AUT-08): the status of a permission on a given day.
#include "features/authorizations/scope.h"

#include <algorithm>

namespace vs::authorizations {
namespace {

using Grants = std::vector<Grant>;

bool concerns(const Grants& grants, UseType use_type) {
  return std::ranges::any_of(grants, [&](const Grant& grant) { return grant.use_type == use_type; });
}

Grants only(const Grants& grants, std::optional<UseType> use_type, std::optional<Date> today) {
  Grants out;
  for (const auto& grant : grants)
    if ((!use_type || grant.use_type == *use_type) && (!today || grant.until >= *today)) out.push_back(grant);
  return out;
}

// Something asked for, or permitted before, is not permitted now.
bool lacks_something(const Authorization& a, const Grants& live, std::optional<UseType> use_type) {
  const auto missing = [&](const Grants& wider) {
    return std::ranges::any_of(wider, [&](const Grant& grant) {
      return (!use_type || grant.use_type == *use_type) && !concerns(live, grant.use_type);
    });
  };
  return missing(a.asks) || missing(a.grants) ||
         std::ranges::any_of(a.earlier, [&](const Earlier& earlier) { return missing(earlier.grants); });
}

Status status_for(const Authorization& a, std::optional<UseType> use_type, Date today, int expiring_days) {
  if (a.phase == Phase::asked) return Status::asked;
  if (a.phase == Phase::withdrawn) return Status::withdrawn;
  if (a.phase == Phase::declined) return Status::none;
  if (a.phase == Phase::suspended) return Status::under_review;
  const auto live = only(a.grants, use_type, today);
  if (live.empty()) return Status::expired;
  if (last_day(live)->days_since(today) <= expiring_days) return Status::expiring;
  return lacks_something(a, live, use_type) ? Status::partly : Status::in_force;
}

// Which of two statuses tells more about what may be done: a permission in force hides an old withdrawal.
int weight(Status status) {
  switch (status) {
    case Status::in_force: return 8;
    case Status::partly: return 7;
    case Status::expiring: return 6;
    case Status::under_review: return 5;
    case Status::asked: return 4;
    case Status::withdrawn: return 3;
    case Status::expired: return 2;
    case Status::none: return 1;
  }
  return 0;
}

bool about(const Authorization& a, UseType use_type) {
  return concerns(a.asks, use_type) || concerns(a.grants, use_type) ||
         std::ranges::any_of(a.earlier, [&](const Earlier& earlier) { return concerns(earlier.grants, use_type); });
}

// All of this use type was taken back while the rest still stands.
bool taken_back(const Authorization& a, UseType use_type) {
  return a.phase != Phase::asked && a.phase != Phase::declined && !concerns(a.grants, use_type) && about(a, use_type);
}

}  // namespace

Status status_of(const Authorization& a, Date today, int expiring_days) {
  return status_for(a, {}, today, expiring_days);
}

Status status_of(const State& state, const std::string& who, std::optional<UseType> use_type, Date today,
                 int expiring_days) {
  const auto& index = state.by_contact.contains(who) ? state.by_contact : state.by_account;
  const auto found = index.find(who);
  if (found == index.end()) return Status::none;
  auto best = Status::none;
  for (const auto& id : found->second) {
    const auto& a = state.authorizations.at(id);
    if (use_type && !about(a, *use_type)) continue;
    const auto status =
        use_type && taken_back(a, *use_type) ? Status::withdrawn : status_for(a, use_type, today, expiring_days);
    if (weight(status) > weight(best)) best = status;
  }
  return best;
}

}  // namespace vs::authorizations
