// Wrapped keys in `keys.db`, a file of their own beside the ledger.
#pragma once

#include <filesystem>
#include <memory>

#include "ledger/key_table.h"

namespace vs::ledger::sqlite {

/// Opens or creates `folder/keys.db`.
std::unique_ptr<KeyTable> open_keys(const std::filesystem::path& folder);

}  // namespace vs::ledger::sqlite
