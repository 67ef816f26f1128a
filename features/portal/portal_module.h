// Registration of what customers ask for about themselves. The pages are called by app/portal.h.
#pragma once

#include "kernel/module.h"

namespace vs::portal {

/// Collection `wishes`.
Module module();

}  // namespace vs::portal
