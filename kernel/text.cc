#include "kernel/text.h"

#include <cstdint>

namespace vs {
namespace {

// Reads one code point at `i` and moves on; 0 for anything that RFC 3629 forbids.
char32_t next(std::string_view s, std::size_t& i) {
  const auto byte = [&](std::size_t k) { return k < s.size() ? std::uint8_t(s[k]) : std::uint8_t{0}; };
  const std::uint8_t lead = byte(i);
  const int extra = lead < 0x80 ? 0 : (lead >> 5) == 6 ? 1 : (lead >> 4) == 14 ? 2 : (lead >> 3) == 30 ? 3 : -1;
  if (extra < 0) return 0;
  char32_t point = extra == 0 ? lead : lead & (0x3F >> extra);
  for (int k = 1; k <= extra; ++k) {
    if ((byte(i + k) & 0xC0) != 0x80) return 0;
    point = (point << 6) | (byte(i + k) & 0x3F);
  }
  constexpr char32_t least[] = {1, 0x80, 0x800, 0x10000};
  if (point < least[extra] || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) return 0;
  i += std::size_t(extra) + 1;
  return point;
}

}  // namespace

bool valid_utf8(std::string_view s) {
  for (std::size_t i = 0; i < s.size();)
    if (next(s, i) == 0) return false;
  return true;
}

std::string folded(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t from = i;
    char32_t c = next(s, i);
    if (c == 0) {
      ++i;
      continue;
    }
    if (c >= 'A' && c <= 'Z') {
      out += char(c + 32);
      continue;
    }
    const bool latin = (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    const bool greek_or_cyrillic = (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F);
    if (latin || greek_or_cyrillic) {
      c += 32;
      out += char(0xC0 | (c >> 6));
      out += char(0x80 | (c & 0x3F));
      continue;
    }
    out.append(s.substr(from, i - from));
  }
  return out;
}

}  // namespace vs
