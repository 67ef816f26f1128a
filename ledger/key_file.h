// The key-encryption key in its file: 32 bytes, for nobody but the owner to read.
#pragma once

#include <filesystem>

#include "ledger/sealing.h"

namespace vs::ledger {

/// Throws StoreFailure when there is none, or it is none.
Key read_key_file(const std::filesystem::path&);
/// Makes one by chance, durably, where there is none.
void make_key_file(const std::filesystem::path&);

}  // namespace vs::ledger
