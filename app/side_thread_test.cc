// Work beside the answers ends no process, and leaves nobody without an answer.
// MISSION: INT-06
// QUALITY: R-PG, 16.5.4
#include "app/side_thread.h"

#include <gtest/gtest.h>

#include "app/log.h"
#include "ledger/store.h"

namespace vs::app {
namespace {

using Answers = std::vector<http::Response>;

Answers answers_of(std::function<void(const http::Respond&)> work) {
  Answers all;
  SideThread side;
  side.answer([&](http::Response&& r) { all.push_back(std::move(r)); }, std::move(work));
  side.join();
  return all;
}

TEST(SideThread, a_database_that_went_away_is_answered_and_the_process_goes_on) {
  const auto all = answers_of([](const http::Respond&) { throw ledger::StoreUnavailable("no connection"); });
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].status, 503);
  EXPECT_NE(all[0].body.find("database_unreachable"), std::string::npos);
}

TEST(SideThread, what_was_answered_is_not_answered_again) {
  const auto all = answers_of([](const http::Respond& respond) {
    respond({200, "text/plain", "done", {}, {}});
    throw std::runtime_error("afterwards");
  });
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].status, 200);
}

TEST(SideThread, work_that_nobody_waits_for_fails_with_a_line_and_the_next_is_done) {
  log::start("info");
  testing::internal::CaptureStderr();
  bool next = false;
  SideThread side;
  side.run([] { throw std::out_of_range("map::at"); });
  side.run([&] { next = true; });
  side.join();
  const auto said = testing::internal::GetCapturedStderr();
  EXPECT_TRUE(next);
  EXPECT_NE(said.find("\"work_failed\""), std::string::npos) << said;
  EXPECT_NE(said.find("map::at"), std::string::npos) << said;
}

}  // namespace
}  // namespace vs::app
