// API tokens: for one workspace, with scopes, an end, and the time of their last use. The secret is shown once.
#pragma once

#include <mutex>
#include <optional>
#include <unordered_map>

#include "app/caller.h"
#include "ledger/store.h"

namespace vs::app {

class Tokens {
 public:
  Tokens(ledger::Store&, Clock);

  struct Made {
    std::string id, secret;
  };
  Made make(const std::string& workspace, const std::string& person, const std::string& name,
            std::vector<std::string> scopes, std::optional<Instant> expires);
  /// Those of a workspace, the oldest first.
  std::vector<ledger::TokenRow> of(const std::string& workspace);
  /// False when the workspace has no such token.
  bool revoke(const std::string& workspace, const std::string& id);

  /// The caller behind a token in force; notes that it was used.
  std::optional<Caller> caller(std::string_view secret);
  /// Reads again what other nodes on the same database may have changed.
  void refresh();
  /// Neither revoked nor expired.
  bool in_force(const std::string& id);

 private:
  bool in_force(const ledger::TokenRow&) const;
  ledger::TokenRow* find(const std::string& id);

  ledger::Store& store_;
  Clock clock_;
  std::mutex lock_;
  std::unordered_map<std::string, ledger::TokenRow> tokens_;  ///< by digest
  std::unordered_map<std::string, Instant> noted_;            ///< last uses written down, by id
};

}  // namespace vs::app
