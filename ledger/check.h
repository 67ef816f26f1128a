// Looking through a whole stored ledger without knowing what its events mean: every byte, every place, every hash.
#pragma once

#include <optional>
#include <string>

#include "ledger/keys.h"
#include "ledger/note.h"
#include "ledger/store.h"

namespace vs::ledger {

/// The first thing that is wrong. `sequence`: the event; where only the whole is known to be wrong, 0.
struct Damage {
  std::uint64_t sequence = 0;
  std::string what;
};

struct Checked {
  Tree tree;  ///< of the events before the damage, or of all
  std::optional<Damage> damage;
};

/// Events without a gap, in their places, in the order of time, under their leaves; size and root as written last.
Checked check_ledger(Store&, const std::string& workspace);

struct Words {
  std::uint64_t kept = 0, erased = 0;
  std::uint64_t unreadable = 0;  ///< kept, but the key of their owner is gone
  std::optional<Damage> damage;
};

/// Every word that the vault still holds is the one that its event is bound to.
Words check_words(Store&, const Keys&, const std::string& workspace);

/// Why this ledger cannot be the one that the note was signed for; nothing when it goes on from there.
std::optional<std::string> contradiction(Store&, const std::string& workspace, const Tree&, const std::string& note,
                                         const std::vector<Verifier>&);

}  // namespace vs::ledger
