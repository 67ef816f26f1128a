#include <cstdio>

#include "app/api_call.h"
#include "app/commands.h"
#include "app/dump.h"
#include "app/house.h"
#include "app/modules.h"

namespace vs::app {
namespace {

template <class F>
int each_workspace(const std::filesystem::path& data, const std::filesystem::path& key_file, F&& f) {
  const auto options = options_for(data, key_file, false);
  if (!options.exists()) {
    std::fprintf(stderr, "there is no ledger in %s\n", data.filename().c_str());
    return 2;
  }
  House house(options);
  for (const auto& row : house.store().workspaces()) {
    engine::Workspace ws(row, house.registry());
    house.read_back(ws);
    f(house, ws);
  }
  return 0;
}

}  // namespace

int print_openapi() {
  std::puts(with_own_routes(openapi(engine::Registry(modules()))).c_str());
  return 0;
}

int dump(const std::filesystem::path& data, const std::filesystem::path& key_file) {
  return each_workspace(data, key_file, [](House& house, const engine::Workspace& ws) {
    std::fputs(canonical_dump(house.registry(), ws).c_str(), stdout);
  });
}

}  // namespace vs::app
