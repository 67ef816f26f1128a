// What is known of a ledger's witness from one start to the next: files beside its checkpoint, so that they lie outside
// the data set too.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/witness_note.h"

namespace vs::app {

/// The newest checkpoint that the witness cosigned, with its line.
struct Cosigned {
  std::string note;
  ledger::Checkpoint checkpoint;
  std::int64_t at = 0;  ///< seconds since 1970
};

/// What a workspace's file `cosigned` holds; nothing when this witness cosigned none.
std::optional<Cosigned> cosigned(const std::filesystem::path& file, const WitnessKey&);
/// Keeps it there, unless another node kept a newer one. Throws ledger::StoreFailure.
void keep_cosigned(const std::filesystem::path& file, const std::string& note, const WitnessKey&);

/// Why the witness refuses the history of the ledger whose file `refused` this is; "" when it does not.
std::string refusal(const std::filesystem::path& file);
/// Keeps the reason there, with the checkpoint that was refused as evidence. Throws ledger::StoreFailure.
void keep_refusal(const std::filesystem::path& file, const std::string& why, const std::string& note);
/// It agrees again.
void forget_refusal(const std::filesystem::path& file);

}  // namespace vs::app
