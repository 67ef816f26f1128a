// MISSION: REQ-08 PRG-03
#include "features/policies/working_time.h"

#include <gtest/gtest.h>

namespace vs::policies {
namespace {

Instant at(const char* text) {
  return *Instant::vj_parse(text);
}

WorkingCalendar nine_to_five(const std::string& zone = "UTC") {
  using enum Weekday;
  return {{mon, tue, wed, thu, fri}, 9, 17, zone, {}};
}

WorkingCalendar round_the_clock(const std::string& zone) {
  using enum Weekday;
  return {{mon, tue, wed, thu, fri, sat, sun}, 0, 24, zone, {}};
}

TEST(WorkingTime, SkipsNightsWeekendsAndHolidays) {
  auto calendar = nine_to_five();
  EXPECT_EQ(after_working(calendar, at("2026-11-20T16:00:00Z"), 120), at("2026-11-23T10:00:00Z"));
  EXPECT_EQ(working_minutes(calendar, at("2026-11-20T16:00:00Z"), at("2026-11-23T10:00:00Z")), 120);
  EXPECT_EQ(working_minutes(calendar, at("2026-11-23T10:00:00Z"), at("2026-11-20T16:00:00Z")), -120);
  calendar.holidays.push_back(*Date::vj_parse("2026-11-23"));
  EXPECT_EQ(after_working(calendar, at("2026-11-20T16:00:00Z"), 120), at("2026-11-24T10:00:00Z"));
  EXPECT_EQ(after_working({}, at("2026-11-20T16:00:00Z"), 120).us % 86'400'000'000, 0);
}

TEST(WorkingTime, CountsTheHoursOfTheCalendarsTimeZone) {
  EXPECT_EQ(after_working(nine_to_five("Europe/Berlin"), at("2026-11-20T15:00:00Z"), 120), at("2026-11-23T09:00:00Z"));
  // Friday evening of Greenwich is still Friday noon in California, and its close is Saturday of Greenwich.
  const auto west = nine_to_five("America/Los_Angeles");
  EXPECT_EQ(after_working(west, at("2026-11-20T20:00:00Z"), 300), at("2026-11-21T01:00:00Z"));
  EXPECT_EQ(after_working(west, at("2026-11-21T00:00:00Z"), 120), at("2026-11-23T18:00:00Z"));
  // Monday morning in Auckland is Sunday of Greenwich.
  EXPECT_EQ(after_working(nine_to_five("Pacific/Auckland"), at("2026-11-21T00:00:00Z"), 60),
            at("2026-11-22T21:00:00Z"));
}

TEST(WorkingTime, FollowsSummerTime) {
  const auto berlin = nine_to_five("Europe/Berlin");
  // One working day over the Sundays of the change: the same hour on the clock, another one in Greenwich.
  EXPECT_EQ(after_working(berlin, at("2026-03-27T12:00:00Z"), 8 * 60), at("2026-03-30T11:00:00Z"));
  EXPECT_EQ(after_working(berlin, at("2026-10-23T11:00:00Z"), 8 * 60), at("2026-10-26T12:00:00Z"));
  EXPECT_EQ(working_minutes(berlin, at("2026-03-27T12:00:00Z"), at("2026-03-30T11:00:00Z")), 8 * 60);
  // Who works through that night works an hour less, or more.
  const auto always = round_the_clock("Europe/Berlin");
  EXPECT_EQ(working_minutes(always, at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z")), 23 * 60);
  EXPECT_EQ(working_minutes(always, at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z")), 25 * 60);
}

TEST(WorkingTime, AnHourThatTheClocksSkipBeginsWhenTheySkipIt) {
  auto early = round_the_clock("Europe/Berlin");
  early.from_hour = 2;
  early.until_hour = 4;
  EXPECT_EQ(working_minutes(early, at("2026-03-29T00:00:00Z"), at("2026-03-29T12:00:00Z")), 60);
  EXPECT_EQ(after_working(early, at("2026-03-29T00:00:00Z"), 30), at("2026-03-29T01:30:00Z"));
}

TEST(WorkingTime, KnowsTheZonesOfTheSystem) {
  for (const char* zone : {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"})
    EXPECT_TRUE(known_time_zone(zone)) << zone;
  for (const char* zone : {"", "Mars/Base", "../etc/passwd", "europe/berlin"}) EXPECT_FALSE(known_time_zone(zone));
  // A calendar stored with a zone that is gone counts by Greenwich.
  EXPECT_EQ(after_working(nine_to_five("Mars/Base"), at("2026-11-20T16:00:00Z"), 120), at("2026-11-23T10:00:00Z"));
}

TEST(WorkingTime, GoesForwardAndCountsWhatItWent) {
  for (const char* zone : {"UTC", "Europe/Berlin", "America/Los_Angeles", "Australia/Lord_Howe"}) {
    const auto calendar = nine_to_five(zone);
    for (int hour = 0; hour < 24 * 400; hour += 37) {
      const auto from = at("2026-01-01T00:00:00Z").plus_seconds(std::int64_t{hour} * 3600);
      const auto to = after_working(calendar, from, 1000);
      ASSERT_EQ(working_minutes(calendar, from, to), 1000) << zone << " " << from.vj_str();
    }
  }
}

}  // namespace
}  // namespace vs::policies
