// Second factors and rules for passwords on a real store, with codes that another program makes.
// MISSION: PRG-07
// QUALITY: S-PW, S-RATE, S-SESS
#include "app/second_factor.h"

#include <gtest/gtest.h>
#include <liboath/oath.h>
#include <sodium.h>

#include <filesystem>
#include <future>

#include "app/password_rules.h"
#include "app/secrets.h"
#include "app/sessions.h"
#include "ledger/sqlite/sqlite_store.h"

namespace vs::app {
namespace {

constexpr std::int64_t second_us = 1'000'000;
constexpr const char *email = "jo@example.test", *password = "four wet cats on a wall";

struct Factor : testing::Test {
  Factor() : folder(std::filesystem::temp_directory_path() / ("vs-factor-" + random_text(8))) {
    if (sodium_init() < 0) throw std::runtime_error("no libsodium");
    std::filesystem::create_directories(folder);
    store = ledger::sqlite::open_store(folder);
    keys = std::make_unique<ledger::Keys>(folder, folder / "kek");
    sessions = std::make_unique<Sessions>(*store, *keys, false, [this] { return now; });
    sessions->put_user("per_1", email, password);
  }
  ~Factor() override {
    sessions.reset();
    keys.reset();
    store.reset();
    std::filesystem::remove_all(folder);
  }

  SecondFactors& factors() { return sessions->passwords().second_factors(); }
  // What an app shows for the secret at this time.
  static std::string code_of(const std::string& secret, Instant at) {
    char* bytes = nullptr;
    std::size_t size = 0;
    EXPECT_EQ(oath_base32_decode(secret.data(), secret.size(), &bytes, &size), OATH_OK);
    char code[8] = {};
    EXPECT_EQ(oath_totp_generate(bytes, size, std::time_t(at.us / second_us), 30, 0, 6, code), OATH_OK);
    std::free(bytes);
    return code;
  }
  std::string set_up() {
    const auto offer = factors().begin("per_1", email);
    codes = *factors().confirm("per_1", code_of(offer.secret, now));
    now.us += 60 * second_us;
    return offer.secret;
  }
  std::string sign_in(const std::string& code, const std::string& remote = "192.0.2.1") {
    std::promise<Result<std::string>> answered;
    sessions->sign_in({email, password, code, remote}, "A browser",
                      [&](Result<std::string> r) { answered.set_value(std::move(r)); });
    const auto result = answered.get_future().get();
    return result ? "in" : result.error().reasons[0].code;
  }

