// Days and times as people in a time zone write and read them.
#pragma once

#include <optional>
#include <string>

#include "kernel/time.h"

namespace vs::portal {

/// How the clock stands somewhere at an instant.
struct Local {
  Date day;
  unsigned weekday = 0;  ///< 0 is Sunday
  std::string clock;     ///< "10:42"
};

/// In the time zone of that IANA name; UTC when it is unknown.
Local local_time(Instant, const std::string& time_zone);
/// The instant at which the clock there shows this ("2027-01-31", "09:30"); nothing when it is not readable.
std::optional<Instant> instant_of(const std::string& day, const std::string& clock, const std::string& time_zone);
/// The place whose clock it is: "Oslo" of "Europe/Oslo"; "UTC" when it is unknown.
std::string zone_shown(const std::string& time_zone);

}  // namespace vs::portal
