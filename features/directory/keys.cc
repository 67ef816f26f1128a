#include "features/directory/keys.h"

#include "kernel/text.h"

namespace vs::directory {

std::string plain_name(std::string_view text) {
  std::string out;
  for (const char c : folded(text)) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : folded(text))
    if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  return out;
}

}  // namespace vs::directory