  std::filesystem::path folder;
  std::unique_ptr<ledger::Store> store;
  std::unique_ptr<ledger::Keys> keys;
  std::unique_ptr<Sessions> sessions;
  std::vector<std::string> codes;
  Instant now{1'800'000'000'000'000};
};

TEST_F(Factor, is_asked_for_once_it_is_confirmed_and_each_code_is_good_once) {
  EXPECT_EQ(sign_in(""), "in");
  const auto offer = factors().begin("per_1", email);
  EXPECT_EQ(sign_in(""), "in") << "not in force before it is confirmed";
  EXPECT_EQ(factors().confirm("per_1", "000000").error().reasons[0].code, "factor.wrong_code");
  codes = *factors().confirm("per_1", code_of(offer.secret, now));
  EXPECT_EQ(sign_in(""), "second_factor_needed");
  EXPECT_EQ(sign_in(code_of(offer.secret, now)), "wrong_code") << "it was used to confirm";
  now.us += 30 * second_us;
  const auto code = code_of(offer.secret, now);
  EXPECT_EQ(sign_in(code.substr(0, 3) + " " + code.substr(3)), "in");
  EXPECT_EQ(sign_in(code), "wrong_code");
  EXPECT_EQ(sign_in(code_of(offer.secret, {now.us - 600 * second_us})), "wrong_code") << "long past";
}

TEST_F(Factor, is_sealed_in_the_store) {
  const auto secret = set_up();
  EXPECT_EQ(store->setting("per_1", "~second_factor")->find(secret), std::string::npos);
}

TEST_F(Factor, gives_ten_recovery_codes_that_work_once_each) {
  set_up();
  ASSERT_EQ(codes.size(), 10u);
  EXPECT_EQ(sign_in(codes[3]), "in");
  EXPECT_EQ(sign_in(codes[3]), "wrong_code");
  EXPECT_EQ(factors().recovery_codes_left("per_1"), 9u);
}

TEST_F(Factor, wrong_codes_close_the_door_like_wrong_passwords) {
  set_up();
  for (int i = 0; i < 10; ++i) EXPECT_EQ(sign_in("123456"), "wrong_code");
  EXPECT_EQ(sign_in("123456"), "too_many_tries");
  EXPECT_GT(sessions->passwords().guessing().wait_seconds(email, "192.0.2.1"), 14 * 60);
  EXPECT_EQ(sign_in(codes[0], "192.0.2.2"), "in") << "from elsewhere the person gets in";
}

TEST_F(Factor, a_hundred_failures_from_anywhere_close_an_account_but_end_no_session) {
  std::promise<Result<std::string>> answered;
  sessions->sign_in({email, password, "", "192.0.2.1"}, "", [&](Result<std::string> r) { answered.set_value(r); });
  http::Request request;
  const auto cookie = *answered.get_future().get();
  request.headers["cookie"] = cookie.substr(0, cookie.find(';'));
  auto& guessing = sessions->passwords().guessing();
  for (int i = 0; i < 100; ++i) guessing.failed(email, "198.51.100." + std::to_string(i));
  EXPECT_EQ(sign_in("", "203.0.113.9"), "too_many_tries");
  EXPECT_TRUE(sessions->caller(request)) << "who is in stays in";
  sessions->put_user("per_1", email, password);
  EXPECT_EQ(sign_in("", "203.0.113.9"), "in") << "a new password opens again";
}

TEST_F(Factor, a_first_password_is_good_for_a_week) {
  sessions->put_user("per_1", email, password, true);
  now = now.plus_days(6);
  EXPECT_EQ(sign_in(""), "in");
  now = now.plus_days(2);
  EXPECT_EQ(sign_in(""), "initial_password_over");
  sessions->put_user("per_1", email, password);
  EXPECT_EQ(sign_in(""), "in");
}

std::string first_obstacle(const std::string& text, bool second_factor = false) {
  const auto reasons = password_obstacles(text, second_factor, {"Rita Questa", "rita@halcyon.test", "Halcyon"}, "next");
  return reasons.empty() ? "" : reasons.list()[0].code;
}

TEST(PasswordRules, want_length_and_refuse_what_is_tried_first) {
  EXPECT_GE(common_passwords(), 3'000u);
  EXPECT_EQ(first_obstacle("fourteen chars"), "password.short");
  EXPECT_EQ(first_obstacle("fifteen  chars."), "");
  EXPECT_EQ(first_obstacle("eight ch", true), "");
  EXPECT_EQ(first_obstacle("seven c", true), "password.short");
  EXPECT_EQ(first_obstacle("äöüßäöüßwxyzkl"), "password.short") << "letters count, not bytes";
  for (const char* tried : {"passwordpassword", "1qaz2wsx3edc4rfv", "Password1234567", "aaaaaaaaaaaaaaaa",
                            "abcabcabcabcabcabc", "123456789012345", "!!!qwertyuiop!!!!"})
    EXPECT_EQ(first_obstacle(tried), "password.common") << tried;
  EXPECT_EQ(first_obstacle("baseball", true), "password.common");
  EXPECT_EQ(first_obstacle("Rita-Questa-Halcyon-7"), "password.known");
  EXPECT_EQ(first_obstacle("Vouchsafe Halcyon 2026"), "password.known");
  EXPECT_EQ(first_obstacle(std::string(64, 'x') + " is long and 8 odd"), "");
  EXPECT_EQ(first_obstacle(std::string(1'001, 'y') + "z"), "password.long");
}

}  // namespace
}  // namespace vs::app
