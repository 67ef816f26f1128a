// Registration of take-downs.
#pragma once

#include "kernel/module.h"

namespace vs::takedowns {

/// Collection `takedowns`; follows what ends a permission.
Module module();

}  // namespace vs::takedowns
