// The end of a node of an older version: a newer one wrote what it cannot read. It folds nothing of that and nothing
// after it, decides no more, answers no more, and leads no more; the newer nodes do.
#include <utility>

#include "engine/writer.h"
#include "ledger/store.h"

namespace vs::engine {
namespace {

Refusal unreachable(const char* message) {
  return refuse(RefusalKind::busy, "database_unreachable", message, "Try again in a moment.").error();
}

}  // namespace

Refusal node_outdated() {
  return refuse(RefusalKind::busy, "node_outdated", "This node runs an older version; a newer one has taken over.",
                "Try again in a moment: the same Idempotency-Key never acts twice.")
      .error();
}

void Engine::step_down(const std::string& cause) {
  std::unique_lock lock(hooks_lock_);
  if (outdated_) return;
  outdated_by_ = cause;
  outdated_ = true;  // after its cause: whoever sees it may read that
  const auto f = on_outdated_;
  lock.unlock();
  if (f) f(cause);
}

void Engine::on_outdated(std::function<void(const std::string&)> f) {
  std::unique_lock lock(hooks_lock_);
  on_outdated_ = f;
  if (!outdated_) return;
  const auto cause = outdated_by_;
  lock.unlock();
  f(cause);
}

// What is held is let go of, so that the others need not wait until we have ended.
bool Engine::outgrown(Batch& batch, std::deque<Job>& jobs, const std::string& cause) {
  step_down(cause);
  try {
    if (std::exchange(batch.begun, false)) store_.commit({});
  } catch (const std::exception& error) {
    trouble("database_unreachable", error.what());
  }
  put_off(batch, jobs);
  return false;
}

std::optional<Refusal> Engine::cannot_answer() const {
  if (outdated_) return node_outdated();
  if (out_of_touch()) return unreachable("The database cannot be reached just now.");
  return {};
}

void Engine::put_off(Batch& batch, std::deque<Job>& jobs) const {
  const auto refused =
      outdated_ ? node_outdated() : unreachable("The database cannot be reached just now; nothing was changed.");
  const auto obstacle =
      outdated_ ? std::make_exception_ptr(ledger::NewerVersion("a newer version wrote to this ledger: " + outdated_by_))
                : std::make_exception_ptr(ledger::StoreUnavailable("the database cannot be reached"));
  for (auto& job : jobs) {
    if (job.appended) batch.answers.push_back([appended = job.appended, obstacle] { appended(obstacle); });
    if (job.submission.done) answer_later(batch, job.submission, {std::unexpected(refused)});
  }
}

}  // namespace vs::engine
