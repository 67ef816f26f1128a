// The embedded default: one file in WAL mode, synchronous=FULL, one connection that writes and checkpoints.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "ledger/store.h"

namespace vs::ledger::sqlite {

/// Opens or creates `folder/vouchsafe.db`. Every method is safe to call from any thread.
std::unique_ptr<Store> open_store(const std::filesystem::path& folder);

}  // namespace vs::ledger::sqlite
