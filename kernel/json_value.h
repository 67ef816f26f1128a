// JSON as a value, and what goes wrong in it.
#pragma once

#include <boost/json/value.hpp>

#include "kernel/result.h"

namespace vs::json {

using Value = boost::json::value;
using Object = boost::json::object;
using Array = boost::json::array;

/// Where reading stands; a list on the stack, turned into text only when something is wrong.
struct Path {
  const Path* up = nullptr;
  std::string_view key;
  std::size_t index = 0;
  std::string str() const;  ///< dotted: `prospect.industry`, `asks.0.until`
};

/// Collects what is wrong (first 50 findings).
struct Errors {
  std::vector<Reason> list;
  void fail(const Path& at, std::string code, std::string message);
};

/// Parses text as JSON: at most `depth_max` deep; refusal `malformed` otherwise.
Result<Value> parse(std::string_view text, std::size_t depth_max = 32);

}  // namespace vs::json
