// Logins: passwords as Argon2id, checked one at a time, with a second factor where a person has one.
#pragma once

#include <atomic>
#include <optional>

#include "app/guessing.h"
#include "app/second_factor.h"
#include "app/side_thread.h"
#include "kernel/result.h"
#include "ledger/store.h"

namespace vs::app {

/// What somebody proves who they are with. `code` is "" where there is none yet.
struct Credentials {
  std::string email, password, code, remote;
};

class Passwords {
 public:
  /// Answering is the last that it does: if it throws, it is called once more, with a refusal.
  using Checked = std::function<void(Result<std::string> person)>;

  Passwords(ledger::Store&, ledger::Keys&, Clock);
  ~Passwords();

  /// Checks on its own thread (a password costs 64 MiB and some 0.1 s) and calls back with the person's id, or a
  /// refusal that does not tell whether the account exists.
  void check(Credentials, Checked);
  /// The same for a person who is signed in and shall show that it is still them.
  void check_person(const std::string& person, std::string password, std::string code, std::string remote, Checked);
  /// Only the password, of a person whose session already stands for the second factor.
  void check_password(const std::string& person, std::string password, std::string remote, Checked);

  /// Adds a login, or gives an existing one another password. Takes the time of one hash. An initial password, made
  /// for somebody else, is good for a week unless its person takes one of their own.
  void put(const std::string& person, const std::string& email, const std::string& password, bool initial = false);
  /// What is remembered of tries to sign in as this person.
  void forget(const std::string& person);
  /// Until when the password is good, for initial ones.
  std::optional<Instant> initial_until(const std::string& person);
  std::optional<std::string> person(const std::string& email);
  std::string email(const std::string& person);
  /// Runs work that hashes on the thread that hashes; it answers by the `respond` it is given.
  void in_turn(http::Respond, std::function<void(const http::Respond&)>);

  /// Whoever still waits is refused without a check; then nobody is called back any more.
  void finish();

  SecondFactors& second_factors() { return second_factors_; }
  Guessing& guessing() { return guessing_; }
  std::size_t watched() { return guessing_.watched(); }

 private:
  void check_in_turn(Credentials, bool with_factor, Checked);
  Result<std::string> check_anyway(const Credentials&, bool with_factor);
  Result<std::string> check_now(const Credentials&, bool with_factor);
  Result<std::string> factor_now(const Credentials&, const std::string& person);

  ledger::Store& store_;
  Clock clock_;
  Guessing guessing_;
  SecondFactors second_factors_;
  std::atomic<int> waiting_{0};
  std::atomic<bool> finishing_{false};
  std::string nobodys_password_;  ///< checked for addresses without an account; of the thread that hashes
  SideThread hashing_;
};

}  // namespace vs::app
