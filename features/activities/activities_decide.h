// What the decisions of activities share.
#pragma once

#include "features/activities/activities.h"

namespace vs::activities {

/// Refuses unless the actor is the requester of the addressed activity or runs the program.
Result<void> may_touch(const State&, const Context&);
/// The addressed activity, when the actor may touch it.
Result<const Activity*> may_touch_ok(const State&, const Context&);
/// Refuses once the addressed activity is recorded or cancelled.
Result<void> still_ahead(const State&, const Context&);
/// Refuses unless a debrief of the addressed activity is owed.
Result<void> owes_debrief(const State&, const Context&);

}  // namespace vs::activities
