// The door to custody.
#pragma once

#include "kernel/module.h"

namespace vs::custody {
/// Events only: the house appends them, nobody sends commands.
Module module();
}  // namespace vs::custody
