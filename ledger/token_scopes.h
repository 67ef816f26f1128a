// What a token may do, as both databases keep it: a JSON list of names.
#pragma once

#include "kernel/json.h"
#include "ledger/store.h"

namespace vs::ledger {

/// Throws StoreFailure for what is no such list: a token that nobody can read must not pass for one that may nothing.
inline std::vector<std::string> scopes_in(const std::string& text) {
  const auto value = json::parse(text);
  auto scopes = value ? json::from_value<std::vector<std::string>>(*value) : std::unexpected(value.error());
  if (!scopes) throw StoreFailure("the scopes of a token cannot be read");
  return std::move(*scopes);
}

}  // namespace vs::ledger
