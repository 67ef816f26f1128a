#include "app/json_bound.h"

#include <boost/json/basic_parser_impl.hpp>

namespace vs::app {
namespace {

constexpr std::size_t unseen_bytes = 1024 * 1024, values_most = 100'000, depth_most = 32;

// Hears every value while it is read, keeps none, and stops at the first too many.
struct Counter {
  static constexpr std::size_t max_object_size = values_most, max_array_size = values_most;
  static constexpr std::size_t max_key_size = -1, max_string_size = -1;
  using Code = boost::system::error_code;
  using Text = boost::json::string_view;

  std::size_t values = 0;
  bool more(Code& ec) {
    if (++values > values_most) ec = boost::json::error::array_too_large;
    return !ec;
  }
  bool on_document_begin(Code&) { return true; }
  bool on_document_end(Code&) { return true; }
  bool on_object_begin(Code& ec) { return more(ec); }
  bool on_object_end(std::size_t, Code&) { return true; }
  bool on_array_begin(Code& ec) { return more(ec); }
  bool on_array_end(std::size_t, Code&) { return true; }
  bool on_key_part(Text, std::size_t, Code&) { return true; }
  bool on_key(Text, std::size_t, Code&) { return true; }
  bool on_string_part(Text, std::size_t, Code&) { return true; }
  bool on_string(Text, std::size_t, Code& ec) { return more(ec); }
  bool on_number_part(Text, Code&) { return true; }
  bool on_int64(std::int64_t, Text, Code& ec) { return more(ec); }
  bool on_uint64(std::uint64_t, Text, Code& ec) { return more(ec); }
  bool on_double(double, Text, Code& ec) { return more(ec); }
  bool on_bool(bool, Code& ec) { return more(ec); }
  bool on_null(Code& ec) { return more(ec); }
  bool on_comment_part(Text, Code&) { return true; }
  bool on_comment(Text, Code&) { return true; }
};

}  // namespace

Result<void> json_bound(std::string_view body) {
  if (body.size() <= unseen_bytes) return {};
  boost::json::parse_options options;
  options.max_depth = depth_most;
  boost::json::basic_parser<Counter> parser(options);
  boost::json::error_code ec;
  parser.write_some(false, body.data(), body.size(), ec);
  // Whatever else is wrong is told by the reader itself.
  const bool many = ec == boost::json::error::array_too_large || ec == boost::json::error::object_too_large;
  if (many) return refuse(RefusalKind::too_large, "too_many_values", "This JSON holds more values than are taken.");
  return {};
}

}  // namespace vs::app
