// Links in letters: safe against scanners and forwarding (AUT-11).
// MISSION: AUT-11
#include "app/links.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "ledger/sqlite/sqlite_store.h"

namespace vs::app {
namespace {

class LinksTest : public ::testing::Test {
 protected:
  LinksTest() {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    open();
  }
  ~LinksTest() override {
    store.reset();
    std::filesystem::remove_all(folder);
  }
  void open() {
    store.reset();
    store = ledger::sqlite::open_store(folder);
  }

  std::string make(Links& links, const std::string& about = "aut_1") {
    return links.make("main", "con_1", "authorize", about, now.plus_days(30), now);
  }

  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() /
      ("vouchsafe-links-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
  std::unique_ptr<ledger::Store> store;
  const Instant now = *Instant::vj_parse("2026-11-22T09:00:00Z");
};

TEST_F(LinksTest, a_link_opens_as_often_as_wanted_until_it_ends) {
  Links links(*store);
  const auto secret = make(links);
  EXPECT_EQ(secret.size(), 43u);  // 256 bits
  EXPECT_TRUE(links.open(secret, now));
  EXPECT_TRUE(links.open(secret, now.plus_days(30)));
  EXPECT_FALSE(links.open(secret, now.plus_days(31)));
  EXPECT_FALSE(links.open(secret + "x", now));
  EXPECT_FALSE(links.open("", now));
}

TEST_F(LinksTest, an_ended_link_still_knows_for_whom_it_was) {
  Links links(*store);
  const auto secret = make(links);
  const auto link = links.find(secret);
  ASSERT_TRUE(link);
  EXPECT_FALSE(link->alive(now.plus_days(31)));
  EXPECT_EQ(link->contact, "con_1");
  EXPECT_EQ(link->about, "aut_1");
}

TEST_F(LinksTest, a_session_ends_when_idle_when_old_and_when_left) {
  Links links(*store);
  const auto session = *links.open(make(links), now);
  EXPECT_TRUE(links.visit(session, now.plus_seconds(14 * 60)));
  EXPECT_TRUE(links.visit(session, now.plus_seconds(28 * 60)));
  EXPECT_FALSE(links.visit(session, now.plus_seconds(50 * 60)));

  const auto busy = *links.open(make(links), now);
  int minutes = 0;
  while (links.visit(busy, now.plus_seconds(minutes * 60))) minutes += 10;
  EXPECT_EQ(minutes, 130);

  const auto left = *links.open(make(links), now);
  links.leave(links.visit(left, now)->session);
  EXPECT_FALSE(links.visit(left, now));
}

TEST_F(LinksTest, revoking_ends_links_and_their_sessions_at_once) {
  Links links(*store);
  const auto secret = make(links), other = make(links, "aut_2");
  const auto session = *links.open(secret, now);
  EXPECT_EQ(links.revoke("elsewhere", "aut_1", "", now), 0u);
  EXPECT_EQ(links.revoke("main", "aut_1", "con_2", now), 0u);
  EXPECT_EQ(links.revoke("main", "aut_1", "", now), 1u);
  EXPECT_FALSE(links.open(secret, now));
  EXPECT_FALSE(links.visit(session, now));
  EXPECT_TRUE(links.open(other, now));
  EXPECT_EQ(links.revoke("main", "", "con_1", now), 1u);
  EXPECT_FALSE(links.open(other, now));
}

TEST_F(LinksTest, sessions_survive_a_restart) {
  std::string session;
  {
    Links links(*store);
    session = *links.open(make(links), now);
  }
  open();
  Links again(*store);
  const auto visit = again.visit(session, now.plus_seconds(60));
  ASSERT_TRUE(visit);
  EXPECT_EQ(visit->link.purpose, "authorize");
  again.forget(now.plus_days(1));
  EXPECT_FALSE(again.visit(session, now.plus_seconds(60)));
}

TEST_F(LinksTest, digits_are_good_once_for_ten_minutes_and_five_tries) {
  Links links(*store);
  const auto code = links.make_code("main", "con_1", "aut_1", now);
  EXPECT_EQ(code.size(), 6u);
  EXPECT_FALSE(links.check_code("main", "con_2", "aut_1", code, now));
  EXPECT_TRUE(links.check_code("main", "con_1", "aut_1", code, now.plus_seconds(600)));
  EXPECT_FALSE(links.check_code("main", "con_1", "aut_1", code, now));

  const auto late = links.make_code("main", "con_1", "aut_1", now);
  EXPECT_FALSE(links.check_code("main", "con_1", "aut_1", late, now.plus_seconds(601)));

  const auto guessed = links.make_code("main", "con_1", "aut_1", now);
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(links.check_code("main", "con_1", "aut_1", "x", now));
  EXPECT_FALSE(links.check_code("main", "con_1", "aut_1", guessed, now));
}

TEST_F(LinksTest, no_secret_is_stored) {
  std::string secret, session;
  {
    Links links(*store);
    secret = make(links);
    session = *links.open(secret, now);
  }
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ostringstream bytes;
    bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
    EXPECT_EQ(bytes.str().find(secret), std::string::npos) << file.path();
    EXPECT_EQ(bytes.str().find(session), std::string::npos) << file.path();
  }
}

}  // namespace
}  // namespace vs::app
