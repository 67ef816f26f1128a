#include "kernel/time.h"

#include <date/date.h>

#include <sstream>

namespace vs {
namespace {

// Accepts only text that the pattern consumes to its end.
template <class T>
std::optional<T> parse_all(std::string_view text, const std::string& pattern) {
  std::istringstream in{std::string(text)};
  T value{};
  in >> date::parse(pattern, value);
  if (in.fail()) return {};
  return in.peek() == std::char_traits<char>::eof() ? std::optional(value) : std::nullopt;
}

}  // namespace

std::string Date::vj_str() const {
  return date::format("%F", day);
}

std::optional<Date> Date::vj_parse(std::string_view text) {
  if (text.size() != 10) return {};
  return parse_date(text, "%F");
}

std::optional<Date> parse_date(std::string_view text, const std::string& pattern) {
  const auto days = parse_all<date::sys_days>(text, pattern);
  if (!days) return {};
  return Date{std::chrono::sys_days{days->time_since_epoch()}};
}

Date Instant::date() const {
  return {std::chrono::floor<std::chrono::days>(
      std::chrono::sys_time<std::chrono::microseconds>{std::chrono::microseconds{us}})};
}

std::string Instant::vj_str() const {
  return date::format("%FT%TZ", date::sys_time<std::chrono::microseconds>{std::chrono::microseconds{us}});
}

std::optional<Instant> Instant::vj_parse(std::string_view text) {
  using Micros = date::sys_time<std::chrono::microseconds>;
  auto value = parse_all<Micros>(text, "%FT%TZ");
  if (!value) value = parse_all<Micros>(text, "%FT%T%Ez");
  if (!value) return {};
  return Instant{value->time_since_epoch().count()};
}

}  // namespace vs
