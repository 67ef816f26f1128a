#include "features/procedures/working_time.h"

#include <algorithm>

namespace vs::procedures {
namespace {

constexpr std::int64_t minute_us = 60'000'000;
// A calendar without any working day must not search for ever: after this many days the limit is taken as
// reached.
constexpr int horizon_days = 3 * 366;

bool works(const policies::WorkingCalendar& calendar, Date day) {
  const std::chrono::weekday weekday{day.day};
  const auto name = policies::Weekday(weekday.iso_encoding() - 1);
  return std::ranges::find(calendar.days, name) != calendar.days.end() &&
         std::ranges::find(calendar.holidays, day) == calendar.holidays.end();
}

Instant at_hour(Date day, int hour) {
  return {std::chrono::duration_cast<std::chrono::microseconds>(day.day.time_since_epoch() + std::chrono::hours{hour})
              .count()};
}

}  // namespace

Instant after_working(const policies::WorkingCalendar& calendar, Instant from, std::int64_t minutes) {
  std::int64_t left = std::max<std::int64_t>(minutes, 0) * minute_us;
  Date day = from.date();
  for (int n = 0; n < horizon_days; ++n, day = day.plus_days(1)) {
    if (!works(calendar, day)) continue;
    const auto begin = std::max(from, at_hour(day, calendar.from_hour));
    const auto end = at_hour(day, calendar.until_hour);
    if (begin >= end) continue;
    if (left <= end.us - begin.us) return {begin.us + left};
    left -= end.us - begin.us;
  }
  return at_hour(day, 0);
}

std::int64_t working_minutes(const policies::WorkingCalendar& calendar, Instant from, Instant to) {
  if (to < from) return -working_minutes(calendar, to, from);
  std::int64_t sum = 0;
  Date day = from.date();
  for (int n = 0; n < horizon_days && day <= to.date(); ++n, day = day.plus_days(1)) {
    if (!works(calendar, day)) continue;
    const auto begin = std::max(from, at_hour(day, calendar.from_hour));
    const auto end = std::min(to, at_hour(day, calendar.until_hour));
    if (begin < end) sum += end.us - begin.us;
  }
  return sum / minute_us;
}

}  // namespace vs::procedures
