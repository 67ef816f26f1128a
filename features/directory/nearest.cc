#include "features/directory/nearest.h"

#include <algorithm>
#include <numeric>

#include "features/directory/keys.h"

namespace vs::directory {
namespace {

// Levenshtein's distance: letters to add, drop or replace.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
  const auto letters = letters_of(word);
  if (letters.empty()) return {};
  std::size_t best = std::max<std::size_t>(1, letters.size() / 4) + 1;
  const std::string* hit = nullptr;
  for (const auto& each : known) {
    const auto d = distance(letters, letters_of(each));
    if (d == best && hit && *hit != each) hit = nullptr;
    if (d >= best) continue;
    best = d;
    hit = &each;
  }
  return hit ? std::optional(*hit) : std::nullopt;
}

}  // namespace vs::directory
