#include "app/process.h"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace vs::app {

ProcessUsage process_usage() {
  ProcessUsage usage;
  std::ifstream statm("/proc/self/statm");
  std::size_t all = 0, resident = 0;
  if (statm >> all >> resident) usage.resident_bytes = resident * std::size_t(sysconf(_SC_PAGESIZE));
  std::error_code ec;
  const std::filesystem::directory_iterator files("/proc/self/fd", ec);
  if (!ec) usage.open_files = std::size_t(std::distance(begin(files), end(files)));
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& t) { return double(t.tv_sec) + double(t.tv_usec) / 1e6; };
  usage.processor_seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
  return usage;
}

std::size_t take_open_files() {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return 0;
  const rlimit all{files.rlim_max, files.rlim_max};
  return std::size_t(setrlimit(RLIMIT_NOFILE, &all) == 0 ? all.rlim_cur : files.rlim_cur);
}

}  // namespace vs::app
