#include "app/passwords.h"

#include <sodium.h>

#include <boost/asio/post.hpp>

#include <cstring>

#include "app/secrets.h"
#include "kernel/text.h"

namespace vs::app {
namespace {

constexpr std::int64_t failure_window_us = 15ll * 60 * 1'000'000;
constexpr std::size_t failures_most = 10, password_longest = 1'000;
constexpr int waiting_most = 500;  // a minute's work

std::string hash_of(const std::string& password) {
  std::string out(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(out.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw std::bad_alloc();
  out.resize(std::strlen(out.c_str()));
  return out;
}

std::unexpected<Refusal> too_many_tries() {
  return refuse(RefusalKind::too_many, "too_many_tries", "Too many failed tries.", "Wait a quarter of an hour.");
}

}  // namespace

Passwords::Passwords(ledger::Store& store, Clock clock)
    : store_(store), clock_(std::move(clock)), nobodys_password_(hash_of(make_password())) {}

Passwords::~Passwords() {
  hashing_.join();
}

bool Passwords::too_many_failures(const std::string& key) {
  std::lock_guard lock(lock_);
  const auto it = failures_.find(key);
  if (it == failures_.end()) return false;
  const auto since = clock_().us - failure_window_us;
  return std::ranges::count_if(it->second, [&](const Instant& at) { return at.us >= since; }) >=
         std::ptrdiff_t(failures_most);
}

// Looks at everybody's failures each time. One hash at a time makes them few thousand at most, and what is
// older than the window goes, so that guessing fills no memory.
void Passwords::failed(const std::string& key) {
  std::lock_guard lock(lock_);
  const auto now = clock_();
  failures_[key].push_back(now);
  const auto since = now.us - failure_window_us;
  for (auto it = failures_.begin(); it != failures_.end();) {
    auto& times = it->second;
    while (!times.empty() && times.front().us < since) times.pop_front();
    it = times.empty() ? failures_.erase(it) : std::next(it);
  }
}

std::size_t Passwords::watched() {
  std::lock_guard lock(lock_);
  return failures_.size();
}

void Passwords::check(std::string email, std::string password, const std::string& remote, Checked done) {
  email = folded(email);
  const auto key = digest_of(email + '|' + remote);
  if (too_many_failures(key)) return done(too_many_tries());
  if (waiting_ >= waiting_most)
    return done(refuse(RefusalKind::busy, "many_sign_in", "Very many people sign in just now.", "Try again soon."));
  ++waiting_;
  boost::asio::post(hashing_,
                    [this, key, email = std::move(email), password = std::move(password), done = std::move(done)] {
                      auto checked = check_now(key, email, password);
                      --waiting_;
                      done(std::move(checked));
                    });
}

Result<std::string> Passwords::check_now(const std::string& key, const std::string& email,
                                         const std::string& password) {
  // Again: those that came at once were all let in above.
  if (too_many_failures(key)) return too_many_tries();
  const auto user = store_.user_by_email(email);
  const std::string& against = user ? user->password : nobodys_password_;
  const bool right = password.size() <= password_longest &&
                     crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  if (right && user) {
    std::lock_guard lock(lock_);
    failures_.erase(key);
    return user->id;
  }
  failed(key);
  return refuse(RefusalKind::unauthorized, "wrong_login", "E-mail or password are not right.",
                "Try again, or ask an administrator for a new password.");
}

void Passwords::put(const std::string& person, const std::string& email, const std::string& password) {
  store_.put_user({person, folded(email), hash_of(password)});
}

std::optional<std::string> Passwords::person(const std::string& email) {
  const auto user = store_.user_by_email(folded(email));
  return user ? std::optional(user->id) : std::nullopt;
}

}  // namespace vs::app
