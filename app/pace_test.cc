// How often one caller may ask, over time that the test tells.
// QUALITY: S-RATE
#include "app/pace.h"

#include <gtest/gtest.h>

#include <thread>

namespace vs::app {
namespace {

constexpr std::int64_t second_us = 1'000'000;

Caller session(const std::string& digest) {
  return {{ActorKind::person, "per_1", ""}, "", {}, digest};
}
Caller token(const std::string& id) {
  return {{ActorKind::token, id, "per_1"}, "ws", {"read"}, ""};
}

TEST(Pace, a_minutes_worth_goes_through_at_once_and_then_as_fast_as_it_flows_back) {
  std::int64_t now = 5 * second_us;
  Pace pace(60, [&] { return Instant{now}; });
  for (int i = 0; i < 60; ++i) EXPECT_EQ(pace.wait_seconds(session("a")), 0) << i;
  EXPECT_EQ(pace.wait_seconds(session("a")), 1);
  EXPECT_EQ(pace.wait_seconds(session("a")), 1) << "a refusal takes nothing out";
  now += second_us;
  EXPECT_EQ(pace.wait_seconds(session("a")), 0);
  EXPECT_EQ(pace.wait_seconds(session("a")), 1);
  now += 3600 * second_us;
  for (int i = 0; i < 60; ++i) EXPECT_EQ(pace.wait_seconds(session("a")), 0) << "an hour of rest is one full bucket";
  EXPECT_EQ(pace.wait_seconds(session("a")), 1);
}

TEST(Pace, each_session_and_each_token_has_a_bucket_of_its_own) {
  std::int64_t now = 0;
  Pace pace(1, [&] { return Instant{now}; });
  for (const auto& who : {session("a"), session("b"), token("tok_1"), token("tok_2")}) {
    EXPECT_EQ(pace.wait_seconds(who), 0);
    EXPECT_EQ(pace.wait_seconds(who), 60);
  }
  EXPECT_EQ(pace.watched(), 4u);
  now += 60 * second_us;
  EXPECT_EQ(pace.watched(), 0u) << "who rests is forgotten";
}

TEST(Pace, many_threads_get_no_more_than_one_would) {
  Pace pace(1000, [] { return Instant{0}; });
  std::atomic<int> passed{0};
  std::vector<std::jthread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 1000; ++i) passed += pace.wait_seconds(session("a")) == 0;
    });
  threads.clear();
  EXPECT_EQ(passed, 1000);
}

}  // namespace
}  // namespace vs::app
