#include "features/portal/portal_module.h"

#include "features/portal/wishes.h"
#include "kernel/event_ops.h"

namespace vs::portal {

Module module() {
  return std::move(Feature("portal")
                       .events<WishStated, WishSettled>()
                       .creates("wishes", "Say what should be done", &state_wish)
                       .acts("wishes", "settle", "Say that it is done", &settle_wish)
                       .when(&may_settle)
                       .lists("wishes", &wish_rows)
                       .shows("wishes", &wish_item));
}

}  // namespace vs::portal
