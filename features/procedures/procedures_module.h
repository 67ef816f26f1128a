// The cases feature: SOPs, cases, tasks.
#pragma once

#include "kernel/module.h"

namespace vs::procedures {

/// Everything that this feature adds to the product.
Module module();

}  // namespace vs::procedures
