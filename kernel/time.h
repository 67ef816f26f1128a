// Calendar dates and instants. The core never reads a clock: both arrive in Context or Meta.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vs {

/// A calendar day without a time zone, `YYYY-MM-DD` in JSON.
struct Date {
  std::chrono::sys_days day{};

  friend auto operator<=>(const Date&, const Date&) = default;
  Date plus_days(int n) const { return {day + std::chrono::days{n}}; }
  /// Whole days from `other` to this one; negative when this is earlier.
  int days_since(const Date& other) const { return int((day - other.day).count()); }

  static constexpr auto vj_format = "date";
  std::string vj_str() const;
  static std::optional<Date> vj_parse(std::string_view);
};

/// Microseconds since 1970-01-01T00:00:00Z, RFC 3339 UTC in JSON.
struct Instant {
  std::int64_t us = 0;

  friend auto operator<=>(const Instant&, const Instant&) = default;
  Date date() const;
  Instant plus_seconds(std::int64_t n) const { return {us + n * 1'000'000}; }
  Instant plus_days(int n) const { return plus_seconds(std::int64_t{n} * 86'400); }

  static constexpr auto vj_format = "date-time";
  std::string vj_str() const;
  static std::optional<Instant> vj_parse(std::string_view);
};

/// Reads a calendar day in one of the layouts that CRM exports use
/// (`YYYY-MM-DD`, `DD-MM-YY`, `DD/MM/YYYY`, `MM/DD/YYYY` …); `pattern` is strftime-like (`%d-%m-%y`).
std::optional<Date> parse_date(std::string_view text, const std::string& pattern);

}  // namespace vs
