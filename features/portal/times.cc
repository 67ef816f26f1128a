#include "features/portal/times.h"

#include <date/tz.h>

#include <algorithm>
#include <charconv>

namespace vs::portal {
namespace {

const date::time_zone* zone_of(const std::string& name) {
  try {
    return date::locate_zone(name.empty() ? "UTC" : name);
  } catch (const std::exception&) {
    return date::locate_zone("UTC");
  }
}

std::string two(long n) {
  return (n < 10 ? "0" : "") + std::to_string(n);
}

std::optional<int> number(std::string_view text) {
  int n = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), n);
  return ec == std::errc{} && end == text.data() + text.size() ? std::optional(n) : std::nullopt;
}

}  // namespace

Local local_time(Instant at, const std::string& time_zone) {
  const date::zoned_time zoned(zone_of(time_zone),
                               date::sys_time<std::chrono::microseconds>(std::chrono::microseconds(at.us)));
  const auto time = zoned.get_local_time();
  const auto day = date::floor<date::days>(time);
  const date::hh_mm_ss clock(date::floor<std::chrono::minutes>(time - day));
  Local out;
  out.day.day = std::chrono::sys_days(std::chrono::days(day.time_since_epoch().count()));
  out.weekday = date::weekday(day).c_encoding();
  out.clock = two(clock.hours().count()) + ":" + two(clock.minutes().count());
  return out;
}

std::optional<Instant> instant_of(const std::string& day, const std::string& clock, const std::string& time_zone) {
  const auto date = Date::vj_parse(day);
  if (!date || clock.size() < 5 || clock[2] != ':') return {};
  const auto hours = number(std::string_view(clock).substr(0, 2)),
             minutes = number(std::string_view(clock).substr(3, 2));
  if (!hours || !minutes || *hours < 0 || *hours > 23 || *minutes < 0 || *minutes > 59) return {};
  const auto local = date::local_days(date::days(date->day.time_since_epoch().count())) + std::chrono::hours(*hours) +
                     std::chrono::minutes(*minutes);
  // An hour that the clock skips or repeats there: the first one that is meant.
  const auto at = zone_of(time_zone)->to_sys(local, date::choose::earliest);
  return Instant{std::chrono::duration_cast<std::chrono::microseconds>(at.time_since_epoch()).count()};
}

std::string zone_shown(const std::string& time_zone) {
  // "America/New_York" is a name for computers; people say the city.
  std::string name(zone_of(time_zone)->name());
  if (const auto slash = name.rfind('/'); slash != std::string::npos) name.erase(0, slash + 1);
  std::ranges::replace(name, '_', ' ');
  return name;
}

}  // namespace vs::portal
