// What nobody foresaw is in the log and is answered, once.
// MISSION: INT-06
// QUALITY: 16.5.4
#include "app/last_resort.h"

#include <gtest/gtest.h>

#include <thread>

#include "app/log.h"
#include "ledger/store.h"

namespace vs::app {
namespace {

struct Outcome {
  std::vector<http::Response> answers;
  std::string log;
};

Outcome outcome_of(const http::Handler& handler) {
  Outcome out;
  http::Request request;
  request.trace = std::make_shared<http::Trace>();
  request.trace->id = "run-1f";
  log::start("info");
  testing::internal::CaptureStderr();
  answered_anyway(handler, std::move(request), [&](http::Response&& r) { out.answers.push_back(std::move(r)); });
  out.log = testing::internal::GetCapturedStderr();
  return out;
}

TEST(LastResort, a_request_that_throws_is_answered_without_details_and_logged_under_its_id) {
  const auto out = outcome_of([](http::Request&&, const http::Respond&) { throw std::out_of_range("map::at"); });
  ASSERT_EQ(out.answers.size(), 1u);
  EXPECT_EQ(out.answers[0].status, 503);
  EXPECT_EQ(out.answers[0].body.find("map::at"), std::string::npos);
  EXPECT_NE(out.log.find("\"request_failed\""), std::string::npos) << out.log;
  EXPECT_NE(out.log.find("run-1f"), std::string::npos) << out.log;
  EXPECT_NE(out.log.find("map::at"), std::string::npos) << out.log;
}

TEST(LastResort, what_was_answered_before_it_threw_is_not_answered_twice_but_logged) {
  const auto out = outcome_of([](http::Request&&, const http::Respond& respond) {
    respond({200, "text/plain", "done", {}, {}});
    throw std::runtime_error("afterwards");
  });
  ASSERT_EQ(out.answers.size(), 1u);
  EXPECT_EQ(out.answers[0].status, 200);
  EXPECT_NE(out.log.find("afterwards"), std::string::npos) << out.log;
}

TEST(LastResort, a_database_that_cannot_be_reached_is_said_and_is_no_failure_of_ours) {
  const auto out =
      outcome_of([](http::Request&&, const http::Respond&) { throw ledger::StoreUnavailable("no connection"); });
  ASSERT_EQ(out.answers.size(), 1u);
  EXPECT_NE(out.answers[0].body.find("database_unreachable"), std::string::npos);
  EXPECT_EQ(out.log.find("request_failed"), std::string::npos) << out.log;
}

TEST(LastResort, the_process_does_not_end_without_a_line) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_DEATH(
      {
        log::start("info");
        log_the_end();
        std::thread([] { throw std::runtime_error("nobody caught it"); }).join();
      },
      "\"event\":\"ended\".*nobody caught it");
}

}  // namespace
}  // namespace vs::app
