// Bounded text. Every text that comes from outside is valid UTF-8 and no longer than its type allows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vs {

/// Longest plain `std::string` field in bytes: names, titles, codes, addresses.
inline constexpr std::size_t short_text_max = 500;
/// Longest `LongText` field in bytes: reasons, comments, instructions.
inline constexpr std::size_t long_text_max = 20'000;

/// True for well-formed UTF-8 (RFC 3629) without NUL.
bool valid_utf8(std::string_view);

/// Lower case for search and comparison; ASCII and Latin-1/Greek/Cyrillic letters.
std::string folded(std::string_view);

/// Free text of some length. JSON: a string of at most `long_text_max` bytes.
struct LongText {
  std::string text;
  friend auto operator<=>(const LongText&, const LongText&) = default;
  std::string vj_str() const { return text; }
  static std::optional<LongText> vj_parse(std::string_view s) {
    if (s.size() > long_text_max || !valid_utf8(s)) return {};
    return LongText{std::string(s)};
  }
};

}  // namespace vs
