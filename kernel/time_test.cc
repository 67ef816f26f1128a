// Days and instants in words and back: the words are stored, so they must never change.
#include "kernel/time.h"

#include <date/date.h>
#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace vs {
namespace {

TEST(Time, every_day_of_four_centuries_is_written_as_the_library_writes_it_and_read_back) {
  for (int n = -40'000; n < 110'000; ++n) {
    const Date day{std::chrono::sys_days{std::chrono::days{n}}};
    ASSERT_EQ(day.vj_str(), date::format("%F", date::sys_days{date::days{n}}));
    ASSERT_EQ(Date::vj_parse(day.vj_str()), day);
  }
}

TEST(Time, instants_are_written_as_the_library_writes_them_and_read_back) {
  std::mt19937_64 random{11};
  for (int n = 0; n < 20'000; ++n) {
    const Instant at{std::int64_t(random() % 8'000'000'000'000'000) - 2'000'000'000'000'000};
    const date::sys_time<std::chrono::microseconds> plain{std::chrono::microseconds{at.us}};
    ASSERT_EQ(at.vj_str(), date::format("%FT%TZ", plain));
    ASSERT_EQ(Instant::vj_parse(at.vj_str()), at);
  }
}

TEST(Time, the_first_and_the_last_moment_that_a_number_can_say_are_written) {
  EXPECT_EQ(Instant{std::numeric_limits<std::int64_t>::min()}.vj_str(), "-290308-12-21T19:59:05.224192Z");
  EXPECT_EQ(Instant{std::numeric_limits<std::int64_t>::max()}.vj_str(), "294247-01-10T04:00:54.775807Z");
}

TEST(Time, what_is_no_day_is_not_read) {
  for (const char* text : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-001", "-026-01-01", "2026/01/01",
                           "2026-01-0x", "2026-01-32", "", "2026-01-011"})
    EXPECT_FALSE(Date::vj_parse(text)) << text;
  EXPECT_TRUE(Date::vj_parse("2024-02-29"));
}

}  // namespace
}  // namespace vs
