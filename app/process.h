// What this process uses of the machine.
#pragma once

#include <cstddef>

namespace vs::app {

struct ProcessUsage {
  std::size_t resident_bytes = 0, open_files = 0;
  double processor_seconds = 0;
};
ProcessUsage process_usage();

}  // namespace vs::app
