#include "ledger/postgres/wiper.h"

#include <utility>

#include "ledger/postgres/connection.h"
#include "ledger/postgres/schema.h"

namespace vs::ledger::postgres {
namespace {

std::int64_t now_in(Connection& db) {
  return db.run("SELECT pg_current_xact_id()::text::bigint").integer(0, 0);
}

// Sessions whose view of the tables is older: VACUUM keeps for them what was deleted since.
bool seen_from_before(Connection& db, std::int64_t since) {
  return db.run(
               "SELECT count(*) FROM pg_stat_activity, (SELECT pg_current_xact_id()::text::bigint AS id) AS now "
               "WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL "
               "AND now.id - age(backend_xmin) <= $1",
               {since})
             .integer(0, 0) > 0;
}

}  // namespace

Wiper::Wiper(std::string url, std::string schema, std::vector<std::string> sealed, std::vector<std::string> plain)
    : url_(std::move(url)), schema_(std::move(schema)), sealed_(std::move(sealed)), plain_(std::move(plain)) {}

// A connection of its own: whoever waits for a table here must not hold up those that the table waits for, and who
// comes after it waits behind it.
bool Wiper::wipe() {
  if (!due_) return true;
  Connection db(url_, setup_for(schema_) + "; SET lock_timeout = '100ms'");
  if (since_ == 0) since_ = now_in(db);
  if (seen_from_before(db, since_)) return false;
  due_ = false;
  try {
    for (const auto& table : sealed_) db.script("VACUUM " + table);
    for (const auto& table : plain_) db.script("VACUUM FULL " + table);
  } catch (const LockTaken&) {
    due_ = true;
    return false;
  } catch (...) {
    due_ = true;
    throw;
  }
  since_ = 0;
  return true;
}

}  // namespace vs::ledger::postgres
