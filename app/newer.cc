#include <charconv>

#include "app/version.h"

namespace vs::app {
namespace {

// Takes the number before the next dot off the front; 0 where there is none.
int next_number(std::string_view& version) {
  int number = 0;
  const auto* end = version.data() + version.size();
  const auto* read = std::from_chars(version.data(), end, number).ptr;
  version.remove_prefix(std::min(version.size(), std::size_t(read - version.data()) + 1));
  return number;
}

}  // namespace

bool newer(std::string_view one, std::string_view other) {
  while (!one.empty() || !other.empty()) {
    const int a = next_number(one), b = next_number(other);
    if (a != b) return a > b;
  }
  return false;
}

}  // namespace vs::app
