// What time alone brings about: the reminder of the day before, and the chasing of debriefs (ACT-01, ACT-03).
#pragma once

#include "features/activities/activities.h"

namespace vs::activities {

Events watch(const State&, const Context&);

}  // namespace vs::activities
