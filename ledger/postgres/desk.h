// One connection that many threads share, a statement at a time. A statement whose connection was lost is tried again
// for a while: all that is asked here may be asked twice.
#pragma once

#include <chrono>
#include <mutex>
#include <thread>

#include "ledger/postgres/connection.h"

namespace vs::ledger::postgres {

class Desk {
 public:
  /// `patience`: how long a lost connection is looked for; none for what a new connection would not see the same way.
  Desk(std::string url, std::string setup, std::chrono::milliseconds patience)
      : db_(std::move(url), std::move(setup)), patience_(patience) {}

  /// Several statements as one; `f` is called again after a lost connection.
  template <class F>
  auto with(F f) {
    std::lock_guard lock(lock_);
    const auto until = std::chrono::steady_clock::now() + patience_;
    for (;;) {
      try {
        return f(db_);
      } catch (const StoreUnavailable&) {
        if (std::chrono::steady_clock::now() >= until) throw;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }

  Rows run(const char* sql, Params params = {}) {
    return with([&](Connection& db) { return db.run(sql, params); });
  }

 private:
  std::mutex lock_;
  Connection db_;
  std::chrono::milliseconds patience_;
};

}  // namespace vs::ledger::postgres
