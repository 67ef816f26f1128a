#include "kernel/time.h"

#include <date/date.h>
#include <fmt/format.h>

#include <charconv>
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

// Dates stand in every event and every answer; streams and their locales would be the slowest part of both.
std::string iso(date::sys_days day) {
  const date::year_month_day d{day};
  const int year = int(d.year());
  if (year < 0 || year > 9999) return date::format("%F", day);
  return fmt::format("{:04}-{:02}-{:02}", year, unsigned(d.month()), unsigned(d.day()));
}

// `2026-11-22T09:00:00` and something behind it: of other letters the library makes numbers that are none.
bool begins_like_a_moment(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00T00:00:00";
  if (text.size() <= shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (shape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i]) return false;
  return true;
}

std::optional<int> number(std::string_view digits) {
  int n = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  if (error != std::errc{} || end != digits.data() + digits.size() || digits.front() == '-') return {};
  return n;
}

date::sys_days to_days(std::chrono::sys_days day) {
  return date::sys_days{day.time_since_epoch()};
}

}  // namespace

std::string Date::vj_str() const {
  return iso(to_days(day));
}

std::optional<Date> Date::vj_parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const auto year = number(text.substr(0, 4)), month = number(text.substr(5, 2)), day = number(text.substr(8, 2));
  if (!year || !month || !day) return {};
  const date::year_month_day d{date::year{*year}, date::month{unsigned(*month)}, date::day{unsigned(*day)}};
  if (!d.ok()) return {};
  return Date{std::chrono::sys_days{date::sys_days{d}.time_since_epoch()}};
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
  const date::sys_time<std::chrono::microseconds> at{std::chrono::microseconds{us}};
  const auto day = date::floor<date::days>(at);
  const date::hh_mm_ss clock{at - day};
  return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", iso(day), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count(), clock.subseconds().count());
}

std::optional<Instant> Instant::vj_parse(std::string_view text) {
  using Micros = date::sys_time<std::chrono::microseconds>;
  if (!begins_like_a_moment(text)) return {};
  auto value = parse_all<Micros>(text, "%FT%TZ");
  if (!value) value = parse_all<Micros>(text, "%FT%T%Ez");
  if (!value) return {};
  return Instant{value->time_since_epoch().count()};
}

}  // namespace vs
