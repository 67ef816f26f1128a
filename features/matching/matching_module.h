// Matching as the registry sees it.
#pragma once

#include "kernel/module.h"

namespace vs::matching {

Module module();

}  // namespace vs::matching
