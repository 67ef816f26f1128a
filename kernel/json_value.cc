#include "kernel/json_value.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cmath>

namespace vs::json {

std::string Path::str() const {
  if (!up) return {};
  std::string out = up->str();
  if (!out.empty()) out += '.';
  return out + (key.data() ? std::string(key) : std::to_string(index));
}

void Errors::fail(const Path& at, std::string code, std::string message) {
  constexpr std::size_t most = 50;
  if (list.size() < most) list.push_back({std::move(code), at.str(), std::move(message), {}});
}

namespace {

// The parser may round a long number a last bit away from the nearest; what counts is that it is read back as the same
// once it is written. Nothing beyond all bounds is: it is read as infinite, and cannot be written as JSON.
bool settle(double& number) {
  constexpr int rounds_most = 8;
  for (int round = 0; round < rounds_most && std::isfinite(number); ++round) {
    boost::system::error_code ec;
    const double again = boost::json::parse(boost::json::serialize(Value(number)), ec).to_number<double>();
    if (again == number) return true;
    number = again;
  }
  return false;
}

bool settle(Value& v) {
  if (auto* number = v.if_double()) return settle(*number);
  if (auto* list = v.if_array()) return std::ranges::all_of(*list, [](Value& each) { return settle(each); });
  if (auto* object = v.if_object())
    return std::ranges::all_of(*object, [](auto& pair) { return settle(pair.value()); });
  return true;
}

}  // namespace

Result<Value> parse(std::string_view text, std::size_t depth_max) {
  boost::json::parse_options options;
  options.max_depth = depth_max;
  boost::system::error_code ec;
  Value v = boost::json::parse(text, ec, {}, options);
  if (ec == boost::json::error::too_deep)
    return refuse(RefusalKind::malformed, "json_too_deep", "The JSON is nested too deeply.");
  if (ec) return refuse(RefusalKind::malformed, "json_malformed", "The body is not valid JSON: " + ec.message() + ".");
  if (!settle(v)) return refuse(RefusalKind::malformed, "json_malformed", "The body holds a number beyond all bounds.");
  return v;
}

}  // namespace vs::json
