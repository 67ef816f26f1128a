#include "features/watchers/watchers_module.h"

#include "features/watchers/watchers.h"

namespace vs::watchers {

Module module() {
  return std::move(Feature("watchers")
                       .events<Dismissed>()
                       .acts("findings", "dismiss", "Put aside", &dismiss)
                       .lists("findings", &rows)
                       .shows("findings", &item));
}

}  // namespace vs::watchers
