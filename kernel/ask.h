// A question to the state: who asks, about what, with which parameters.
#pragma once

#include <map>
#include <string>

#include "kernel/context.h"

namespace vs {

struct Ask {
  Actor actor;
  std::set<std::string> roles;
  Instant now;
  std::string id;                             ///< `{id}` of the path
  std::map<std::string, std::string> params;  ///< query string, decoded
  std::uint64_t tip = 0;                      ///< sequence that the answer reflects

  Date today() const { return now.date(); }
  bool has_role(const std::string& role) const { return roles.contains(role); }
  /// A parameter, or "" when absent.
  std::string param(const std::string& name) const {
    const auto it = params.find(name);
    return it == params.end() ? std::string{} : it->second;
  }
};

}  // namespace vs
