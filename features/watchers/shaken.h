// Advocates and conversations ahead that rest on a relationship in doubt (DIR-04).
#pragma once

#include "features/watchers/watchers.h"

namespace vs::watchers {

/// Finds every active advocate and every conversation ahead of a company whose permissions somebody has to look at.
void shaken(std::vector<Finding>&, const Sources&);

}  // namespace vs::watchers
