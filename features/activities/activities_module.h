// The door to activities.
#pragma once

#include "kernel/module.h"

namespace vs::activities {
/// Registers what this feature stores, does and answers.
Module module();
}  // namespace vs::activities
