// Reading a ledger back: every leaf verified, every event decoded and folded, beside reading the same bytes.
#include <malloc.h>
#include <unistd.h>

#include <fstream>

#include "bench/bench.h"
#include "bench/measure.h"
#include "bench/stage.h"
#include "features/advocates/advocates.h"

namespace vs::bench {
namespace {

double resident_bytes() {
  malloc_trim(0);
  std::ifstream file("/proc/self/statm");
  double total = 0, resident = 0;
  file >> total >> resident;
  return resident * double(::sysconf(_SC_PAGESIZE));
}

}  // namespace

std::string replay(const Options& options) {
  const TempFolder folder;
  const std::size_t wanted = options.size ? options.size : 200'000;
  constexpr double events_per_customer = 6.8;
  {
    Stage stage(folder.path);
    stage.settle(std::size_t(double(wanted) / events_per_customer));
  }
  json::Object out{{"bench", "replay"}};
  {
    app::House house({folder.path, {}, false});
    std::uint64_t events = 0, bytes = 0;
    const auto read_from = Clock::now();
    house.store().each_event("main", 0, [&](ledger::StoredEvent&& e) { ++events, bytes += e.bytes.size(); });
    const double read = seconds_since(read_from);

    const double before = resident_bytes();
    engine::Workspace workspace({"main", ""}, house.registry());
    const auto from = Clock::now();
    engine::replay(house.store(), house.keys(), house.registry(), workspace);
    const double took = seconds_since(from);
    const auto people = workspace.world.get<advocates::State>().advocates.size();
    out["events"] = events;
    out["ledger_bytes"] = bytes;
    out["seconds"] = rounded(took);
    out["events_per_second"] = rounded(double(events) / took);
    out["reading_per_second"] = rounded(double(events) / read);
    out["ratio_to_reading"] = rounded(read / took);
    out["advocates"] = people;
    out["bytes_per_advocate"] = rounded((resident_bytes() - before) / double(std::max<std::size_t>(1, people)));
  }
  const auto from = Clock::now();
  app::House house({folder.path, {}, true});
  out["ready_seconds"] = rounded(seconds_since(from));
  return text_of(out);
}

}  // namespace vs::bench
