// Which records of an import can be taken back.
#pragma once

#include "features/directory/directory.h"

namespace vs::directory {

struct Undoing {
  Events events;
  std::uint64_t kept = 0;  ///< records that stay as they are, because they are in use or changed since
};

/// Takes back what the import did, save for records that somebody changed since or that others refer to.
Undoing undone(const State&, const Import&);

}  // namespace vs::directory
