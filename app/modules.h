// Every feature of the product. No feature registers itself: this list is the whole truth.
#pragma once

#include <vector>

#include "kernel/module.h"

namespace vs {

/// The modules from the lowest floor to the highest.
std::vector<Module> modules();

}  // namespace vs
