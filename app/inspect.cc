#include <cstdio>

#include "app/commands.h"
#include "app/dump.h"
#include "app/house.h"

namespace vs::app {
namespace {

template <class F>
int each_workspace(const std::filesystem::path& data, F&& f) {
  if (!std::filesystem::exists(data / "vouchsafe.db")) {
    std::fprintf(stderr, "there is no ledger in %s\n", data.filename().c_str());
    return 2;
  }
  House house({data, {}, false});
  for (const auto& row : house.store().workspaces()) {
    engine::Workspace ws(row, house.registry());
    engine::replay(house.store(), house.keys(), house.registry(), ws);
    f(house, ws);
  }
  return 0;
}

}  // namespace

int verify(const std::filesystem::path& data) {
  return each_workspace(data, [](House&, const engine::Workspace& ws) {
    std::printf("ok %s: %llu events, root %s\n", ws.id.c_str(), static_cast<unsigned long long>(ws.tip),
                ledger::hex(ws.tree.root()).c_str());
  });
}

int dump(const std::filesystem::path& data) {
  return each_workspace(data, [](House& house, const engine::Workspace& ws) {
    std::fputs(canonical_dump(house.registry(), ws).c_str(), stdout);
  });
}

}  // namespace vs::app
