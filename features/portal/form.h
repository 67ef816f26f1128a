// What a form of the portal sent: names with one or several values.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace vs::portal {

struct Form {
  std::multimap<std::string, std::string> fields;

  /// The value, or "" when it was not sent.
  std::string one(const std::string& name) const {
    const auto it = fields.find(name);
    return it == fields.end() ? std::string{} : it->second;
  }
  bool has(const std::string& name) const { return !one(name).empty(); }
  bool has(const std::string& name, const std::string& value) const {
    const auto [from, to] = fields.equal_range(name);
    for (auto it = from; it != to; ++it)
      if (it->second == value) return true;
    return false;
  }
  std::vector<std::string> all(const std::string& name) const {
    std::vector<std::string> out;
    const auto [from, to] = fields.equal_range(name);
    for (auto it = from; it != to; ++it)
      if (!it->second.empty()) out.push_back(it->second);
    return out;
  }
};

}  // namespace vs::portal
