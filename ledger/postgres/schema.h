// The tables in PostgreSQL, and what a server must be set to before facts are entrusted to it.
#pragma once

#include <string>
#include <vector>

namespace vs::ledger::postgres {

/// What runs on each new connection: our schema first, plain isolation, and an end to transactions left standing.
std::string setup_for(const std::string& schema);
/// The steps that make the tables; how many were taken is their version. A step only adds, so that nodes of older
/// versions go on beside the first new one: `ledger/postgres/schema_test.cc` reads them.
std::vector<std::string> ledger_steps();
std::vector<std::string> key_steps();
/// Takes the steps that are missing, one node at a time. Throws StoreFailure when the server would lose what it
/// acknowledged, NewerVersion when a newer program left nothing that this one could use.
void prepare_ledger(const std::string& url);
/// The same for keys, in a schema of their own.
void prepare_keys(const std::string& url);

}  // namespace vs::ledger::postgres
