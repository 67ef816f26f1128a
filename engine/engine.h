// The runtime: one writer that decides commands and makes them durable in groups, readers on the state in
// memory.
//
// Readers see the tip, durable or not, but no answer leaves before everything it saw is durable: `ask`
// returns the number of the batch it depends on, and `after_durable` calls back when that batch is safe.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <thread>

#include "engine/pulse.h"
#include "engine/workspace.h"

namespace vs::engine {

/// One command on its way in. `done` is called once, on the writer's thread, when the outcome is durable.
struct Outcome {
  Result<Answer> answer;
  bool created = false;
  bool replayed = false;    ///< first answer to a repeated idempotency key
  std::string id;           ///< item created or acted on
  int replayed_status = 0;  ///< HTTP status of that first answer
};

struct Submission {
  std::string workspace;
  const Command* command = nullptr;
  Actor actor;
  std::string target;
  json::Value body;
  std::string idempotency_key;              ///< "" for none
  std::string fingerprint;                  ///< of method, path and body
  std::optional<std::uint64_t> if_version;  ///< refuse as stale unless the item has this version
  std::optional<Instant> at;                ///< imports of history and tests; the clock otherwise
  bool trusted = false;                     ///< the product itself acts: roles are not asked for
  std::function<void(Outcome&&)> done;
};

/// Something in a collection moved on; told after it is durable.
struct Change {
  std::string workspace, collection, id;
  std::uint64_t sequence = 0;
};

/// What everybody hears from a node of an older version, once a newer one wrote what it cannot read.
Refusal node_outdated();

class Engine {
 public:
  Engine(ledger::Store&, ledger::Keys&, const Registry&, Policy, std::function<Instant()> clock);
  ~Engine();

  /// Loads and verifies every workspace, then starts the writer. Throws on damage.
  void start();
  /// From now on the watchers act every half minute.
  void watch();
  /// Lets queued commands finish, then stops.
  void stop();

  /// Registers a new, empty workspace.
  void add_workspace(const ledger::WorkspaceRow&);
  const Workspace* workspace(const std::string& id) const;
  std::vector<const Workspace*> workspaces() const;

  void submit(Submission);
  /// Submits and waits: for the command line, tests and the sample.
  Outcome execute(Submission);
  /// Appends events that no command decided (the first administrator, adopted procedures, watchers).
  /// Throws ledger::StoreUnavailable when the database cannot be reached.
  void append(const std::string& workspace, const Actor&, std::function<Events(const World&, const Context&)>,
              std::optional<Instant> at = {});

  struct Seen {
    Result<Answer> answer;
    std::uint64_t batch = 0;
  };
  /// Answers from the tip. `item` asks for the item with its actions.
  Seen ask(const std::string& workspace, const Query&, Ask) const;
  /// Calls `f` when the batch is durable; at once when it already is.
  void after_durable(std::uint64_t batch, std::function<void()> f);
  /// Lets every watcher of every workspace act once, at the given time or now.
  void tick(std::optional<Instant> at = {});
  /// Blocks until everything submitted so far is durable.
  void settle();
  /// Folds the stored ledger anew and puts the result in the place of the state: after words were deleted from the
  /// vault they are gone from memory too, and the state is what a replay gives, because it is one. Meanwhile readers
  /// and the writer go on. Throws like `replay`, and then nothing has changed.
  void refold(const std::string& workspace);

  std::set<std::string> roles_of(const std::string& workspace, const Actor&) const;
  void on_change(std::function<void(const std::vector<Change>&)>);
  /// Told when other nodes may have changed plain tables, on a thread of its own; never for a store of one process.
  void on_news(std::function<void()>);
  /// Whether this node is the one that does what must be done once: always, where there is only one.
  bool leads() const { return leads_ && !outdated_; }
  /// Whether a newer node wrote what this one cannot read: then it decides nothing and answers nothing any more.
  bool outdated() const { return outdated_; }
  /// Told once, with what could not be read; at once, when it happened before. On a thread of the engine.
  void on_outdated(std::function<void(const std::string& cause)>);
  /// Told of every batch from now on, on the writer's thread.
  void on_batch(std::function<void(const BatchReport&)>);
  Pulse pulse() const;
  const Registry& registry() const { return registry_; }
  const Policy& policy() const { return policy_; }

 private:
  struct Job;
  struct Batch;
  void write_loop();
  void run_batch(std::deque<Job>&);
  bool begin(Batch&, std::deque<Job>&);
  std::vector<ledger::Claim> claims_of(const Batch&, const std::deque<Job>&) const;
  void put_off(Batch&, std::deque<Job>&) const;
  bool outgrown(Batch&, std::deque<Job>&, const std::string& cause);
  void step_down(const std::string& cause);
  void catch_up(Batch&, Workspace&, std::uint64_t size, const ledger::Hash& root);
  void follow(Batch&, const std::string& workspace);
  void work_on(Batch&);
  bool has_work(const Workspace&) const;
  void decide(Batch&, Job&);
  std::optional<Refusal> refuse_early(const Workspace&, const Submission&, const Context&) const;
  Outcome carry_out(Batch&, Workspace&, const Submission&, Decision, const Context&);
  void accept(Batch&, Workspace&, Events, const Context&);
  bool answered_before(Batch&, const Workspace&, Submission&);
  static void answer_later(Batch&, Submission&, Outcome);
  void watch_loop();
  static ledger::Append& part_of(Batch&, const std::string& workspace);
  void finish(Batch&);
  void follow_loop();
  void tell_news();
  void hear(const std::string& workspace, std::uint64_t size);
  bool out_of_touch() const;
  std::optional<Refusal> cannot_answer() const;

  ledger::Store& store_;
  ledger::Keys& keys_;
  const Registry& registry_;
  Policy policy_;
  std::function<Instant()> clock_;
  std::mutex hooks_lock_;
  std::function<void(const std::vector<Change>&)> on_change_;
  std::function<void()> on_news_;
  std::function<void(const std::string&)> on_outdated_;
  std::string outdated_by_;
  std::atomic<bool> outdated_{false};
  std::mutex on_batch_lock_;
  std::function<void(const BatchReport&)> on_batch_;

  std::mutex founding_lock_;  ///< one workspace is added at a time, ours or another node's
  mutable std::shared_mutex workspaces_lock_;
  std::map<std::string, std::unique_ptr<Workspace>> workspaces_;
  std::vector<Workspace*> order_;

  mutable std::mutex queue_lock_;
  std::condition_variable queue_filled_;
  std::deque<Job> queue_;
  bool stopping_ = false;
  std::set<std::string> working_;  ///< workspaces whose work may have another slice; the writer's own, unguarded
  std::atomic<std::uint64_t> batch_{0}, durable_{0};
  std::atomic<std::chrono::steady_clock::time_point> moved_{};  ///< when the writer last took or finished a batch
  std::mutex waiters_lock_;
  std::multimap<std::uint64_t, std::function<void()>> waiters_;
  std::thread writer_, watcher_;
  std::mutex watcher_lock_;
  std::condition_variable watcher_wakes_;
  bool watching_ = true;
  std::thread follower_;
  std::atomic<bool> following_{true}, leads_{true};
  std::atomic<std::chrono::steady_clock::time_point> heard_{};  ///< when the database last answered the follower
};

}  // namespace vs::engine
