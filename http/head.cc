#include "http/head.h"

namespace vs::http {

Head head_of(std::string_view bytes) {
  for (std::size_t from = 0;;) {
    const auto end = bytes.find_first_of(std::string_view("\r\n\0", 3), from);
    if (end == bytes.npos) return Head::partial;
    if (bytes[end] != '\r') return Head::wrong;
    if (end + 1 == bytes.size()) return Head::partial;
    if (bytes[end + 1] != '\n') return Head::wrong;
    const bool empty = end == from;
    if (empty) return from == 0 ? Head::wrong : Head::whole;
    from = end + 2;
    if (from < bytes.size() && (bytes[from] == ' ' || bytes[from] == '\t')) return Head::wrong;
  }
}

std::string_view target_of(std::string_view head) {
  const auto line = head.substr(0, head.find('\r'));
  const auto first = line.find(' ');
  if (first == line.npos) return {};
  return line.substr(first + 1, line.find(' ', first + 1) - first - 1);
}

}  // namespace vs::http
