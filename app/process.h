// What this process uses of the machine.
#pragma once

#include <cstddef>

namespace vs::app {

struct ProcessUsage {
  std::size_t resident_bytes = 0, open_files = 0;
  double processor_seconds = 0;
};
ProcessUsage process_usage();

/// How many files and sockets this process may have open. First it takes all that it is allowed to take: shells and
/// old supervisors begin with a thousand for the sake of programs that cannot bear more.
std::size_t take_open_files();

}  // namespace vs::app
