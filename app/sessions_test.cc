// Passwords, sessions, tokens and saved views on a real store, with a clock of the test's own.
// MISSION: PRG-07, REC-06, INT-01, REQ-08
// QUALITY: S-SESS, S-RATE
#include "app/sessions.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <filesystem>
#include <future>

#include "app/saved_views.h"
#include "app/secrets.h"
#include "ledger/sqlite/sqlite_store.h"

namespace vs::app {
namespace {

constexpr std::int64_t minute_us = 60ll * 1'000'000;

struct House : testing::Test {
  House() : folder(std::filesystem::temp_directory_path() / ("vs-sessions-" + random_text(8))) {
    if (sodium_init() < 0) throw std::runtime_error("no libsodium");
    std::filesystem::create_directories(folder);
    store = ledger::sqlite::open_store(folder);
    keys = std::make_unique<ledger::Keys>(folder, folder / "kek");
  }
  ~House() override {
    keys.reset();
    store.reset();
    std::filesystem::remove_all(folder);
  }

  Clock clock() {
    return [this] { return now; };
  }
  static Result<std::string> sign_in(Sessions& sessions, const std::string& email, const std::string& password,
                                     const std::string& code = {}) {
    std::promise<Result<std::string>> answered;
    sessions.sign_in({email, password, code, "192.0.2.1"}, "A browser",
                     [&](Result<std::string> r) { answered.set_value(std::move(r)); });
    return answered.get_future().get();
  }
  static http::Request with_cookie(const std::string& cookie) {
    http::Request request;
    request.headers["cookie"] = cookie.substr(0, cookie.find(';'));
    return request;
  }

