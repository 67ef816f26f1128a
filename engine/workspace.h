// One workspace in memory: its state, the tip of its ledger, and the lock between its one writer and its
// many readers.
#pragma once

#include <atomic>
#include <optional>
#include <set>
#include <shared_mutex>
#include <string>
#include <unordered_map>

#include "engine/registry.h"
#include "ledger/keys.h"
#include "ledger/store.h"

namespace vs::engine {

/// Who holds which roles, and which names they may use: given by the house above.
struct Policy {
  std::function<std::set<std::string>(const World&, const Actor&)> roles_of;
  std::function<bool(std::string_view name, const std::set<std::string>& roles)> allows;
};

class Workspace {
 public:
  Workspace(ledger::WorkspaceRow row, const Registry& registry) : id(std::move(row.id)), name(std::move(row.name)) {
    registry.prepare(world);
  }

  const std::string id, name;
  mutable std::shared_mutex lock;  ///< guards everything below
  World world;
  std::uint64_t tip = 0;    ///< sequence of the last event folded
  std::uint64_t batch = 0;  ///< number of the last batch that wrote here
  ledger::Tree tree;
  Instant last_at;  ///< time of the last event: time in a ledger never runs backwards
  /// The sequence of the last event of each type, for whoever follows some of them only.
  std::unordered_map<std::string_view, std::uint64_t> last_of;
  /// Events since the state is being folded anew elsewhere, so that the new one can follow (Engine::refold).
  std::optional<std::vector<std::pair<AnyEvent, Meta>>> since;
};

/// Folds stored events into a world until `until_sequence` or `until_time`; verifies leaves, order and, for
/// the whole ledger, the root. Throws UnreadableEvent or ledger::StoreFailure naming the sequence.
struct ReplayLimits {
  std::uint64_t sequence = UINT64_MAX;
  Instant time{INT64_MAX};
};
void replay(ledger::Store&, const ledger::Keys&, const Registry&, Workspace&, const ReplayLimits& = {});

/// Folds what another node appended after our tip, up to `size` and on; verifies it like `replay`. Answers the types
/// of the events. Takes the workspace's lock.
std::set<std::string> fold_foreign(ledger::Store&, const ledger::Keys&, const Registry&, Workspace&, std::uint64_t size,
                                   const ledger::Hash& root);

/// The item as JSON with `actions`: what this person may do with it now, why not, and the form for it.
Result<Answer> item_with_actions(const Registry&, const Policy&, const World&, const std::string& collection,
                                 const Ask&);

}  // namespace vs::engine
