// Wrapped keys in PostgreSQL: a schema of their own, better still a database of their own with its own backups.
#pragma once

#include <memory>
#include <string>

#include "ledger/key_table.h"

namespace vs::ledger::postgres {

/// Connects to a libpq address and makes the table when there is none.
std::unique_ptr<KeyTable> open_keys(const std::string& url);

}  // namespace vs::ledger::postgres
