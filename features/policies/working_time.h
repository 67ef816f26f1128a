// Time limits count working hours only: nights, weekends and holidays do not make anybody late. Hours are those of
// the calendar's own time zone, summer time included.
#pragma once

#include "features/policies/sections.h"

namespace vs::policies {

/// Does the time zone database know this name (`Europe/Berlin`)? The database is the system's and constant while
/// the program runs.
bool known_time_zone(const std::string& name);
/// The instant after so many minutes of working time.
Instant after_working(const WorkingCalendar&, Instant from, std::int64_t minutes);
/// Minutes of working time from one instant to a later one; negative when it is earlier.
std::int64_t working_minutes(const WorkingCalendar&, Instant from, Instant to);
/// Minutes of a usual working day.
std::int64_t working_day_minutes(const WorkingCalendar&);

}  // namespace vs::policies
