// Invitations as text, words in five languages, and the customer's own view. What follows from them on the road of a
// request is tested there.
#include <gtest/gtest.h>

#include "features/activities/activities.h"
#include "features/activities/calendar.h"

namespace vs::activities {
namespace {

Invitation invitation() {
  return {"act_1",
          2,
          false,
          *Instant::vj_parse("2026-11-30T08:00:00Z"),
          *Instant::vj_parse("2026-12-08T09:00:00Z"),
          45,
          "Europe/Madrid",
          "A reference call, with Prospect; Ltd",
          "First line\nSecond, line",
          "https://meet.example/1",
          {"Rita Requester", "rita@example.test"},
          {{"Ada Álvarez", "ada@example.test"}, {"Rita Requester", "rita@example.test"}}};
}

bool has(const std::string& text, const std::string& line) {
  return text.find(line) != std::string::npos;
}

// MISSION: ACT-01
TEST(Calendar, AnInvitationNamesTheEventItsStateAndTheRecipientsClock) {
  const auto text = calendar_text(invitation());
  for (const auto* line :
       {"METHOD:REQUEST", "UID:act_1", "SEQUENCE:2", "DTSTAMP:20261130T080000Z",
        "DTSTART;TZID=Europe/Madrid:20261208T100000", "DTEND;TZID=Europe/Madrid:20261208T104500", "BEGIN:VTIMEZONE",
        "TZID:Europe/Madrid", "TZOFFSETTO:+0100", "STATUS:CONFIRMED", "RSVP=TRUE", "LOCATION:https://meet.example/1"})
    EXPECT_TRUE(has(text, line)) << line << " in\n" << text;
  EXPECT_TRUE(has(text, "SUMMARY:A reference call\\, with Prospect\\; Ltd")) << text;
  EXPECT_EQ(text, calendar_text(invitation())) << "the same appointment, the same text";
  EXPECT_TRUE(has(text, "\r\n")) << "lines end as RFC 5545 wants";
}

// MISSION: ACT-01
TEST(Calendar, ACancellationIsTheSameEventCalledOff) {
  auto off = invitation();
  off.cancelled = true;
  off.sequence = 3;
  const auto text = calendar_text(off);
  for (const auto* line : {"METHOD:CANCEL", "UID:act_1", "SEQUENCE:3", "STATUS:CANCELLED"})
    EXPECT_TRUE(has(text, line)) << line;
  EXPECT_FALSE(has(text, "RSVP"));
}

TEST(Calendar, WithoutAKnownZoneTheTimeIsUniversal) {
  for (const auto* zone : {"", "UTC", "Mars/Olympus"}) {
    auto i = invitation();
    i.time_zone = zone;
    const auto text = calendar_text(i);
    EXPECT_TRUE(has(text, "DTSTART:20261208T090000Z")) << text;
    EXPECT_FALSE(has(text, "VTIMEZONE"));
  }
}

TEST(Calendar, AZoneWithoutSummerTimeHasOneRule) {
  auto i = invitation();
  i.time_zone = "Asia/Tokyo";
  const auto text = calendar_text(i);
  EXPECT_TRUE(has(text, "DTSTART;TZID=Asia/Tokyo:20261208T180000"));
  EXPECT_TRUE(has(text, "TZOFFSETTO:+0900"));
  EXPECT_FALSE(has(text, "DAYLIGHT"));
}

TEST(ActivityWords, TimesAreOnTheReadersClockInTheirLanguage) {
  const auto at = *Instant::vj_parse("2026-12-08T09:00:00Z");
  EXPECT_EQ(Words("en").when(at, 45, "Europe/Madrid"), "Tuesday, 8 December 2026, 10:00–10:45 (Madrid)");
  EXPECT_EQ(Words("de-AT").when(at, 45, "Europe/Vienna"), "Dienstag, 8. Dezember 2026, 10:00–10:45 Uhr (Vienna)");
  EXPECT_EQ(Words("ja").when(at, 45, "Asia/Tokyo"), "2026年12月8日（火）18:00～18:45（Tokyo）");
  EXPECT_EQ(Words("xx").minutes(30), "30 minutes");
  for (const auto* language : {"en", "de", "fr", "es", "ja"})
    for (int use = 0; use <= int(UseType::advisory_board); ++use)
      EXPECT_NE(Words(language).use(UseType(use)), spoken(UseType(use))) << language << use;
}

}  // namespace
}  // namespace vs::activities
