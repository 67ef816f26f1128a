// The second factor of a login: codes of an authenticator app that change with time (RFC 6238), and recovery codes
// for the day when the phone is lost. The secret is sealed under a key of its person; recovery codes are kept as
// digests. Each code is good for once.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "app/caller.h"
#include "kernel/result.h"
#include "ledger/keys.h"
#include "ledger/store.h"

namespace vs::app {

/// Under this name, instead of a workspace's, lie the keys of second factors.
inline constexpr const char* second_factor_shelf = "second factors";
/// The setting of a person that holds theirs.
inline constexpr const char* second_factor_setting = "~second_factor";

class SecondFactors {
 public:
  SecondFactors(ledger::Store&, ledger::Keys&, Clock);

  /// A secret to show, as text and as the address that apps read out of a QR code. Not in force until confirmed.
  struct Offer {
    std::string secret, uri;
  };
  Offer begin(const std::string& person, const std::string& email);
  /// In force from now on, when the code is right: answers the recovery codes, this once.
  Result<std::vector<std::string>> confirm(const std::string& person, const std::string& code);
  void end(const std::string& person);
  /// Their login is gone, and what was kept of it: nothing is remembered either.
  void forget(const std::string& person);

  bool on(const std::string& person);
  /// Takes a code of the app or a recovery code; none is good twice.
  bool passes(const std::string& person, const std::string& code);
  std::size_t recovery_codes_left(const std::string& person);

  /// The value of the setting with its secret sealed under another key: "" when it holds none, nothing when `from` does
  /// not open it.
  static std::optional<std::string> sealed_anew(const std::string& value, const ledger::Key& from,
                                                const ledger::Key& to);

 private:
  struct Row;
  static std::optional<Row> row_in(const std::string& value);
  std::optional<Row> row_of(const std::string& person);
  void put(const std::string& person, const Row&);
  std::string secret_of(const std::string& person, const Row&);
  bool right(const std::string& person, Row&, const std::string& code);

  ledger::Store& store_;
  ledger::Keys& keys_;
  Clock clock_;
  std::mutex lock_;
  std::unordered_set<std::string> on_;  ///< people known to have one; alone on a store nobody else writes to
};

}  // namespace vs::app
