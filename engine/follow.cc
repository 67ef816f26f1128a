// Several nodes on one database. The writer holds the workspaces of a batch against the others, folds what they wrote
// meanwhile, and only then decides: so a fold never has to be taken back. A follower hears of the rest.
#include <thread>
#include <utility>

#include "engine/writer.h"
#include "ledger/neighbours.h"
#include "ledger/patience.h"

namespace vs::engine {
namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr auto listen_for = std::chrono::milliseconds(250);  // bounds how long stopping takes
constexpr auto between_tries = std::chrono::milliseconds(200);
// A node that heard nothing for so long may show permissions that were withdrawn elsewhere: it answers no more.
constexpr auto silence_most = std::chrono::seconds(15);

}  // namespace

// False when the database cannot be reached, or holds what we cannot read: then nothing was decided, and everybody was
// told so.
bool Engine::begin(Batch& batch, std::deque<Job>& jobs) {
  if (!store_.neighbours()) return true;
  if (outdated_) return put_off(batch, jobs), false;
  batch.leads = leads_;
  try {
    std::set<std::string> grown;
    for (const auto& job : jobs)
      if (job.foreign) grown.insert(job.submission.workspace);
    for (const auto& id : grown) follow(batch, id);
    const auto claims = claims_of(batch, jobs);
    if (claims.empty()) return true;
    batch.held = store_.begin(claims);
    batch.begun = true;
    for (const auto& [id, held] : batch.held) {
      auto& ws = const_cast<Workspace&>(*workspace(id));
      if (held.size < ws.tip) die("the database is behind what it confirmed: was a backup put in its place?");
      if (held.size > ws.tip) catch_up(batch, ws, held.size, held.root);
    }
    return true;
  } catch (const ledger::NewerVersion& error) {
    return outgrown(batch, jobs, error.what());
  } catch (const UnreadableEvent& error) {
    return outgrown(batch, jobs, error.what());
  } catch (const ledger::StoreUnavailable& error) {
    trouble("database_unreachable", error.what());
    put_off(batch, jobs);
    return false;
  } catch (const std::exception& error) {
    die(error.what());
  }
}

// In the order of their ids, so that no two nodes wait for each other.
std::vector<ledger::Claim> Engine::claims_of(const Batch& batch, const std::deque<Job>& jobs) const {
  std::map<std::string, std::vector<std::string>> keys;
  for (const auto& job : jobs) {
    const auto& s = job.submission;
    if (job.foreign || !workspace(s.workspace)) continue;
    auto& of_workspace = keys[s.workspace];
    if (!s.idempotency_key.empty()) of_workspace.push_back(answer_key(s));
  }
  if (batch.leads)
    for (const auto& id : working_) keys.try_emplace(id);
  std::vector<ledger::Claim> claims;
  claims.reserve(keys.size());
  for (auto& [id, of_workspace] : keys) claims.push_back({id, std::move(of_workspace)});
  return claims;
}

void Engine::catch_up(Batch& batch, Workspace& ws, std::uint64_t size, const ledger::Hash& root) {
  std::set<std::string> collections;
  for (const auto& type : fold_foreign(store_, keys_, registry_, ws, size, root))
    for (auto& collection : registry_.collections_of(type)) collections.insert(std::move(collection));
  for (const auto& collection : collections) batch.changes.push_back({ws.id, collection, "", ws.tip});
}

// What another node did, for readers here; and long work that it left to the one who leads.
void Engine::follow(Batch& batch, const std::string& id) {
  auto& ws = const_cast<Workspace&>(*workspace(id));
  const auto [size, root] = store_.head(id);
  if (size > ws.tip) catch_up(batch, ws, size, root);
  if (batch.leads && has_work(ws)) working_.insert(id);
}

bool Engine::has_work(const Workspace& ws) const {
  for (const auto& module : registry_.modules())
    for (const auto& work : module.works) {
      Context context;
      context.actor = {ActorKind::watcher, work.collection, ""};
      context.now = std::max(clock_(), ws.last_at);
      if (!next_slice(work, ws.world, context).empty()) return true;
    }
  return false;
}

void Engine::follow_loop() {
  const ledger::Impatient impatient;
  auto& others = *store_.neighbours();
  for (bool well = true; following_ && !outdated_;) {
    try {
      const bool leads = others.lead();
      const bool takes_over = leads && !leads_;
      leads_ = leads;
      const auto news = others.wait(listen_for);
      heard_ = SteadyClock::now();
      for (const auto& [id, size] : news.sizes) hear(id, takes_over ? UINT64_MAX : size);
      if (news.tables) tell_news();
      well = true;
    } catch (const ledger::NewerVersion& error) {
      step_down(error.what());
    } catch (const UnreadableEvent& error) {
      step_down(error.what());
    } catch (const std::exception& error) {
      leads_ = false;
      if (std::exchange(well, false)) trouble("following_interrupted", error.what());
      std::this_thread::sleep_for(between_tries);
    }
  }
  others.leave();
}

void Engine::tell_news() {
  std::unique_lock lock(hooks_lock_);
  const auto f = on_news_;
  lock.unlock();
  if (f) f();
}

// A ledger may have grown: the writer folds it in its turn. One that we do not know is read from its beginning.
void Engine::hear(const std::string& id, std::uint64_t size) {
  if (const auto* ws = workspace(id)) {
    {
      std::shared_lock lock(ws->lock);
      if (size <= ws->tip) return;
    }
    Job job;
    job.submission.workspace = id;
    job.foreign = true;
    {
      std::lock_guard lock(queue_lock_);
      queue_.push_back(std::move(job));
    }
    return queue_filled_.notify_one();
  }
  std::lock_guard founding(founding_lock_);
  for (const auto& row : store_.workspaces()) {
    if (row.id != id || workspace(id)) continue;
    auto ws = std::make_unique<Workspace>(row, registry_);
    replay(store_, keys_, registry_, *ws);
    std::lock_guard lock(workspaces_lock_);
    order_.push_back(ws.get());
    workspaces_.emplace(row.id, std::move(ws));
  }
}

bool Engine::out_of_touch() const {
  return follower_.joinable() && SteadyClock::now() - heard_.load() > silence_most;
}

void Engine::on_change(std::function<void(const std::vector<Change>&)> f) {
  std::lock_guard lock(hooks_lock_);
  on_change_ = std::move(f);
}

void Engine::on_news(std::function<void()> f) {
  std::lock_guard lock(hooks_lock_);
  on_news_ = std::move(f);
}

}  // namespace vs::engine
