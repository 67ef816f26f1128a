#include "features/directory/import_dates.h"

#include <algorithm>

namespace vs::directory {
namespace {

// In order of preference: with dashes and dots the day comes first, with slashes the month, as is usual.
const char* const patterns[] = {"%F",       "%d-%m-%y", "%m-%d-%y", "%d-%m-%Y", "%m-%d-%Y", "%m/%d/%Y", "%d/%m/%Y",
                                "%m/%d/%y", "%d/%m/%y", "%d.%m.%Y", "%d.%m.%y", "%Y/%m/%d", "%d %b %Y", "%b %d, %Y"};

// Cuts the time of day off: `2017-03-01T10:00:00Z`, `2017-03-01 10:00`.
std::string day_of(const std::string& value) {
  const auto colon = value.find(':');
  if (colon == std::string::npos) return value;
  return value.substr(0, value.find_first_of("T ,"));
}

}  // namespace

std::optional<Date> read_date(const std::string& value, const std::string& pattern) {
  static const Date earliest{std::chrono::sys_days{std::chrono::year{1900} / 1 / 1}};
  static const Date latest{std::chrono::sys_days{std::chrono::year{2200} / 1 / 1}};
  const auto date = parse_date(day_of(value), pattern);
  return date && *date >= earliest && *date < latest ? date : std::nullopt;
}

std::optional<Date> read_any_date(const std::string& value) {
  for (const auto* pattern : patterns)
    if (const auto date = read_date(value, pattern)) return date;
  return {};
}

DatePattern date_pattern(const std::set<std::string>& values) {
  DatePattern best;
  std::ptrdiff_t most = 0;
  for (const auto* pattern : patterns) {
    const auto n = std::ranges::count_if(values, [&](const auto& v) { return read_date(v, pattern).has_value(); });
    if (n > 0 && n == most) best.ambiguous = true;
    if (n <= most) continue;
    best = {pattern, false};
    most = n;
  }
  return best;
}

}  // namespace vs::directory
