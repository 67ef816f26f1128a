// A zip archive in memory, to be handed out.
#pragma once

#include <string>
#include <vector>

#include "kernel/time.h"

namespace vs::app {

struct ZipEntry {
  std::string name, bytes;
};

/// The archive. Throws std::runtime_error when it cannot be made.
std::string zip(const std::vector<ZipEntry>&, Instant made_at);

}  // namespace vs::app
