// Days and moments: what is read is written the same, any stored moment can be written, and a time that a customer
// proposes is the one that they are shown. Lines: a day, a clock, a time zone.
#include <cstring>

#include "features/directory/import_dates.h"
#include "features/portal/times.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

namespace {

void moments(std::string_view text, const std::uint8_t* data, std::size_t size) {
  Instant stored;
  std::memcpy(&stored.us, data, std::min(size, sizeof stored.us));
  fuzz::must(!stored.vj_str().empty(), "any moment can be written");
  const auto moment = Instant::vj_parse(text);
  if (!moment) return;
  const auto written = moment->vj_str();
  if (moment->date() < *Date::vj_parse("0000-01-01") || moment->date() > *Date::vj_parse("9999-12-31")) return;
  fuzz::must(Instant::vj_parse(written) == moment, "a moment written again is the same");
}

void proposed(const std::string& day, const std::string& clock, const std::string& zone) {
  const auto at = portal::instant_of(day, clock, zone);
  if (!at) return;
  const auto shown = portal::local_time(*at, zone);
  // An hour that a clock skips is shown as the next one.
  const auto date = Date::vj_parse(day);
  fuzz::must(date.has_value(), "only a day has a time");
  fuzz::must(shown.day == *date || shown.day == date->plus_days(1), "a time lies on the day that was said");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  const auto day = text.substr(0, text.find('\n'));
  const auto rest = text.substr(std::min(day.size() + 1, text.size()));
  const auto clock = rest.substr(0, rest.find('\n'));
  const auto zone = rest.substr(std::min(clock.size() + 1, rest.size()));
  if (const auto date = Date::vj_parse(day)) fuzz::must(date->vj_str() == day, "a day written again is the same");
  moments(day, data, size);
  if (const auto date = directory::read_any_date(std::string(day)))
    fuzz::must(date->vj_str().size() == 10, "a day of a file is one of our time");
  proposed(std::string(day), std::string(clock), std::string(zone));
  return 0;
}
