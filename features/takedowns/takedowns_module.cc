#include "features/takedowns/takedowns_module.h"

#include "features/takedowns/takedowns_decide.h"
#include "features/takedowns/takedowns_views.h"
#include "kernel/event_ops.h"

namespace vs::takedowns {

Module module() {
  return std::move(Feature("takedowns")
                       .events<Raised, Assigned, Closed>()
                       .acts("takedowns", "assign", "Hand over", &assign)
                       .when(&still_open)
                       .acts("takedowns", "close", "Close with proof", &close)
                       .when(&still_open)
                       .lists("takedowns", &rows)
                       .shows("takedowns", &item)
                       .reacts<authorizations::Withdrawn>(&on_withdrawn)
                       .reacts<authorizations::Narrowed>(&on_narrowed)
                       .reacts<authorizations::Lapsed>(&on_lapsed)
                       .reacts<authorizations::ConditionsReviewed>(&on_conditions_reviewed)
                       .reacts<Raised>(&tell_owner));
}

}  // namespace vs::takedowns
