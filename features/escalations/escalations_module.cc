#include "features/escalations/escalations_module.h"

#include "features/escalations/escalations_views.h"
#include "kernel/event_ops.h"

namespace vs::escalations {

Module module() {
  return std::move(Feature("escalations")
                       .events<Raised, Decided>()
                       .acts("escalations", "decide", "Decide", &decide)
                       .when(&can_decide)
                       .lists("escalations", &rows)
                       .shows("escalations", &item));
}

}  // namespace vs::escalations
