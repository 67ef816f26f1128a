#include "ledger/sqlite/db.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

#include "ledger/durable_file.h"

namespace vs::ledger::sqlite {
namespace {

// A checkpoint holds up the commit that causes it: one for every 40 MB of log, not every 4.
constexpr int checkpoint_after_pages = 10'000;
constexpr int patience_ms = 5'000;

// What a disk answers that fails, is full, or was mounted read-only.
bool disk_failed(int code) {
  const int kind = code & 0xff;
  return kind == SQLITE_IOERR || kind == SQLITE_FULL || kind == SQLITE_READONLY || kind == SQLITE_CANTOPEN;
}

// SQLite's own automatic checkpoint swallows errors; a failed sync of the database file must not pass unseen.
int after_commit(void*, sqlite3* db, const char* name, int pages) {
  if (pages < checkpoint_after_pages) return SQLITE_OK;
  const int code = sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  if (disk_failed(code)) stop_the_house(std::string("checkpoint: ") + sqlite3_errmsg(db));
  return SQLITE_OK;
}

int open_flags(Use use) {
  if (use == Use::reader || use == Use::foreign) return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
}

}  // namespace

std::string read_only_address(const std::filesystem::path& file, std::string_view more) {
  std::string out = "file:";
  for (const char c : std::filesystem::absolute(file).string())
    if (c == '%' || c == '?' || c == '#') out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else out += c;
  return (out += "?mode=ro") += more;
}

void stop_the_house(const std::string& why) {
  std::fprintf(stderr, "vouchsafe: stopping, the ledger could not be written: %s\n", why.c_str());
  std::_Exit(75);
}

Db::Db(const std::filesystem::path& file, Use use) : use_(use) {
  if (sqlite3_open_v2(file.c_str(), &db_, open_flags(use), nullptr) != SQLITE_OK)
    fail("open " + file.filename().string());
  sqlite3_extended_result_codes(db_, 1);
  sqlite3_busy_timeout(db_, patience_ms);
  sqlite3_db_config(db_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, use == Use::ledger ? 0 : 1, nullptr);
  trust_no_schema();
  if (use == Use::ledger) {
    set_up_ledger();
    // SQLite syncs the folder of a new log too, but takes no notice when that fails.
    sync_folder(std::filesystem::absolute(file).parent_path());
  }
  if (use == Use::copy) {
    // Of the copy alone: what is attached to it is read as others read it.
    run("PRAGMA main.journal_mode=OFF");
    run("PRAGMA main.synchronous=OFF");
  }
  open_ = true;
}

// No file of ours holds a trigger or a view: what a copy or another program put there is never carried out.
void Db::trust_no_schema() {
  for (const int option : {SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW})
    sqlite3_db_config(db_, option, 0, nullptr);
  run("PRAGMA trusted_schema=OFF");
  run("PRAGMA cell_size_check=ON");
  run("PRAGMA mmap_size=0");
  if (use_ != Use::foreign) return;
  sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  constexpr std::pair<int, int> limits[] = {
      {SQLITE_LIMIT_LENGTH, 64 << 20}, {SQLITE_LIMIT_SQL_LENGTH, 64 << 10}, {SQLITE_LIMIT_COLUMN, 64},
      {SQLITE_LIMIT_EXPR_DEPTH, 64},   {SQLITE_LIMIT_COMPOUND_SELECT, 8},   {SQLITE_LIMIT_ATTACHED, 0},
      {SQLITE_LIMIT_TRIGGER_DEPTH, 1}, {SQLITE_LIMIT_WORKER_THREADS, 0},
  };
  for (const auto& [what, most] : limits) sqlite3_limit(db_, what, most);
}

void Db::set_up_ledger() {
  run("PRAGMA journal_mode=WAL");
  run("PRAGMA synchronous=FULL");
  run("PRAGMA foreign_keys=ON");
  run("PRAGMA secure_delete=ON");
  // The pages that a batch touches stay in memory (64 MiB at most); SQLite's own 2 MiB reads them again and again.
  run("PRAGMA cache_size=-65536");
  sqlite3_wal_hook(db_, &after_commit, nullptr);
}

Db::~Db() {
  sqlite3_close(db_);
}

void Db::run(const char* sql) {
  if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
}

// The rows wait in memory, in a database that goes with all its buffers: nothing of them is left on the disk, nor here.
void Db::rewrite(std::span<const std::pair<const char*, const char*>> tables) {
  run("ATTACH ':memory:' AS kept");
  struct Apart {
    sqlite3* db;
    ~Apart() {
      if (sqlite3_get_autocommit(db) == 0) sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
      sqlite3_exec(db, "DETACH kept", nullptr, nullptr, nullptr);
    }
  } apart{db_};
  run("BEGIN IMMEDIATE");
  for (const auto& [name, columns] : tables)
    run(fmt::format("CREATE TABLE kept.{0} AS SELECT {1} FROM main.{0}; DELETE FROM main.{0};"
                    "INSERT INTO main.{0}({1}) SELECT * FROM kept.{0}",
                    name, columns)
            .c_str());
  run("COMMIT");
}

// Whoever waited here for a reader would hold up every writer.
bool Db::empty_log() {
  sqlite3_busy_timeout(db_, 0);
  const int code = sqlite3_wal_checkpoint_v2(db_, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(db_, patience_ms);
  if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY) fail("emptying the log");
  return code == SQLITE_OK;
}

void Db::fail(const std::string& what) const {
  const int code = sqlite3_extended_errcode(db_);
  const std::string why = what + ": " + sqlite3_errmsg(db_) + " (" + std::to_string(code) + ")";
  if (open_ && use_ == Use::ledger && disk_failed(code)) stop_the_house(why);
  throw StoreFailure(why);
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
