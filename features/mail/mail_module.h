// The door to the feature mail: everything that the registry knows of it.
#pragma once

#include "kernel/module.h"

namespace vs::mail {

/// Letters, templates, settings and those who want no letters.
Module module();

}  // namespace vs::mail
