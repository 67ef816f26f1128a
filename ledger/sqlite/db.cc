#include "ledger/sqlite/db.h"

namespace vs::ledger::sqlite {

Db::Db(const std::filesystem::path& file) {
  if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK) fail("open " + file.filename().string());
  sqlite3_extended_result_codes(db_, 1);
  sqlite3_busy_timeout(db_, 5'000);
  run("PRAGMA journal_mode=WAL");
  run("PRAGMA synchronous=FULL");
  run("PRAGMA foreign_keys=ON");
  run("PRAGMA trusted_schema=OFF");
  run("PRAGMA cell_size_check=ON");
  run("PRAGMA mmap_size=0");
  run("PRAGMA secure_delete=ON");
  // The pages that a batch touches stay in memory (64 MiB at most); SQLite's own 2 MiB reads them again and again.
  run("PRAGMA cache_size=-65536");
  // A checkpoint holds up the commit that causes it: one for every 40 MB of log, not every 4.
  run("PRAGMA wal_autocheckpoint=10000");
}

Db::~Db() {
  sqlite3_close(db_);
}

void Db::run(const char* sql) {
  if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
}

void Db::fail(const std::string& what) const {
  throw StoreFailure(what + ": " + sqlite3_errmsg(db_) + " (" + std::to_string(sqlite3_extended_errcode(db_)) + ")");
}

Statement::Statement(Db& db, const char* sql) : db_(db) {
  if (sqlite3_prepare_v3(db.raw(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) != SQLITE_OK) db.fail(sql);
}

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

bool Statement::step() {
  const int rc = sqlite3_step(statement_);
  if (rc == SQLITE_ROW) return true;
  if (rc == SQLITE_DONE) return false;
  db_.fail(sqlite3_sql(statement_));
}

std::string Statement::text(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return data ? std::string(data, std::size_t(sqlite3_column_bytes(statement_, column))) : std::string();
}

}  // namespace vs::ledger::sqlite
