// The weighing behind the gate: every grant that concerns a use, with what it comes to.
#pragma once

#include "features/authorizations/scope.h"

namespace vs::authorizations {

/// One grant, or the whole authorization (`grant` null), and what it says to the use.
struct Weighing {
  const Authorization* authorization = nullptr;
  const Grant* grant = nullptr;
  Finding finding;
};

/// All that the records of this contact or account say to the use, in order of authorization.
std::vector<Weighing> weigh_all(const State&, const directory::State&, const Use&);
/// What forbids the use whatever was permitted: opt-out, ban, somebody who left (R8).
std::vector<Clause> barred(const directory::State&, const Use&);
/// The permission to use: of all that say yes, the one with the fewest strings; null when none does.
const Weighing* chosen(const std::vector<Weighing>&);

}  // namespace vs::authorizations
