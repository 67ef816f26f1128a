// The door to privacy.
#pragma once

#include "kernel/module.h"

namespace vs::privacy {
Module module();
}
