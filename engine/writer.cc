// The one writer: takes what waits as a batch, decides it in order, commits it once, and only then answers.
#include "engine/writer.h"

#include <sodium.h>

#include <cstdlib>
#include <utility>

#include "engine/broken.h"
#include "ledger/patience.h"

namespace vs::engine {
namespace {

Seed random_seed() {
  Seed seed;
  randombytes_buf(seed.data(), seed.size());
  return seed;
}

}  // namespace

// Work that cannot go on stands still until something else happens; it must not take the house with it.
Events next_slice(const Work& work, const World& world, const Context& context) {
  try {
    return work.slice(world, context);
  } catch (const std::exception& error) {
    trouble("long_work_stands_still", error.what());
    return {};
  }
}

std::string answer_key(const Submission& s) {
  return s.actor.person() + '|' + s.idempotency_key;
}

void die(const char* what) {
  trouble("stopping_ledger_not_written", what);
  std::_Exit(75);
}

void Engine::write_loop() {
  const ledger::Impatient impatient;
  for (;;) {
    std::deque<Job> jobs;
    {
      std::unique_lock lock(queue_lock_);
      queue_filled_.wait(lock, [&] { return stopping_ || !working_.empty() || !queue_.empty(); });
      if (queue_.empty() && (stopping_ || working_.empty())) return;
      constexpr std::size_t most = 512;  // bounds how long one commit holds the first answer back
      while (!queue_.empty() && jobs.size() < most) {
        jobs.push_back(std::move(queue_.front()));
        queue_.pop_front();
      }
      moved_ = std::chrono::steady_clock::now();
    }
    run_batch(jobs);
  }
}

void Engine::run_batch(std::deque<Job>& jobs) {
  Batch batch;
  batch.number = ++batch_;
  if (!begin(batch, jobs)) return finish(batch);
  for (auto& job : jobs) decide(batch, job);
  for (const auto& [id, part] : batch.parts) working_.insert(id);
  work_on(batch);
  try {
    std::vector<ledger::Append> parts;
    parts.reserve(batch.parts.size());
    for (auto& [id, part] : batch.parts) {
      const auto& tree = workspace(id)->tree;  // the writer's own: nobody else changes it
      part.size = tree.size();
      part.root = tree.root();
      batch.report.events += part.events.size();
      parts.push_back(std::move(part));
    }
    if (!parts.empty() || batch.begun) {
      const auto begun = std::chrono::steady_clock::now();
      keys_.flush();
      store_.commit(parts);
      batch.report.committed = !parts.empty();
      batch.report.commit = std::chrono::steady_clock::now() - begun;
    }
  } catch (const std::exception& error) {
    die(error.what());
  }
  finish(batch);
}

// One slice of every work that has one left, in the same transaction as the commands that came meanwhile.
void Engine::work_on(Batch& batch) {
  if (!batch.leads) return working_.clear();
  for (const auto& id : std::exchange(working_, {})) {
    auto& ws = const_cast<Workspace&>(*workspace(id));
    std::lock_guard lock(ws.lock);
    for (const auto& module : registry_.modules())
      for (const auto& work : module.works) {
        Context context;
        context.actor = {ActorKind::watcher, work.collection, ""};
        context.now = std::max(clock_(), ws.last_at);
        context.seed = random_seed();
        auto events = next_slice(work, ws.world, context);
        if (events.empty()) continue;
        working_.insert(id);
        try {
          accept(batch, ws, std::move(events), context);
        } catch (const std::exception& error) {
          die(error.what());  // half-folded state must never be seen
        }
        batch.changes.push_back({id, work.collection, "", ws.tip});
      }
  }
}

void Engine::finish(Batch& batch) {
  moved_ = std::chrono::steady_clock::now();
  durable_ = batch.number;
  {
    std::lock_guard lock(on_batch_lock_);
    if (on_batch_) on_batch_(batch.report);
  }
  for (auto& answer : batch.answers) answer();
  std::vector<std::function<void()>> ready;
  {
    std::lock_guard lock(waiters_lock_);
    const auto end = waiters_.upper_bound(batch.number);
    for (auto it = waiters_.begin(); it != end; ++it) ready.push_back(std::move(it->second));
    waiters_.erase(waiters_.begin(), end);
  }
  for (auto& f : ready) f();
  std::lock_guard lock(hooks_lock_);
  if (on_change_ && !batch.changes.empty()) on_change_(batch.changes);
}

// True when the idempotency key was used before: the first answer, or a conflict for another body.
bool Engine::answered_before(Batch& batch, const Workspace& ws, Submission& s) {
  if (s.idempotency_key.empty()) return false;
  const std::string key = answer_key(s);
  std::optional<ledger::CommandAnswer> first;
  for (const auto& a : part_of(batch, ws.id).answers)
    if (a.key == key) first = a;
  const auto held = batch.held.find(ws.id);
  if (!first && held == batch.held.end()) first = store_.answer(ws.id, key);
  if (!first && held != batch.held.end())
    for (const auto& a : held->second.answers)
      if (a.key == key) first = a;
  if (!first) return false;
  Outcome outcome;
  if (first->fingerprint != s.fingerprint) {
    outcome.answer = refuse(RefusalKind::conflict, "idempotency_key_reused",
                            "This Idempotency-Key was used for another request.", "Use a new key.");
  } else {
    outcome.answer = Answer{first->body};
    outcome.replayed = true;
    outcome.replayed_status = first->status;
  }
  answer_later(batch, s, std::move(outcome));
  return true;
}

void Engine::decide(Batch& batch, Job& job) {
  if (job.foreign) return;
  auto& s = job.submission;
  auto* ws = const_cast<Workspace*>(workspace(s.workspace));
  if (!ws) {
    if (job.appended) batch.answers.push_back([appended = job.appended] { appended({}); });
    return answer_later(batch, s, {refuse(RefusalKind::not_found, "not_found", "There is no such workspace.")});
  }
  std::lock_guard lock(ws->lock);
  Context context;
  context.actor = s.actor;
  context.now = std::max(s.at.value_or(clock_()), ws->last_at);
  context.seed = random_seed();
  context.target = s.target;
  context.roles = policy_.roles_of(ws->world, s.actor);
  if (job.direct) {
    try {
      accept(batch, *ws, job.direct(ws->world, context), context);
    } catch (const std::exception& error) {
      trouble("append_failed", error.what());
    }
    if (job.appended) batch.answers.push_back([appended = job.appended] { appended({}); });
    return;
  }
  if (answered_before(batch, *ws, s)) return;
  if (auto refused = refuse_early(*ws, s, context))
    return answer_later(batch, s, {std::unexpected(std::move(*refused))});
  Result<Decision> decision;
  try {
    decision = s.command->decide(ws->world, s.body, context);
  } catch (const std::exception& error) {
    return answer_later(batch, s, {broken(error)});
  }
  if (!decision) return answer_later(batch, s, {std::unexpected(decision.error())});
  answer_later(batch, s, carry_out(batch, *ws, s, std::move(*decision), context));
}

// What refuses before the feature is asked: the role, and a version that is no longer the item's.
std::optional<Refusal> Engine::refuse_early(const Workspace& ws, const Submission& s, const Context& context) const {
  if (!s.trusted && !policy_.allows(s.command->name, context.roles))
    return refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.",
                  "Ask an administrator for the role that does.")
        .error();
  if (!s.if_version || !s.command->on_item) return {};
  const auto* query = registry_.item(s.command->collection);
  if (!query) return {};
  const auto now = query->answer(ws.world, Ask{s.actor, context.roles, context.now, s.target, {}, ws.tip});
  if (!now || now->version == *s.if_version) return {};
  return refuse(RefusalKind::stale, "stale", "Somebody changed this since you opened it.",
                "Read it again, then decide.")
      .error();
}

