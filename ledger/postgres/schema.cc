#include "ledger/postgres/schema.h"

#include <cstdio>

#include "ledger/postgres/connection.h"

namespace vs::ledger::postgres {
namespace {

constexpr std::int64_t version = 1;

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

std::string shown(Connection& db, const char* sql) {
  return db.run(sql).text(0, 0);
}

void expect_durable(Connection& db) {
  const auto expect = [](const std::string& is, const char* name) {
    if (is != "off") return;
    throw StoreFailure("the database has " + std::string(name) +
                       " switched off: it would lose what it said is safe. Switch it on.");
  };
  expect(shown(db, "SHOW fsync"), "fsync");
  expect(shown(db, "SHOW full_page_writes"), "full_page_writes");
  expect(shown(db, "SHOW synchronous_commit"), "synchronous_commit");
  if (shown(db, "SHOW data_checksums") == "off")
    std::fprintf(stderr, "vouchsafe: the database has no data_checksums: a disk that lies will not be noticed\n");
}

// Nodes that start at once make the tables one after the other: CREATE … IF NOT EXISTS alone may collide.
void make(Connection& db, const std::string& schema, const char* tables) {
  db.script("BEGIN; SELECT pg_advisory_xact_lock(7310859)");
  db.script("CREATE SCHEMA IF NOT EXISTS " + schema);
  db.script("CREATE TABLE IF NOT EXISTS schema_version(version BIGINT NOT NULL)");
  const auto rows = db.run("SELECT version FROM schema_version");
  if (rows.count() > 0 && rows.integer(0, 0) > version)
    throw StoreFailure("a newer version of vouchsafe made these tables: start that one");
  if (rows.count() == 0) {
    db.script(tables);
    db.run("INSERT INTO schema_version(version) VALUES($1)", {version});
  }
  db.script("COMMIT");
}

}  // namespace

std::string setup_for(const std::string& schema) {
  return "SET search_path = " + schema +
         "; SET default_transaction_isolation = 'read committed'; SET client_min_messages = warning;"
         " SET lock_timeout = '15s'; SET idle_in_transaction_session_timeout = '10s'";
}

void prepare_ledger(const std::string& url) {
  Connection db(url, setup_for("vouchsafe"));
  expect_durable(db);
  make(db, "vouchsafe", ledger_tables);
}

void prepare_keys(const std::string& url) {
  Connection db(url, setup_for("vouchsafe_keys"));
  expect_durable(db);
  make(db, "vouchsafe_keys", key_tables);
}

}  // namespace vs::ledger::postgres
