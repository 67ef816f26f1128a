// What time and other features bring about in cases.
#pragma once

#include "features/procedures/procedures.h"

namespace vs::procedures {

/// Reminds owners, reports overdue steps to their decision maker, resumes deferred cases when their day has come.
Events watch(const State&, const Context&);

/// Follows the policies' section `steps`: calendar and time limits.
Events take_timing(const State&, const policies::Adopted&, const Meta&, const Context&);

}  // namespace vs::procedures
