// The door to people.
#pragma once

#include "kernel/module.h"

namespace vs::people {
Module module();
}
