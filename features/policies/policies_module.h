// Registration of the policies and the setup checklist.
#pragma once

#include "kernel/module.h"

namespace vs::policies {

/// Collection `policies`, `GET /setup`, `POST /setup/defaults`.
Module module();

}  // namespace vs::policies
