// The escalations feature.
#pragma once

#include "kernel/module.h"

namespace vs::escalations {

/// Everything that this feature adds to the product.
Module module();

}  // namespace vs::escalations