  std::filesystem::path folder;
  std::unique_ptr<ledger::Store> store;
  std::unique_ptr<ledger::Keys> keys;
  Instant now{1'700'000'000'000'000};
};

TEST_F(House, ten_failures_close_the_door_for_a_quarter_of_an_hour_and_are_then_forgotten) {
  Sessions sessions(*store, *keys, false, clock());
  sessions.put_user("per_1", "jo@example.test", "a long enough password");
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(sign_in(sessions, "jo@example.test", "wrong").error().reasons[0].code, "wrong_login");
  EXPECT_EQ(sign_in(sessions, "JO@example.test", "a long enough password").error().kind, RefusalKind::too_many);
  EXPECT_TRUE(sign_in(sessions, "other@example.test", "wrong").error().kind == RefusalKind::unauthorized);
  EXPECT_EQ(sessions.passwords().watched(), 2u);
  now.us += 16 * minute_us;
  EXPECT_TRUE(sign_in(sessions, "jo@example.test", "a long enough password"));
  sign_in(sessions, "third@example.test", "wrong");
  EXPECT_EQ(sessions.passwords().watched(), 1u) << "old failures are pruned when a new one comes";
}

TEST_F(House, what_fails_behind_a_right_password_is_still_answered) {
  Sessions sessions(*store, *keys, false, clock());
  sessions.put_user("per_1", "jo@example.test", "a long enough password");
  std::promise<Refusal> answered;
  sessions.passwords().check({"jo@example.test", "a long enough password", "", "192.0.2.1"},
                             [&](Result<std::string> r) {
                               if (r) throw ledger::StoreUnavailable("the database went away");
                               answered.set_value(r.error());
                             });
  EXPECT_EQ(answered.get_future().get().kind, RefusalKind::busy);
}

TEST_F(House, a_session_ends_idle_at_last_and_when_told) {
  Sessions sessions(*store, *keys, true, clock());
  int ends = 0;
  sessions.on_end([&] { ++ends; });
  sessions.put_user("per_1", "jo@example.test", "a long enough password");
  const auto first = *sign_in(sessions, "jo@example.test", "a long enough password");
  EXPECT_NE(first.find("__Host-vouchsafe="), std::string::npos);
  EXPECT_NE(first.find("Secure"), std::string::npos);
  const auto caller = sessions.caller(with_cookie(first));
  ASSERT_TRUE(caller);
  EXPECT_TRUE(sessions.holds(*caller));
  now.us += 31 * minute_us;
  EXPECT_FALSE(sessions.caller(with_cookie(first))) << "idle";
  EXPECT_FALSE(sessions.holds(*caller));

  const auto second = *sign_in(sessions, "jo@example.test", "a long enough password");
  EXPECT_EQ(store->sessions().size(), 1u) << "what expired is dropped";
  for (int i = 0; i < 25; ++i) {
    EXPECT_EQ(sessions.caller(with_cookie(second)).has_value(), i <= 24) << i;
    now.us += 30 * minute_us;
  }
  EXPECT_FALSE(sessions.caller(with_cookie(second))) << "twelve hours in all";

  const auto third = *sign_in(sessions, "jo@example.test", "a long enough password");
  const auto before = ends;
  sessions.put_user("per_1", "jo@example.test", "another long password");
  EXPECT_FALSE(sessions.caller(with_cookie(third))) << "a new password ends all sessions";
  EXPECT_EQ(ends, before + 1);
}

TEST_F(House, a_token_expires_is_revoked_and_remembers_its_last_use) {
  std::string secret;
  {
    Tokens tokens(*store, clock());
    const auto made = tokens.make("ws", "per_1", "CRM", {"read"}, now.plus_days(1));
    secret = made.secret;
    EXPECT_FALSE(tokens.of("ws")[0].used);
    EXPECT_NE(tokens.of("ws")[0].digest, secret);
    EXPECT_EQ(tokens.caller(secret)->actor.person(), "per_1");
    EXPECT_EQ(tokens.of("ws")[0].used, now);
    EXPECT_FALSE(tokens.revoke("another", made.id));
  }
  Tokens again(*store, clock());
  EXPECT_EQ(again.of("ws")[0].used, now);
  now = now.plus_days(1);
  EXPECT_FALSE(again.caller(secret));
  const auto next = again.make("ws", "per_1", "CRM", {"read"}, {});
  EXPECT_TRUE(again.in_force(next.id));
  EXPECT_TRUE(again.revoke("ws", next.id));
  EXPECT_FALSE(again.in_force(next.id));
  EXPECT_FALSE(again.caller(next.secret));
}

TEST_F(House, views_are_ones_own_named_once_and_fifty_at_most) {
  SavedViews views(*store);
  const auto saved = views.save("ws", "per_1", {"requests", "Late", {"status=open"}});
  ASSERT_TRUE(saved);
  EXPECT_EQ(views.save("ws", "per_1", {"requests", "Late", {"status=open"}})->id, saved->id);
  EXPECT_EQ(views.save("ws", "per_1", {"requests", "Late", {"q=x"}}).error().reasons[0].code, "view.name_taken");
  const auto all_wrong = views.save("ws", "per_1", {"No list!", "", {std::string(2'001, 'q')}});
  EXPECT_EQ(all_wrong.error().reasons.size(), 3u);
  std::string letters;
  for (int i = 0; i < 80; ++i) letters += "ä";
  EXPECT_TRUE(views.save("ws", "per_1", {"inbox", letters, {}})) << "eighty letters, not bytes";
  EXPECT_TRUE(views.of("ws", "per_2", "").empty());
  EXPECT_TRUE(views.of("other", "per_1", "").empty());
  EXPECT_EQ(views.rename("ws", "per_2", saved->id, {"Mine"}).error().kind, RefusalKind::not_found);
  EXPECT_EQ(views.rename("ws", "per_1", saved->id, {"Soon"})->name, "Soon");
  EXPECT_EQ(views.of("ws", "per_1", "requests").size(), 1u);
  for (int i = 0; i < 48; ++i) EXPECT_TRUE(views.save("ws", "per_1", {"requests", "View " + std::to_string(i), {}}));
  EXPECT_EQ(views.save("ws", "per_1", {"requests", "One more", {}}).error().reasons[0].code, "view.too_many");
  EXPECT_TRUE(views.remove("ws", "per_1", saved->id));
  EXPECT_EQ(views.remove("ws", "per_1", saved->id).error().kind, RefusalKind::not_found);
  EXPECT_EQ(views.of("ws", "per_1", "")[0].position, 1);
}

}  // namespace
}  // namespace vs::app
