// What time and other features bring about in cases.
#pragma once

#include "features/procedures/procedures.h"

namespace vs::procedures {

/// Reminds owners, reports overdue steps to their decision maker, resumes deferred cases when their day has come.
Events watch(const State&, const Context&);

/// Follows the policies' section `steps`: calendar and time limits. A workspace that has none yet gets the
/// procedures delivered, so that adopting the defaults is enough to begin.
Events follow_policies(const State&, const policies::Adopted&, const Meta&, const Context&);

}  // namespace vs::procedures
