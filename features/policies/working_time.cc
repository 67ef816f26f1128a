#include "features/policies/working_time.h"

#include <date/tz.h>
#include <algorithm>

namespace vs::policies {
namespace {

constexpr std::int64_t minute_us = 60'000'000;
// A calendar without any working day must not search for ever: after this many days the limit is taken as
// reached.
constexpr int horizon_days = 3 * 366;

// Null for UTC, and for a name that the database does not know (any more): then hours are those of UTC.
const date::time_zone* zone_of(const std::string& name) {
  if (name.empty() || name == "UTC") return nullptr;
  const auto& zones = date::get_tzdb().zones;
  const auto it =
      std::ranges::lower_bound(zones, name, {}, [](const auto& zone) { return std::string_view(zone.name()); });
  return it != zones.end() && it->name() == name ? &*it : nullptr;
}

// The calendar on the clocks of its zone.
class Hours {
 public:
  explicit Hours(const WorkingCalendar& calendar) : calendar_(calendar), zone_(zone_of(calendar.time_zone)) {}

  Date day_of(Instant at) const {
    if (!zone_) return at.date();
    const auto utc = date::sys_time<std::chrono::microseconds>{std::chrono::microseconds{at.us}};
    const auto local = zone_->to_local(utc);
    return {std::chrono::sys_days{date::floor<date::days>(local).time_since_epoch()}};
  }
  Instant begins(Date day) const { return at_hour(day, 0); }
  Instant opens(Date day) const { return at_hour(day, calendar_.from_hour); }
  Instant closes(Date day) const { return at_hour(day, calendar_.until_hour); }
  bool works(Date day) const {
    const auto name = Weekday(std::chrono::weekday{day.day}.iso_encoding() - 1);
    return std::ranges::find(calendar_.days, name) != calendar_.days.end() &&
           std::ranges::find(calendar_.holidays, day) == calendar_.holidays.end();
  }

 private:
  // An hour that the clocks skip is the moment at which they skip it; of one that comes twice, the first counts.
  Instant at_hour(Date day, int hour) const {
    const auto clock = day.day.time_since_epoch() + std::chrono::hours{hour};
    const auto utc = zone_ ? zone_->to_sys(date::local_seconds{clock}, date::choose::earliest).time_since_epoch()
                           : std::chrono::seconds{clock};
    return {std::chrono::microseconds{utc}.count()};
  }

  const WorkingCalendar& calendar_;
  const date::time_zone* zone_;
};

}  // namespace

bool known_time_zone(const std::string& name) {
  return name == "UTC" || zone_of(name) != nullptr;
}

Instant after_working(const WorkingCalendar& calendar, Instant from, std::int64_t minutes) {
  const Hours hours(calendar);
  std::int64_t left = std::max<std::int64_t>(minutes, 0) * minute_us;
  Date day = hours.day_of(from);
  for (int n = 0; n < horizon_days; ++n, day = day.plus_days(1)) {
    if (!hours.works(day)) continue;
    const auto begin = std::max(from, hours.opens(day));
    const auto end = hours.closes(day);
    if (begin >= end) continue;
    if (left <= end.us - begin.us) return {begin.us + left};
    left -= end.us - begin.us;
  }
  return hours.begins(day);
}

std::int64_t working_minutes(const WorkingCalendar& calendar, Instant from, Instant to) {
  if (to < from) return -working_minutes(calendar, to, from);
  const Hours hours(calendar);
  std::int64_t sum = 0;
  Date day = hours.day_of(from);
  const Date last = hours.day_of(to);
  for (int n = 0; n < horizon_days && day <= last; ++n, day = day.plus_days(1)) {
    if (!hours.works(day)) continue;
    const auto begin = std::max(from, hours.opens(day));
    const auto end = std::min(to, hours.closes(day));
    if (begin < end) sum += end.us - begin.us;
  }
  return sum / minute_us;
}

std::int64_t working_day_minutes(const WorkingCalendar& calendar) {
  return std::int64_t{calendar.until_hour - calendar.from_hour} * 60;
}

}  // namespace vs::policies
