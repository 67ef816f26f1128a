// A thin, safe skin over sqlite3: prepared statements that bind and read by type, errors as StoreFailure. A ledger
// whose disk fails ends the process at once, whichever thread saw it: what is on the disk then is anybody's guess,
// and an fsync that failed must never be tried again.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "ledger/store.h"

namespace vs::ledger::sqlite {

enum class Use {
  ledger,  ///< the one connection that writes and checkpoints; a failing disk ends the process
  reader,  ///< beside a running program: never writes, never checkpoints
  copy,    ///< being made, by nobody else read; safe once its file is synced
  foreign  ///< a file that may have lain anywhere, as its bytes are: never writes, and does little that it asks for
};

class Db {
 public:
  explicit Db(const std::filesystem::path&, Use = Use::ledger);
  ~Db();
  Db(const Db&) = delete;
  Db& operator=(const Db&) = delete;

  void run(const char* sql);
  /// Writes tables anew, given with all of their columns, in a transaction of its own. SQLite overwrites what is
  /// deleted, but not the copies of a row that stay in the unused part of a page when its neighbours move; the pages of
  /// an emptied table are overwritten whole.
  void rewrite(std::span<const std::pair<const char*, const char*>> tables);
  /// Carries the log over into the file and cuts it off. False, at once, while somebody reads from it.
  bool empty_log();
  sqlite3* raw() const { return db_; }
  [[noreturn]] void fail(const std::string& what) const;

 private:
  void trust_no_schema();
  void set_up_ledger();
  sqlite3* db_ = nullptr;
  Use use_;
  bool open_ = false;  ///< until then a failing disk is told to whoever opens
};

/// The address of a database that is only read; `more` is added to what it says about how.
std::string read_only_address(const std::filesystem::path&, std::string_view more = {});

/// A ledger that cannot be written, and the answer to it: says why and ends the process with code 75.
[[noreturn]] void stop_the_house(const std::string& why);

/// A prepared statement, reset by `bind`. Blobs and texts are not copied while the statement runs.
class Statement {
 public:
  Statement(Db&, const char* sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  template <class... A>
  Statement& bind(const A&... values) {
    sqlite3_reset(statement_);
    int at = 0;
    (put(++at, values), ...);
    return *this;
  }
  /// True while there is a row.
  bool step();
  /// Runs a statement that yields no row.
  void done() {
    while (step()) {
    }
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);  // what was written must not stay in memory until the next time
  }

  /// The number in the only row of a question about one.
  std::int64_t one() {
    step();
    return integer(0);
  }
  int columns() const { return sqlite3_column_count(statement_); }
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  std::string text(int column) const;
  bool null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  template <std::size_t N>
  std::array<std::uint8_t, N> bytes(int column) const {
    std::array<std::uint8_t, N> out{};
    const std::string t = text(column);
    if (t.size() == N) std::copy(t.begin(), t.end(), out.begin());
    return out;
  }

 private:
  void put(int at, std::int64_t v) { sqlite3_bind_int64(statement_, at, v); }
  void put(int at, std::uint64_t v) { sqlite3_bind_int64(statement_, at, std::int64_t(v)); }
  void put(int at, int v) { sqlite3_bind_int64(statement_, at, v); }
  void put(int at, bool v) { sqlite3_bind_int64(statement_, at, v); }
  void put(int at, const std::string& v) {
    sqlite3_bind_blob(statement_, at, v.data(), int(v.size()), SQLITE_TRANSIENT);
  }
  template <std::size_t N>
  void put(int at, const std::array<std::uint8_t, N>& v) {
    sqlite3_bind_blob(statement_, at, v.data(), N, SQLITE_TRANSIENT);
  }
  void put(int at, std::nullptr_t) { sqlite3_bind_null(statement_, at); }

  Db& db_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace vs::ledger::sqlite
