// What happened to the ledger itself: its signing keys, and copies older than their checkpoint that were taken up.
#pragma once

#include <string>
#include <vector>

#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::custody {

struct State {
  std::vector<std::string> earlier_keys;  ///< public keys that signed before the one now, oldest first
  std::string key;                        ///< the one now; "" while the first one signs
  std::vector<std::string> handovers;     ///< notes by which each key named the next
  int rollbacks = 0;
};

// ---- Events: stored for ever. Keys and roots are base64.

/// From here on another key signs.
struct KeyRotated {
  static constexpr std::string_view type = "ledger.key_rotated";
  using Of = State;
  std::string old_key;  ///< "" when it was lost and nobody wrote down which it was
  std::string new_key;
  /// Note by which the old key hands over to the new one; "" when the old one was lost and could sign nothing.
  std::string handover;
};
BOOST_DESCRIBE_STRUCT(KeyRotated, (), (old_key, new_key, handover))

/// The ledger went on although a checkpoint says that there was more of it, or something else in it.
struct RollbackAccepted {
  static constexpr std::string_view type = "ledger.rollback_accepted";
  using Of = State;
  std::uint64_t checkpoint_size = 0;
  std::string checkpoint_root;
  std::uint64_t size = 0;
  std::string root;
};
BOOST_DESCRIBE_STRUCT(RollbackAccepted, (), (checkpoint_size, checkpoint_root, size, root))

void on(State&, const KeyRotated&, const Meta&);
void on(State&, const RollbackAccepted&, const Meta&);

}  // namespace vs::custody
