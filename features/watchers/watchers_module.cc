#include "features/watchers/watchers_module.h"

#include "features/watchers/watchers.h"
#include "kernel/event_ops.h"

namespace vs::watchers {

Module module() {
  return std::move(Feature("watchers")
                       .events<Dismissed>()
                       .acts("findings", "dismiss", "Put aside", &dismiss)
                       .lists("findings", &rows)
                       .shows("findings", &item));
}

}  // namespace vs::watchers
