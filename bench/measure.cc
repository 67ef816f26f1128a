#include "bench/measure.h"

#include <fmt/format.h>

namespace vs::bench {

// Figures as people write them: 1745 and 0.467, not 1.745E3.
std::string text_of(const json::Value& value) {
  if (value.is_double()) return fmt::format("{}", value.get_double());
  if (!value.is_object()) return json::to_text(value);
  std::string out;
  for (const auto& [key, each] : value.get_object())
    out += fmt::format("{}\"{}\":{}", out.empty() ? "{" : ",", std::string(key), text_of(each));
  return out + "}";
}

}  // namespace vs::bench
