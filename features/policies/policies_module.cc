#include "features/policies/policies_module.h"

#include "features/policies/policies_views.h"
#include "kernel/event_ops.h"

namespace vs::policies {

Module module() {
  return std::move(Feature("policies")
                       .events<Adopted>()
                       .acts("policies", "adopt", "Adopt", &adopt)
                       .does("setup", "defaults", "Adopt defaults", &adopt_defaults)
                       .lists("policies", &rows)
                       .shows("policies", &item)
                       .answers("setup.list", "setup", "Checklist before the first request", &checklist));
}

}  // namespace vs::policies
