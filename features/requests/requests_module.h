// The door to requests.
#pragma once

#include "kernel/module.h"

namespace vs::requests {
/// Registers what this feature stores, does, answers and follows.
Module module();
}  // namespace vs::requests
