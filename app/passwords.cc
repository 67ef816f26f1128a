#include "app/passwords.h"

#include <sodium.h>

#include <cstring>

#include "app/log.h"
#include "app/password_rules.h"
#include "app/secrets.h"
#include "kernel/json.h"
#include "kernel/text.h"

namespace vs::app {
namespace {

constexpr int waiting_most = 500;  // a minute's work
constexpr int initial_days = 7;
constexpr const char* setting = "~initial_password";  // the person's own, out of their reach

std::string hash_of(const std::string& password) {
  std::string out(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(out.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw std::bad_alloc();
  out.resize(std::strlen(out.c_str()));
  return out;
}

std::unexpected<Refusal> too_many_tries() {
  return refuse(RefusalKind::too_many, "too_many_tries", "Too many failed tries.",
                "Wait a quarter of an hour, or ask an administrator for a new password.");
}

// Whoever signs in hears of what nobody foresaw, too.
std::unexpected<Refusal> failed(const std::exception& error) {
  log::error("work_failed", {{"cause", log::Cause(error.what())}});
  return refuse(RefusalKind::busy, "failed", "Something went wrong here. It is in the log.", "Try again in a moment.");
}

std::unexpected<Refusal> too_many_waiting() {
  return refuse(RefusalKind::busy, "many_sign_in", "Very many people sign in just now.", "Try again soon.");
}

std::unexpected<Refusal> wrong_login() {
  return refuse(RefusalKind::unauthorized, "wrong_login", "E-mail or password are not right.",
                "Try again, or ask an administrator for a new password.");
}

}  // namespace

Passwords::Passwords(ledger::Store& store, ledger::Keys& keys, Clock clock)
    : store_(store), clock_(clock), guessing_(clock), second_factors_(store, keys, clock) {}

Passwords::~Passwords() {
  finish();
}

void Passwords::finish() {
  finishing_ = true;
  hashing_.join();
}

void Passwords::check(Credentials who, Checked done) {
  check_in_turn(std::move(who), true, std::move(done));
}

void Passwords::check_person(const std::string& person, std::string password, std::string code, std::string remote,
                             Checked done) {
  check({email(person), std::move(password), std::move(code), std::move(remote)}, std::move(done));
}

void Passwords::check_password(const std::string& person, std::string password, std::string remote, Checked done) {
  check_in_turn({email(person), std::move(password), "", std::move(remote)}, false, std::move(done));
}

void Passwords::check_in_turn(Credentials who, bool with_factor, Checked done) {
  who.email = folded(who.email);
  if (guessing_.wait_seconds(who.email, who.remote)) return done(too_many_tries());
  if (waiting_ >= waiting_most) return done(too_many_waiting());
  ++waiting_;
  hashing_.run([this, who = std::move(who), with_factor, done = std::move(done)] {
    auto checked = check_anyway(who, with_factor);
    --waiting_;
    try {
      done(std::move(checked));
    } catch (const std::exception& error) {
      done(failed(error));
    }
  });
}

Result<std::string> Passwords::check_anyway(const Credentials& who, bool with_factor) try {
  return check_now(who, with_factor);
} catch (const std::exception& error) {
  return failed(error);
}

Result<std::string> Passwords::check_now(const Credentials& who, bool with_factor) {
  if (finishing_) return too_many_waiting();
  // Again: those that came at once were all let in above.
  if (guessing_.wait_seconds(who.email, who.remote)) return too_many_tries();
  const auto user = store_.user_by_email(who.email);
  // With the first check, whoever it is for, and not at every start.
  if (nobodys_password_.empty()) nobodys_password_ = hash_of(make_password());
  const std::string& against = user ? user->password : nobodys_password_;
  const bool right = who.password.size() <= password_bytes_most &&
                     crypto_pwhash_str_verify(against.c_str(), who.password.data(), who.password.size()) == 0;
  if (right && user && with_factor) return factor_now(who, user->id);
  if (right && user) return guessing_.succeeded(who.email, who.remote), user->id;
  guessing_.failed(who.email, who.remote);
  log::warning("wrong_login", {{"person", log::Id(user ? user->id : "")}, {"from", log::Id(who.remote)}});
  return wrong_login();
}

// The password was right; what is left tells its owner more than it tells a stranger.
Result<std::string> Passwords::factor_now(const Credentials& who, const std::string& person) {
  if (const auto until = initial_until(person); until && *until < clock_())
    return refuse(RefusalKind::unauthorized, "initial_password_over", "This first password is no longer good.",
                  "Ask an administrator for another one.");
  if (second_factors_.on(person)) {
    if (who.code.empty())
      return refuse(RefusalKind::unauthorized, "second_factor_needed", "This login has a second factor.",
                    "Enter the code that your app shows, or a recovery code.", "code");
    if (!second_factors_.passes(person, who.code)) {
      guessing_.failed(who.email, who.remote);
      log::warning("wrong_code", {{"person", log::Id(person)}, {"from", log::Id(who.remote)}});
      return refuse(RefusalKind::unauthorized, "wrong_code", "This code is not right, or was used before.",
                    "Take the next code of your app, or a recovery code.", "code");
    }
  }
  guessing_.succeeded(who.email, who.remote);
  log::info(
      "known",
      {{"person", log::Id(person)}, {"second_factor", second_factors_.on(person)}, {"from", log::Id(who.remote)}});
  return person;
}

void Passwords::put(const std::string& person, const std::string& email, const std::string& password, bool initial) {
  const auto address = folded(email);
  store_.put_user({person, address, hash_of(password)});
  const auto before = store_.setting(person, setting);
  if (initial) store_.put_setting(person, setting, json::to_text(clock_().plus_days(initial_days)));
  else if (before) store_.put_setting(person, setting, "null");
  guessing_.forget(address);
}

void Passwords::forget(const std::string& person) {
  guessing_.forget(email(person));
}

std::optional<Instant> Passwords::initial_until(const std::string& person) {
  const auto text = store_.setting(person, setting);
  const auto value = text ? json::parse(*text) : Result<json::Value>(json::Value{});
  if (!value || !value->is_string()) return {};
  return Instant::vj_parse(std::string_view(value->get_string()));
}

std::optional<std::string> Passwords::person(const std::string& email) {
  const auto user = store_.user_by_email(folded(email));
  return user ? std::optional(user->id) : std::nullopt;
}

std::string Passwords::email(const std::string& person) {
  const auto user = store_.user(person);
  return user ? user->email : "";
}

void Passwords::in_turn(http::Respond respond, std::function<void(const http::Respond&)> work) {
  hashing_.answer(std::move(respond), std::move(work));
}

}  // namespace vs::app
