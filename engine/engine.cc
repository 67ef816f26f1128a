#include "engine/engine.h"

#include <future>

#include "engine/writer.h"

namespace vs::engine {

Engine::Engine(ledger::Store& store, ledger::Keys& keys, const Registry& registry, Policy policy,
               std::function<Instant()> clock)
    : store_(store), keys_(keys), registry_(registry), policy_(std::move(policy)), clock_(std::move(clock)) {}

Engine::~Engine() {
  stop();
}

void Engine::start() {
  for (const auto& row : store_.workspaces()) {
    auto ws = std::make_unique<Workspace>(row, registry_);
    replay(store_, keys_, registry_, *ws);
    order_.push_back(ws.get());
    workspaces_.emplace(row.id, std::move(ws));
    working_.insert(row.id);  // a restart takes long work up again
  }
  leads_ = !store_.neighbours();
  heard_ = std::chrono::steady_clock::now();
  writer_ = std::thread([this] { write_loop(); });
  if (store_.neighbours()) follower_ = std::thread([this] { follow_loop(); });
}

void Engine::watch() {
  watcher_ = std::thread([this] { watch_loop(); });
}

void Engine::stop() {
  following_ = false;
  if (follower_.joinable()) follower_.join();
  // Then the watcher: it waits for the writer, which must still run.
  {
    std::lock_guard lock(watcher_lock_);
    watching_ = false;
  }
  watcher_wakes_.notify_all();
  if (watcher_.joinable()) watcher_.join();
  {
    std::lock_guard lock(queue_lock_);
    stopping_ = true;
  }
  queue_filled_.notify_all();
  if (writer_.joinable()) writer_.join();
}

void Engine::add_workspace(const ledger::WorkspaceRow& row) {
  std::lock_guard founding(founding_lock_);
  store_.add_workspace(row);
  std::lock_guard lock(workspaces_lock_);
  auto ws = std::make_unique<Workspace>(row, registry_);
  order_.push_back(ws.get());
  workspaces_.emplace(row.id, std::move(ws));
}

const Workspace* Engine::workspace(const std::string& id) const {
  std::shared_lock lock(workspaces_lock_);
  const auto it = workspaces_.find(id);
  return it == workspaces_.end() ? nullptr : it->second.get();
}

std::vector<const Workspace*> Engine::workspaces() const {
  std::shared_lock lock(workspaces_lock_);
  return {order_.begin(), order_.end()};
}

std::set<std::string> Engine::roles_of(const std::string& id, const Actor& actor) const {
  const auto* ws = workspace(id);
  if (!ws) return {};
  std::shared_lock lock(ws->lock);
  return policy_.roles_of(ws->world, actor);
}

void Engine::submit(Submission s) {
  {
    std::lock_guard lock(queue_lock_);
    queue_.push_back({std::move(s), {}, {}, false});
  }
  queue_filled_.notify_one();
}

Outcome Engine::execute(Submission s) {
  std::promise<Outcome> promise;
  s.done = [&](Outcome&& o) { promise.set_value(std::move(o)); };
  submit(std::move(s));
  return promise.get_future().get();
}

void Engine::append(const std::string& workspace, const Actor& actor,
                    std::function<Events(const World&, const Context&)> decide, std::optional<Instant> at) {
  std::promise<void> promise;
  Job job;
  job.submission.workspace = workspace;
  job.submission.actor = actor;
  job.submission.at = at;
  job.direct = std::move(decide);
  job.appended = [&](const std::exception_ptr& obstacle) {
    if (obstacle) promise.set_exception(obstacle);
    else promise.set_value();
  };
  {
    std::lock_guard lock(queue_lock_);
    queue_.push_back(std::move(job));
  }
  queue_filled_.notify_one();
  promise.get_future().get();
}

}  // namespace vs::engine
