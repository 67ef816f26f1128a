// Moving owners to another algorithm: everything that is sealed under their key is sealed anew under a fresh one. An
// owner has both keys while they move, what they sealed changes in one transaction, and only then the old key goes, so
// that whoever breaks in at any moment leaves everything readable and nothing that could not go on.
#pragma once

#include <cstdint>
#include <functional>

#include "ledger/keys.h"
#include "ledger/store.h"

namespace vs::app {

/// What was counted while owners move, or while all seals are opened.
struct Seals {
  std::uint64_t owners = 0, owners_all = 0;
  std::uint64_t words = 0, files = 0, second_factors = 0;
  std::uint64_t shut = 0;  ///< words and files whose key was destroyed
  // Owners who stay as they are:
  std::uint64_t damaged = 0;  ///< whose key does not open all that they sealed
  std::uint64_t strange = 0;  ///< of a workspace that is not here, as after a broken import
};

/// Moves everybody whose key is of another algorithm than the house's, some owners at a time. `tell` is called before
/// and after each step; what it throws breaks the moving off.
Seals move_owners(ledger::Store&, ledger::Keys&, const std::function<void(const Seals&)>& tell);

/// Ends the moves of owners that were broken off: each has their old key or their new one, whichever opens what they
/// sealed. Called whenever a data folder is opened.
void settle_moves(ledger::Store&, ledger::Keys&);

/// Opens every seal there is.
Seals open_everything(ledger::Store&, ledger::Keys&);

}  // namespace vs::app
