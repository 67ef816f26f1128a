#include "kernel/time.h"

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
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

// Dates stand in every event and every answer; streams and their locales would be the slowest part of both. The library
// counts years in 16 bits and a moment reaches further, so days are named within the first four centuries, after which
// the calendar repeats itself.
std::string iso(date::sys_days day) {
  constexpr int era = 146'097;  // days of 400 years
  const int days = day.time_since_epoch().count();
  const int eras = days / era - (days % era < 0);
  const date::year_month_day d{day - date::days{eras * era}};
  return fmt::format("{:04}-{:02}-{:02}", int(d.year()) + 400 * eras, unsigned(d.month()), unsigned(d.day()));
}

bool like(std::string_view text, std::string_view shape) {
  return std::ranges::equal(text, shape, [](char c, char s) { return s == '0' ? c >= '0' && c <= '9' : c == s; });
}

// RFC 3339: `2026-11-22T09:00:00`, a fraction perhaps, then `Z` or `+02:00`. Of anything else the library makes numbers
// that are none.
bool like_a_moment(std::string_view text) {
  constexpr std::string_view seconds = "0000-00-00T00:00:00";
  if (!like(text.substr(0, seconds.size()), seconds)) return false;
  auto rest = text.substr(seconds.size());
  if (rest.starts_with('.')) rest.remove_prefix(std::min(rest.find_first_not_of("0123456789", 1), rest.size()));
  return rest == "Z" || like(rest, "+00:00") || like(rest, "-00:00");
}

std::optional<int> number(std::string_view digits) {
  int n = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  if (error != std::errc{} || end != digits.data() + digits.size() || digits.front() == '-') return {};
  return n;
}

struct Parted {
  std::int64_t days, rest;  ///< microseconds since the day began
};

// The library's rounding multiplies, which the very first moments that a number can say do not survive.
Parted parted(Instant at) {
  constexpr std::int64_t day = 86'400'000'000;
  const auto rest = at.us % day;
  return rest < 0 ? Parted{at.us / day - 1, rest + day} : Parted{at.us / day, rest};
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
  return {std::chrono::sys_days{std::chrono::days{parted(*this).days}}};
}

std::string Instant::vj_str() const {
  const auto [days, rest] = parted(*this);
  const date::hh_mm_ss clock{std::chrono::microseconds{rest}};
  return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", iso(date::sys_days{date::days{int(days)}}), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count(), clock.subseconds().count());
}

std::optional<Instant> Instant::vj_parse(std::string_view text) {
  using Micros = date::sys_time<std::chrono::microseconds>;
  if (!like_a_moment(text)) return {};
  auto value = parse_all<Micros>(text, "%FT%TZ");
  if (!value) value = parse_all<Micros>(text, "%FT%T%Ez");
  if (!value) return {};
  return Instant{value->time_since_epoch().count()};
}

}  // namespace vs
