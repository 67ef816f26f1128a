// The house's signing key: one file beside the key-encryption key, outside every database. Its public half is known
// from the checkpoints folder, `GET /checkpoint/keys` and every receipt (docs/proofs.md).
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/house.h"
#include "ledger/note.h"

namespace vs::app {

/// The setting `signing_key_file`, or `keys/signing.key` in the data folder.
std::filesystem::path signing_key_file(const std::filesystem::path& data, const std::filesystem::path& setting);

/// The key of a house that runs; made when nothing was ever signed. Ends a rotation that was broken off.
/// `checkpoints`: the folder that still names a lost key. Throws ledger::StoreFailure when the key is missing although
/// something was signed.
ledger::SigningKey open_signing_key(House&, const std::filesystem::path& file,
                                    const std::filesystem::path& checkpoints = {});

/// Makes the new key a fact of a ledger, and with it what the old one says of it.
void hand_over(House&, const engine::Workspace&, const std::optional<ledger::SigningKey>& old,
               const ledger::SigningKey& fresh, const std::filesystem::path& checkpoints = {});

/// Puts a new key in the place of the old one, and its name into every ledger. `lost`: there is no old one any more.
/// Throws ledger::StoreFailure when that is not so.
ledger::SigningKey rotate_signing_key(House&, const std::filesystem::path& file,
                                      const std::filesystem::path& checkpoints, bool lost);

/// Who signed this ledger, now first, as far as it says so itself.
std::vector<ledger::Verifier> verifiers_of(const engine::Workspace&, const ledger::SigningKey&);

}  // namespace vs::app
