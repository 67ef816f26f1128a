// A thin, safe skin over libpq: prepared statements with binary values, several of them in one round trip, errors
// as StoreFailure, a lost connection as StoreUnavailable.
#pragma once

#include <libpq-fe.h>

#include <array>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ledger/store.h"

namespace vs::ledger::postgres {

/// One value of a statement, BIGINT or BYTEA. What it points to must outlive the call.
class Param {
 public:
  Param(std::int64_t v);
  Param(std::uint64_t v) : Param(std::int64_t(v)) {}
  Param(int v) : Param(std::int64_t{v}) {}
  Param(bool v) : Param(std::int64_t{v}) {}
  Param(const std::optional<Instant>& v) : Param(v ? v->us : 0) { null_ = !v; }
  Param(const std::string& v) : text_(v) {}
  template <std::size_t N>
  Param(const std::array<std::uint8_t, N>& v) : text_(reinterpret_cast<const char*>(v.data()), N) {}

  Oid type() const { return integer_ ? 20 : 17; }
  const char* data() const { return null_ ? nullptr : integer_ ? number_.data() : text_.data(); }
  int size() const { return integer_ ? int(number_.size()) : int(text_.size()); }

 private:
  bool integer_ = false, null_ = false;
  std::array<char, 8> number_{};
  std::string_view text_;
};
using Params = std::initializer_list<Param>;

/// The answer to a statement.
class Rows {
 public:
  explicit Rows(PGresult* result = nullptr) : result_(result, &PQclear) {}

  int count() const { return PQntuples(result_.get()); }
  /// Rows that a change touched.
  std::size_t touched() const;
  std::string text(int row, int column) const;
  std::int64_t integer(int row, int column) const;
  bool null(int row, int column) const { return PQgetisnull(result_.get(), row, column) != 0; }
  template <std::size_t N>
  std::array<std::uint8_t, N> bytes(int row, int column) const {
    std::array<std::uint8_t, N> out{};
    if (PQgetlength(result_.get(), row, column) == int(N))
      std::memcpy(out.data(), PQgetvalue(result_.get(), row, column), N);
    return out;
  }
  PGresult* raw() const { return result_.get(); }

 private:
  std::unique_ptr<PGresult, void (*)(PGresult*)> result_;
};

/// A lock that was not to be had within `lock_timeout`.
struct LockTaken : StoreFailure {
  using StoreFailure::StoreFailure;
};

/// For one thread at a time. Statements are told apart by their address: give string literals.
class Connection {
 public:
  /// Connects when first used. `setup` runs on every new connection.
  Connection(std::string url, std::string setup);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Rows run(const char* sql, Params = {});
  /// Plain text, several statements perhaps.
  void script(const std::string& sql);
  /// Statements added between these go out together; `together` waits for all and gives their answers in order.
  /// The first that fails throws, and those after it were not carried out.
  void add(const char* sql, Params = {});
  std::vector<Rows> together();

  void close();
  /// More that runs on every new connection; the next one is new.
  void set_up_with(const std::string& sql);
  /// The server's process for this connection, 0 without one.
  int pid() const { return db_ ? PQbackendPID(db_.get()) : 0; }
  /// Channel and words of a notification that came and its sender, if any came within so many milliseconds.
  struct Notice {
    std::string words;
    int from = 0;
  };
  std::vector<Notice> notices(int wait_ms);

 private:
  PGconn* open();
  std::string prepared(const char* sql, Params);
  void collect(std::vector<Rows>& out, bool all);
  [[noreturn]] void fail(const char* what, const PGresult*);

  struct Close {
    void operator()(PGconn* db) const { PQfinish(db); }
  };
  std::string url_, setup_;
  std::unique_ptr<PGconn, Close> db_;
  std::unordered_set<const char*> prepared_;
  std::vector<bool> sent_;  ///< what the pipeline holds: true for a statement, false for its preparation
  std::vector<Rows> early_;
};

}  // namespace vs::ledger::postgres
