#include "features/custody/custody_module.h"

#include "features/custody/custody.h"
#include "kernel/event_ops.h"

namespace vs::custody {

Module module() {
  return std::move(Feature("custody").events<KeyRotated, RollbackAccepted>());
}

}  // namespace vs::custody
