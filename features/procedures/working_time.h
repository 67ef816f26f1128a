// Time limits count working hours only: nights, weekends and holidays do not make anybody late.
#pragma once

#include "features/procedures/procedures.h"

namespace vs::procedures {

/// The instant after so many minutes of working time.
Instant after_working(const policies::WorkingCalendar&, Instant from, std::int64_t minutes);
/// Minutes of working time from one instant to a later one; negative when it is earlier.
std::int64_t working_minutes(const policies::WorkingCalendar&, Instant from, Instant to);

}  // namespace vs::procedures
