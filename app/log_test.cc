// What may stand in a log line, and what may not even compile.
// MISSION: INT-06
#include "app/log.h"

#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "kernel/personal.h"

namespace vs::log {
namespace {

// Words about people and free texts have no way into a field.
static_assert(!std::is_constructible_v<Field, Word, Personal>);
static_assert(!std::is_constructible_v<Field, Word, std::string>);
static_assert(!std::is_convertible_v<std::string, Id> && !std::is_convertible_v<std::string, Cause>);

TEST(Log, an_id_names_and_tells_nothing) {
  EXPECT_EQ(Id("per_a1b2").text, "per_a1b2");
  EXPECT_EQ(Id("GET:/api/v1/w/{ws}/requests/{id}").text, "GET:/api/v1/w/{ws}/requests/{id}");
  EXPECT_EQ(Id("jo@example.com").text, "?");
  EXPECT_EQ(Id("Jo Speaker").text, "?");
  EXPECT_EQ(Id(std::string(81, 'a')).text, "?");
}

TEST(Log, a_cause_is_bounded_and_keeps_no_address_secret_or_quotation) {
  EXPECT_EQ(Cause("disk I/O error").text, "disk I/O error");
  EXPECT_EQ(Cause("no mailbox jo@example.com here").text, "no mailbox … here");
  EXPECT_EQ(Cause("near \"Jo Speaker wrote\": syntax").text, "near … … … syntax");
  EXPECT_EQ(Cause("link https://x.test/p/#secret").text, "link …");
  EXPECT_EQ(Cause("key " + std::string(43, 'k')).text, "key …");
  EXPECT_EQ(Cause("bad\nline\r\n\"").text, "bad line …");
  EXPECT_LE(Cause(std::string(100, 'a') + std::string(5000, ' ') + std::string(1000, 'b')).text.size(), 250U);
}

TEST(Log, a_line_is_one_json_object_of_the_least_weight_asked_for) {
  start("warning");
  testing::internal::CaptureStderr();
  info("nothing");
  warning("trouble", {{"count", 3}, {"share", 0.5}, {"late", true}, {"what", "a \"word\""}, {"who", Id("per_1")}});
  const auto text = testing::internal::GetCapturedStderr();
  start("info");
  ASSERT_EQ(std::ranges::count(text, '\n'), 1) << text;
  const auto line = boost::json::parse(text).as_object();
  EXPECT_EQ(line.at("event"), "trouble");
  EXPECT_EQ(line.at("level"), "warning");
  EXPECT_EQ(line.at("count"), 3);
  EXPECT_EQ(line.at("late"), true);
  EXPECT_EQ(line.at("who"), "per_1");
  EXPECT_TRUE(line.at("time").as_string().ends_with("Z"));
}

}  // namespace
}  // namespace vs::log
