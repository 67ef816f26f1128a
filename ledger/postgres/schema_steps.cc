// The tables in PostgreSQL, step by step. A step is never edited once it is released: the next one comes after it.
#include "ledger/postgres/schema.h"

namespace vs::ledger::postgres {
namespace {

// Everything is BYTEA or BIGINT: what goes in comes out, whatever the encoding and collation of the database.
constexpr const char* ledger_tables = R"(
CREATE TABLE IF NOT EXISTS event(ws BYTEA NOT NULL, seq BIGINT NOT NULL, bytes BYTEA NOT NULL, nonce BYTEA NOT NULL,
  leaf BYTEA NOT NULL, PRIMARY KEY(ws, seq));
CREATE TABLE IF NOT EXISTS head(ws BYTEA PRIMARY KEY, size BIGINT NOT NULL, root BYTEA NOT NULL);
CREATE TABLE IF NOT EXISTS vault(ws BYTEA NOT NULL, ref BYTEA NOT NULL, owner BYTEA NOT NULL, sealed BYTEA NOT NULL,
  PRIMARY KEY(ws, ref));
CREATE INDEX IF NOT EXISTS vault_owner ON vault(ws, owner);
CREATE TABLE IF NOT EXISTS command(ws BYTEA NOT NULL, key BYTEA NOT NULL, fingerprint BYTEA NOT NULL,
  status BIGINT NOT NULL, body BYTEA NOT NULL, PRIMARY KEY(ws, key));
CREATE TABLE IF NOT EXISTS workspace(id BYTEA PRIMARY KEY, name BYTEA NOT NULL, n BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS login(id BYTEA PRIMARY KEY, email BYTEA UNIQUE NOT NULL, password BYTEA NOT NULL);
CREATE TABLE IF NOT EXISTS session(digest BYTEA PRIMARY KEY, login BYTEA NOT NULL, created BIGINT NOT NULL,
  seen BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS token(id BYTEA PRIMARY KEY, digest BYTEA NOT NULL, ws BYTEA NOT NULL, login BYTEA NOT NULL,
  name BYTEA NOT NULL, scopes BYTEA NOT NULL, created BIGINT NOT NULL, expires BIGINT, revoked BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS token_use(id BYTEA PRIMARY KEY, at BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS blob(ws BYTEA NOT NULL, digest BYTEA NOT NULL, type BYTEA NOT NULL, name BYTEA NOT NULL,
  bytes BYTEA NOT NULL, PRIMARY KEY(ws, digest));
CREATE TABLE IF NOT EXISTS checkpoint(ws BYTEA NOT NULL, size BIGINT NOT NULL, note BYTEA NOT NULL,
  PRIMARY KEY(ws, size));
CREATE TABLE IF NOT EXISTS setting(login BYTEA NOT NULL, key BYTEA NOT NULL, value BYTEA NOT NULL,
  PRIMARY KEY(login, key));
CREATE TABLE IF NOT EXISTS link(digest BYTEA PRIMARY KEY, ws BYTEA NOT NULL, contact BYTEA NOT NULL,
  purpose BYTEA NOT NULL, about BYTEA NOT NULL, made BIGINT NOT NULL, until BIGINT NOT NULL, revoked BIGINT NOT NULL);
CREATE INDEX IF NOT EXISTS link_about ON link(ws, about);
CREATE INDEX IF NOT EXISTS link_contact ON link(ws, contact);
CREATE TABLE IF NOT EXISTS portal_session(digest BYTEA PRIMARY KEY, link BYTEA NOT NULL, since BIGINT NOT NULL,
  seen BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS code(ws BYTEA NOT NULL, contact BYTEA NOT NULL, about BYTEA NOT NULL, digest BYTEA NOT NULL,
  made BIGINT NOT NULL, tries BIGINT NOT NULL, PRIMARY KEY(ws, contact, about));
)";
constexpr const char* key_tables = R"(
CREATE TABLE IF NOT EXISTS dek(owner BYTEA PRIMARY KEY, wrapped BYTEA NOT NULL);
)";
// How much a program must know to use the tables. Whatever step takes something away raises it; none does so far.
constexpr const char* least_column = R"(
ALTER TABLE schema_version ADD COLUMN IF NOT EXISTS least BIGINT NOT NULL DEFAULT 1;
)";
// Which versions of the program were here, so that an older one can say which is needed.
constexpr const char* program_table = R"(
CREATE TABLE IF NOT EXISTS program(version BYTEA PRIMARY KEY);
)";

// PostgreSQL samples what columns hold, for its planner, into a table that is not ours to clear: what is forgotten
// would stay there. The type is said again because that takes away samples of before.
constexpr const char* ledger_samples = R"(
ALTER TABLE command ALTER COLUMN key TYPE BYTEA, ALTER COLUMN key SET STATISTICS 0;
ALTER TABLE command ALTER COLUMN body TYPE BYTEA, ALTER COLUMN body SET STATISTICS 0;
ALTER TABLE login ALTER COLUMN email TYPE BYTEA, ALTER COLUMN email SET STATISTICS 0;
ALTER TABLE login ALTER COLUMN password TYPE BYTEA, ALTER COLUMN password SET STATISTICS 0;
ALTER TABLE setting ALTER COLUMN value TYPE BYTEA, ALTER COLUMN value SET STATISTICS 0;
)";
constexpr const char* key_samples = R"(
ALTER TABLE dek ALTER COLUMN wrapped TYPE BYTEA, ALTER COLUMN wrapped SET STATISTICS 0;
)";

}  // namespace

std::vector<std::string> ledger_steps() {
  return {ledger_tables, std::string(least_column) + program_table, ledger_samples};
}

std::vector<std::string> key_steps() {
  return {key_tables, least_column, key_samples};
}

}  // namespace vs::ledger::postgres