Outcome Engine::carry_out(Batch& batch, Workspace& ws, const Submission& s, Decision decision, const Context& context) {
  Outcome outcome;
  try {
    accept(batch, ws, std::move(decision.events), context);
    outcome.created = !s.command->on_item;
    outcome.id = decision.id;
    const Ask ask{s.actor, context.roles, context.now, decision.id, {}, ws.tip};
    outcome.answer = decision.id.empty() ? Result<Answer>(Answer{"{}"})
                                         : item_with_actions(registry_, policy_, ws.world, s.command->collection, ask);
    // The deed is done even if the doer may not see the item; say so rather than "not found".
    if (!outcome.answer) outcome.answer = Answer{"{\"id\":\"" + decision.id + "\"}"};
    if (!s.idempotency_key.empty())
      part_of(batch, ws.id)
          .answers.push_back({answer_key(s), s.fingerprint, outcome.created ? 201 : 200, outcome.answer->json});
    batch.changes.push_back({ws.id, s.command->collection, decision.id, ws.tip});
  } catch (const std::exception& error) {
    die(error.what());  // half-folded state must never be seen
  }
  return outcome;
}

void Engine::answer_later(Batch& batch, Submission& s, Outcome outcome) {
  auto& report = batch.report;
  ++(outcome.replayed ? report.repeated : outcome.answer ? report.done : report.refused);
  batch.answers.push_back([done = std::move(s.done), outcome = std::move(outcome)]() mutable {
    if (done) done(std::move(outcome));
  });
}

}  // namespace vs::engine
