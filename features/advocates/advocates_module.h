// Advocates as the registry sees them.
#pragma once

#include "kernel/module.h"

namespace vs::advocates {

Module module();

}  // namespace vs::advocates
