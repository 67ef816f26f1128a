// The tables in PostgreSQL, and what a server must be set to before facts are entrusted to it.
#pragma once

#include <string>

namespace vs::ledger::postgres {

/// What runs on each new connection: our schema first, plain isolation, and an end to transactions left standing.
std::string setup_for(const std::string& schema);
/// Makes the tables at the first start, one node at a time. Throws StoreFailure when the server would lose what it
/// acknowledged, or when a newer version made the tables.
void prepare_ledger(const std::string& url);
/// The same for keys, in a schema of their own.
void prepare_keys(const std::string& url);

}  // namespace vs::ledger::postgres
