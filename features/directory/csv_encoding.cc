#include <iconv.h>

#include "features/directory/csv_table.h"
#include "kernel/text.h"

namespace vs::directory {
namespace {

// The text converted by the C library, or nothing when it is not of that encoding.
std::optional<std::string> converted(std::string_view bytes, const char* from) {
  const iconv_t door = iconv_open("UTF-8", from);
  if (door == iconv_t(-1)) return {};
  std::string out(bytes.size() * 3 + 8, '\0');
  char* in_at = const_cast<char*>(bytes.data());
  char* out_at = out.data();
  std::size_t in_left = bytes.size(), out_left = out.size();
  const bool good = iconv(door, &in_at, &in_left, &out_at, &out_left) != std::size_t(-1);
  iconv_close(door);
  if (!good) return {};
  out.resize(out.size() - out_left);
  return out;
}

std::optional<std::string> by_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return std::string(bytes.substr(3));
  if (bytes.starts_with("\xFF\xFE")) return converted(bytes.substr(2), "UTF-16LE").value_or("");
  if (bytes.starts_with("\xFE\xFF")) return converted(bytes.substr(2), "UTF-16BE").value_or("");
  return {};
}

}  // namespace

Result<std::string> decoded(std::string_view bytes) {
  auto text = by_mark(bytes);
  if (!text && valid_utf8(bytes)) text = std::string(bytes);
  if (!text) text = converted(bytes, "WINDOWS-1252");
  if (!text) text = converted(bytes, "ISO-8859-1");
  if (!text || text->empty() || !valid_utf8(*text))
    return refuse(RefusalKind::rule, "bad_encoding", "This file is not readable text.",
                  "Save it as CSV in UTF-8 and try again.", "csv");
  return std::move(*text);
}

}  // namespace vs::directory
