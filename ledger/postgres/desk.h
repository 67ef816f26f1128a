// One connection that many threads share, a statement at a time. A statement whose connection was lost is tried again:
// all that is asked here may be asked twice.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <thread>

#include "ledger/patience.h"
#include "ledger/postgres/connection.h"

namespace vs::ledger::postgres {

class Desk {
  using Clock = std::chrono::steady_clock;
  template <class F>
  auto attempt(F& f) {
    if constexpr (std::is_void_v<decltype(f(db_))>) return f(db_), true;
    else return f(db_);
  }

 public:
  /// `tries_again`: not where a new connection would not see the same.
  Desk(std::string url, std::string setup, bool tries_again)
      : db_(std::move(url), std::move(setup)), tries_again_(tries_again) {}

  /// Several statements as one; `f` is called again after a lost connection. Impatient threads hear of a database that
  /// is away for seconds; a restart they do not notice.
  template <class F>
  auto with(F f) {
    for (;;) {
      try {
        std::lock_guard lock(lock_);
        auto answer = attempt(f);
        away_since_.reset();
        return answer;
      } catch (const StoreUnavailable&) {
        if (!tries_again_ || (Impatient::here() && away_for_long())) throw;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }

  Rows run(const char* sql, Params params = {}) {
    return with([&](Connection& db) { return db.run(sql, params); });
  }

 private:
  bool away_for_long() {
    std::lock_guard lock(lock_);
    if (!away_since_) away_since_ = Clock::now();
    return Clock::now() - *away_since_ >= std::chrono::seconds(5);
  }

  std::mutex lock_;
  Connection db_;
  const bool tries_again_;
  std::optional<Clock::time_point> away_since_;
};

}  // namespace vs::ledger::postgres
