// Limits on guessing passwords and codes: ten failures in a quarter of an hour for an address from one place, a
// hundred in a row for an address from anywhere. Who is signed in already is not asked here, so nobody can lock
// them out. Addresses that nobody has are counted like others; what is answered tells nothing.
#pragma once

#include <deque>
#include <mutex>
#include <string>
#include <unordered_map>

#include "app/caller.h"

namespace vs::app {

class Guessing {
 public:
  explicit Guessing(Clock clock) : clock_(std::move(clock)) {}

  /// Seconds until the next try may be made; 0 when it may be made now.
  int wait_seconds(const std::string& email, const std::string& remote);
  void failed(const std::string& email, const std::string& remote);
  void succeeded(const std::string& email, const std::string& remote);
  /// The address has another password: what was guessed before tells nothing about it.
  void forget(const std::string& email);
  /// Pairs of address and place that failed within the last quarter of an hour.
  std::size_t watched();

 private:
  struct Row {
    int failures = 0;
    Instant last;
  };
  void prune(Instant now);

  Clock clock_;
  std::mutex lock_;
  std::unordered_map<std::string, std::deque<Instant>> lately_;  ///< by digest of address and place
  std::unordered_map<std::string, Row> in_a_row_;                ///< by digest of the address
};

}  // namespace vs::app
