#include "ledger/postgres/schema.h"

#include <cstdio>

#include "ledger/postgres/connection.h"

namespace vs::ledger::postgres {
namespace {

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

void take(Connection& db, std::size_t known, const std::vector<std::string>& steps) {
  for (auto step = known; step < steps.size(); ++step) db.script(steps[step]);
  const auto size = std::uint64_t(steps.size());
  db.run(known == 0 ? "INSERT INTO schema_version(version) VALUES($1)" : "UPDATE schema_version SET version = $1",
         {size});
}

// Nodes that start at once take the steps one after the other. Nodes of older versions go on meanwhile: a step only
// adds.
void make(Connection& db, const std::string& schema, const std::vector<std::string>& steps) {
  db.script("BEGIN; SELECT pg_advisory_xact_lock(7310859)");
  db.script("CREATE SCHEMA IF NOT EXISTS " + schema);
  db.script("CREATE TABLE IF NOT EXISTS schema_version(version BIGINT NOT NULL)");
  // Through JSON, because the column is not there before its step.
  const auto rows = db.run("SELECT version, coalesce((to_jsonb(s) ->> 'least')::bigint, 1) FROM schema_version s");
  const auto known = rows.count() ? std::size_t(rows.integer(0, 0)) : 0;
  const auto least = rows.count() ? std::size_t(rows.integer(0, 1)) : 0;
  if (least > steps.size())
    throw NewerVersion("a newer version of vouchsafe changed the tables in " + schema + " (schema " +
                       std::to_string(known) + ", for programs that know " + std::to_string(least) +
                       " or more; this one knows " + std::to_string(steps.size()) + "): start that one");
  if (known < steps.size()) take(db, known, steps);
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
  make(db, "vouchsafe", ledger_steps());
}

void prepare_keys(const std::string& url) {
  Connection db(url, setup_for("vouchsafe_keys"));
  expect_durable(db);
  make(db, "vouchsafe_keys", key_steps());
}

}  // namespace vs::ledger::postgres
