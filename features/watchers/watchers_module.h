// Registration of the watchers' findings.
#pragma once

#include "kernel/module.h"

namespace vs::watchers {

/// Collection `findings`.
Module module();

}  // namespace vs::watchers
