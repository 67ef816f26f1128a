#include "kernel/json_write.h"

#include <boost/json/serialize.hpp>

namespace vs::json {

void put_text(std::string& out, std::string_view text) {
  static constexpr char hex[] = "0123456789abcdef";
  out += '"';
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text.substr(from, i - from));
    from = i + 1;
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      case '\r': out += "\\r"; break;
      default:
        out += "\\u00";
        out += hex[c >> 4];
        out += hex[c & 15];
    }
  }
  out.append(text.substr(from));
  out += '"';
}

void put_value(std::string& out, const Value& v) {
  out += boost::json::serialize(v);
}

void put_number(std::string& out, double number) {
  char b[40];
  if (std::isfinite(number)) out.append(b, std::to_chars(b, b + sizeof b, number).ptr);
  else out += "null";
}

void put_personal(std::string& out, const Personal& words) {
  out += "{\"ref\":";
  put_text(out, words.ref());
  out += ",\"com\":";
  put_text(out, words.commitment());
  out += '}';
}

void write_fields(std::string& out, const void* object, std::span<const WriteField> fields, bool first) {
  for (const auto& field : fields) {
    const void* value = field.in(object);
    if (field.absent && field.absent(value)) continue;
    if (!first) out += ',';
    first = false;
    out += '"';
    out += field.name;
    out += "\":";
    field.write(out, value);
  }
}

template void WriteField::any<std::string>(std::string&, const void*);
template void WriteField::any<bool>(std::string&, const void*);
template void WriteField::any<std::int64_t>(std::string&, const void*);
template void WriteField::any<std::uint64_t>(std::string&, const void*);
template void WriteField::any<int>(std::string&, const void*);
template void WriteField::any<Personal>(std::string&, const void*);
template void WriteField::any<std::optional<std::string>>(std::string&, const void*);
template void WriteField::any<std::vector<std::string>>(std::string&, const void*);

}  // namespace vs::json
