#include "features/activities/calendar.h"

#include <date/tz.h>
#include <libical/ical.h>

#include <cstdlib>
#include <memory>

namespace vs::activities {
namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

Component component(icalcomponent_kind kind) {
  return {icalcomponent_new(kind), &icalcomponent_free};
}

// libical takes over what is added.
void put(const Component& into, icalproperty* property) {
  icalcomponent_add_property(into.get(), property);
}
void put(const Component& into, Component&& inner) {
  icalcomponent_add_component(into.get(), inner.release());
}

template <class Time>
icaltimetype ical_time(const Time& at, bool utc) {
  const auto day = date::floor<date::days>(at);
  const date::year_month_day ymd(day);
  const date::hh_mm_ss clock(date::floor<std::chrono::seconds>(at - day));
  auto out = icaltime_null_time();
  out.year = int(ymd.year());
  out.month = int(unsigned(ymd.month()));
  out.day = int(unsigned(ymd.day()));
  out.hour = int(clock.hours().count());
  out.minute = int(clock.minutes().count());
  out.second = int(clock.seconds().count());
  out.is_date = 0;
  if (utc) out.zone = icaltimezone_get_utc_timezone();
  return out;
}

using Sys = date::sys_time<std::chrono::microseconds>;

Sys sys(Instant at) {
  return Sys(std::chrono::microseconds(at.us));
}

const date::time_zone* zone_of(const std::string& name) {
  try {
    return date::locate_zone(name.empty() ? "UTC" : name);
  } catch (const std::exception&) {
    return date::locate_zone("UTC");
  }
}

// A rule of the zone's clock from its first moment on; `before` is the offset that it replaces.
Component observance(const date::sys_info& rule, std::chrono::seconds before) {
  auto out = component(rule.save.count() != 0 ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);
  const date::local_seconds onset(rule.begin.time_since_epoch() + before);
  put(out, icalproperty_new_dtstart(ical_time(onset, false)));
  put(out, icalproperty_new_tzoffsetfrom(int(before.count())));
  put(out, icalproperty_new_tzoffsetto(int(rule.offset.count())));
  put(out, icalproperty_new_tzname(rule.abbrev.c_str()));
  return out;
}

// The rules around one appointment: that in force before it begins, and the next one.
Component zone_component(const date::time_zone& zone, Sys at) {
  const date::sys_seconds earliest = date::sys_days(date::year(1970) / 1 / 1);
  const date::sys_seconds latest = date::sys_days(date::year(2100) / 1 / 1);
  auto out = component(ICAL_VTIMEZONE_COMPONENT);
  put(out, icalproperty_new_tzid(zone.name().c_str()));
  auto now = zone.get_info(at);
  const bool for_ever = now.begin < earliest;
  const auto before = for_ever ? now.offset : zone.get_info(now.begin - std::chrono::seconds(1)).offset;
  if (for_ever) now.begin = earliest;
  put(out, observance(now, before));
  if (now.end < latest) put(out, observance(zone.get_info(now.end), now.offset));
  return out;
}

void put_time(const Component& event, icalproperty* property, const date::time_zone& zone) {
  if (zone.name() != "UTC" && zone.name() != "Etc/UTC")
    icalproperty_add_parameter(property, icalparameter_new_tzid(zone.name().c_str()));
  put(event, property);
}

icaltimetype local_or_utc(const date::time_zone& zone, Sys at) {
  if (zone.name() == "UTC" || zone.name() == "Etc/UTC") return ical_time(at, true);
  return ical_time(zone.to_local(at), false);
}

void put_organizer(const Component& event, const Party& party) {
  auto* property = icalproperty_new_organizer(("mailto:" + party.email).c_str());
  if (!party.name.empty()) icalproperty_add_parameter(property, icalparameter_new_cn(party.name.c_str()));
  put(event, property);
}

void put_attendee(const Component& event, const Party& party, bool cancelled) {
  auto* property = icalproperty_new_attendee(("mailto:" + party.email).c_str());
  if (!party.name.empty()) icalproperty_add_parameter(property, icalparameter_new_cn(party.name.c_str()));
  icalproperty_add_parameter(property, icalparameter_new_cutype(ICAL_CUTYPE_INDIVIDUAL));
  icalproperty_add_parameter(property, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
  if (!cancelled) {
    icalproperty_add_parameter(property, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
    icalproperty_add_parameter(property, icalparameter_new_rsvp(ICAL_RSVP_TRUE));
  }
  put(event, property);
}

Component event_component(const Invitation& i, const date::time_zone& zone) {
  auto event = component(ICAL_VEVENT_COMPONENT);
  put(event, icalproperty_new_uid(i.uid.c_str()));
  put(event, icalproperty_new_sequence(i.sequence));
  put(event, icalproperty_new_dtstamp(ical_time(sys(i.stamp), true)));
  const auto end = i.start.plus_seconds(std::int64_t{i.minutes} * 60);
  put_time(event, icalproperty_new_dtstart(local_or_utc(zone, sys(i.start))), zone);
  put_time(event, icalproperty_new_dtend(local_or_utc(zone, sys(end))), zone);
  put(event, icalproperty_new_summary(i.summary.c_str()));
  if (!i.description.empty()) put(event, icalproperty_new_description(i.description.c_str()));
  if (!i.location.empty()) put(event, icalproperty_new_location(i.location.c_str()));
  put(event, icalproperty_new_status(i.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  put(event, icalproperty_new_transp(i.cancelled ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
  put_organizer(event, i.organizer);
  for (const auto& each : i.attendees) put_attendee(event, each, i.cancelled);
  return event;
}

}  // namespace

std::string calendar_text(const Invitation& i) {
  const auto& zone = *zone_of(i.time_zone);
  auto calendar = component(ICAL_VCALENDAR_COMPONENT);
  put(calendar, icalproperty_new_prodid("-//Vouchsafe//References//EN"));
  put(calendar, icalproperty_new_version("2.0"));
  put(calendar, icalproperty_new_calscale("GREGORIAN"));
  put(calendar, icalproperty_new_method(i.cancelled ? ICAL_METHOD_CANCEL : ICAL_METHOD_REQUEST));
  if (zone.name() != "UTC" && zone.name() != "Etc/UTC") put(calendar, zone_component(zone, sys(i.start)));
  put(calendar, event_component(i, zone));
  const std::unique_ptr<char, decltype(&std::free)> text(icalcomponent_as_ical_string_r(calendar.get()), &std::free);
  return text.get();
}

}  // namespace vs::activities
