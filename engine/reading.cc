// The reading side of the engine, and the watchers' turn.
#include <future>

#include "engine/broken.h"
#include "engine/engine.h"

namespace vs::engine {

Result<Answer> broken(const std::exception& error) {
  trouble("decision_failed", error.what());
  return refuse(RefusalKind::busy, "internal_error", "Something is wrong on our side; nothing was changed.",
                "Try again; tell the administrator if it stays.");
}

Engine::Seen Engine::ask(const std::string& id, const Query& query, Ask ask) const {
  const auto* ws = workspace(id);
  if (!ws) return {refuse(RefusalKind::not_found, "not_found", "There is no such workspace.")};
  if (auto obstacle = cannot_answer()) return {std::unexpected(std::move(*obstacle))};
  std::shared_lock lock(ws->lock);
  ask.tip = ws->tip;
  ask.roles = policy_.roles_of(ws->world, ask.actor);
  if (!policy_.allows(query.name, ask.roles))
    return {refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this."), ws->batch};
  const auto collection = query.path.substr(0, query.path.find('/'));
  try {
    return {query.kind == QueryKind::item ? item_with_actions(registry_, policy_, ws->world, collection, ask)
                                          : query.answer(ws->world, ask),
            ws->batch};
  } catch (const std::exception& error) {
    return {broken(error), ws->batch};
  }
}

void Engine::after_durable(std::uint64_t batch, std::function<void()> f) {
  {
    std::lock_guard lock(waiters_lock_);
    if (durable_ < batch) {
      waiters_.emplace(batch, std::move(f));
      return;
    }
  }
  f();
}

void Engine::settle() {
  std::promise<void> promise;
  after_durable(batch_, [&] { promise.set_value(); });
  promise.get_future().get();
}

void Engine::tick(std::optional<Instant> at) {
  for (const auto* ws : workspaces())
    for (const auto& module : registry_.modules())
      for (const auto& w : module.watchers) append(ws->id, Actor{ActorKind::watcher, w.name, ""}, w.tick, at);
}

void Engine::watch_loop() {
  std::unique_lock lock(watcher_lock_);
  while (watching_) {
    lock.unlock();
    try {
      if (leads()) tick();
    } catch (const ledger::StoreUnavailable& error) {
      trouble("watchers_wait", error.what());
    }
    lock.lock();
    watcher_wakes_.wait_for(lock, std::chrono::seconds(30), [&] { return !watching_; });
  }
}

}  // namespace vs::engine
