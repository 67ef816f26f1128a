// Words that were deleted from the vault leave the memory: the state is folded anew from what is stored.
#include <cstdlib>

#include "engine/engine.h"
#include "engine/wipe.h"

namespace vs::engine {

void Engine::refold(const std::string& id) {
  auto* ws = const_cast<Workspace*>(workspace(id));
  if (!ws) return;
  const Actor engine{ActorKind::watcher, "engine", ""};
  // On the writer's thread, with the workspace locked; durable when `append` returns.
  const auto with_writer = [&](auto&& f) {
    append(id, engine, [&](const World&, const Context&) {
      f();
      return Events{};
    });
  };
  ReplayLimits limits;
  with_writer([&] {
    keys_.let_go_of_destroyed(id);  // by another node, perhaps
    ws->since.emplace();
    limits.sequence = ws->tip;
  });
  Workspace fresh({ws->id, ws->name}, registry_);
  try {
    replay(store_, keys_, registry_, fresh, limits);
  } catch (...) {
    with_writer([&] { ws->since.reset(); });
    throw;
  }
  with_writer([&] {
    for (const auto& [event, meta] : *ws->since) event.apply(fresh.world, meta);
    std::swap(ws->world, fresh.world);
    ws->since.reset();
    wipe_stack();
  });
  wipe_stack();
}

}  // namespace vs::engine
