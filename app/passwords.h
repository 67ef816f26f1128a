// Logins: passwords as Argon2id, checked one at a time, and the limits on guessing.
#pragma once

#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <deque>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "app/caller.h"
#include "kernel/result.h"
#include "ledger/store.h"

namespace vs::app {

class Passwords {
 public:
  using Checked = std::function<void(Result<std::string> person)>;

  Passwords(ledger::Store&, Clock);
  ~Passwords();

  /// Checks a password on its own thread (it costs 64 MiB and some 0.1 s) and calls back with the person's id,
  /// or a refusal that does not tell whether the account exists.
  void check(std::string email, std::string password, const std::string& remote, Checked);

  /// Adds a login, or gives an existing one another password. Takes the time of one hash.
  void put(const std::string& person, const std::string& email, const std::string& password);
  std::optional<std::string> person(const std::string& email);
  /// Pairs of address and place that failed within the last quarter of an hour.
  std::size_t watched();

 private:
  bool too_many_failures(const std::string& key);
  void failed(const std::string& key);
  Result<std::string> check_now(const std::string& key, const std::string& email, const std::string& password);

  ledger::Store& store_;
  Clock clock_;
  std::mutex lock_;
  std::unordered_map<std::string, std::deque<Instant>> failures_;  ///< by digest of address and place
  std::atomic<int> waiting_{0};
  std::string nobodys_password_;
  boost::asio::thread_pool hashing_{1};
};

}  // namespace vs::app
