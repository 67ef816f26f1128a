// The store for several nodes on one PostgreSQL. A batch holds the heads of its workspaces from `begin` to `commit`,
// so that of two nodes one decides after the other, on what the other wrote.
#pragma once

#include <memory>
#include <string>

#include "ledger/store.h"

namespace vs::ledger::postgres {

/// Connects to a libpq address (`postgres://…`), makes the tables when there are none, and refuses a server that would
/// lose what it acknowledged. `begin` and `commit` are for one thread; all else is safe to call from any.
std::unique_ptr<Store> open_store(const std::string& url);

}  // namespace vs::ledger::postgres
