// What the decisions about rounds share.
#pragma once

#include "features/authorizations/commands.h"
#include "features/authorizations/scope.h"
#include "features/policies/policies.h"

namespace vs::authorizations {

/// What all answers together come to: the narrowest wins, one no is a no. `to_clear`: positions of grants that
/// got conditions in somebody's own words.
struct Outcome {
  std::vector<Grant> grants;
  std::vector<int> to_clear;
};
Outcome outcome_of(const Round&);

bool all_answered(const Round&);
/// Is this contact the one asked, or one of the signers?
bool concerns_me(const Authorization&, const std::string& contact);
/// The addressed authorization; a contact sees only those that concern them.
Result<const Authorization*> mine(const State&, const Context&);
/// The same, for deeds that only the one who gave the permission does.
Result<const Authorization*> my_own(const State&, const Context&);
/// Reasons against asking this contact now: asked too recently, or declined not long ago.
void check_limits_on_asking(Reasons&, const State&, const policies::Asking&, const std::string& contact, Instant now);
/// The last day that one tap makes of it: a year more, or as policy says.
Date renewed_until(const Authorization&, const policies::Asking&);
/// Recomputes when time brings about something next.
void reschedule(State&, const Authorization&);
/// Deeds that time brings about; yields nothing twice.
Events tick(const State&, const policies::State&, const Context&);

}  // namespace vs::authorizations
