// The directory as the registry sees it.
#pragma once

#include "kernel/module.h"

namespace vs::directory {

Module module();

}  // namespace vs::directory
