// Registration of permissions and their gate.
#pragma once

#include "kernel/module.h"

namespace vs::authorizations {

/// Collection `authorizations`, its receipt, and `GET /may-use`.
Module module();

}  // namespace vs::authorizations
