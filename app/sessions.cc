#include "app/sessions.h"

#include "app/secrets.h"

namespace vs::app {
namespace {

// Staff sessions: 30 minutes idle, 12 hours in all (reliability bar S-SESS).
constexpr std::int64_t idle_us = 30ll * 60 * 1'000'000, absolute_us = 12ll * 3600 * 1'000'000;

const char* cookie_name(bool secure) {
  return secure ? "__Host-vouchsafe" : "vouchsafe";
}

std::string cookie(bool secure, const std::string& secret, const char* age) {
  return std::string(cookie_name(secure)) + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + age +
         (secure ? "; Secure" : "");
}

}  // namespace

Sessions::Sessions(ledger::Store& store, bool secure, Clock clock)
    : store_(store), secure_(secure), clock_(clock), tokens_(store, clock), passwords_(store, clock) {
  for (auto& s : store_.sessions()) sessions_.emplace(s.digest, s);
  forget_expired();
}

void Sessions::sign_in(std::string email, std::string password, std::string remote,
                       std::function<void(Result<std::string>)> done) {
  passwords_.check(std::move(email), std::move(password), remote,
                   [this, done = std::move(done)](Result<std::string> person) {
                     if (!person) return done(std::unexpected(std::move(person.error())));
                     done(open_session(*person));
                   });
}

std::string Sessions::open_session(const std::string& user) {
  forget_expired();
  const std::string secret = random_text(40);
  const auto now = clock_();
  ledger::SessionRow row{digest_of(secret), user, now, now};
  store_.put_session(row);
  std::lock_guard lock(lock_);
  sessions_[row.digest] = row;
  return cookie(secure_, secret, "43200");
}

std::string Sessions::expired_cookie() const {
  return cookie(secure_, "", "0");
}

bool Sessions::expired(const ledger::SessionRow& s) const {
  const auto now = clock_();
  return now.us - s.seen.us > idle_us || now.us - s.created.us > absolute_us;
}

void Sessions::drop(const std::function<bool(const ledger::SessionRow&)>& whether) {
  std::vector<std::string> gone;
  {
    std::lock_guard lock(lock_);
    std::erase_if(sessions_, [&](const auto& pair) {
      if (!whether(pair.second)) return false;
      gone.push_back(pair.first);
      return true;
    });
  }
  for (const auto& digest : gone) store_.drop_session(digest);
  if (!gone.empty()) on_end_();
}

void Sessions::sign_out(const std::string& digest) {
  drop([&](const ledger::SessionRow& s) { return s.digest == digest; });
}

void Sessions::end_sessions_of(const std::string& user) {
  drop([&](const ledger::SessionRow& s) { return s.user == user; });
}

void Sessions::forget_expired() {
  drop([&](const ledger::SessionRow& s) { return expired(s); });
}

bool Sessions::revoke_token(const std::string& workspace, const std::string& id) {
  if (!tokens_.revoke(workspace, id)) return false;
  on_end_();
  return true;
}

bool Sessions::holds(const Caller& caller) {
  if (caller.actor.kind == ActorKind::token) return tokens_.in_force(caller.actor.id);
  std::lock_guard lock(lock_);
  const auto it = sessions_.find(caller.session);
  return it != sessions_.end() && !expired(it->second);
}

std::optional<Caller> Sessions::caller(const http::Request& request) {
  if (const auto bearer = request.header("authorization"); bearer.starts_with("Bearer "))
    return tokens_.caller(std::string_view(bearer).substr(7));
  const auto secret = request.cookie(cookie_name(secure_));
  if (secret.empty()) return {};
  std::lock_guard lock(lock_);
  const auto it = sessions_.find(digest_of(secret));
  if (it == sessions_.end() || expired(it->second)) return {};
  it->second.seen = clock_();
  return Caller{{ActorKind::person, it->second.user, ""}, "", {}, it->second.digest};
}

bool Sessions::cross_site(const http::Request& request) {
  if (!request.header("authorization").empty()) return false;
  if (const auto site = request.header("sec-fetch-site"); !site.empty()) return site != "same-origin" && site != "none";
  if (const auto origin = request.header("origin"); !origin.empty()) {
    const auto at = origin.find("://");
    return at == std::string::npos || origin.substr(at + 3) != request.header("host");
  }
  // Neither header: not a browser of this decade. Forms of other sites cannot send these types.
  const auto type = request.header("content-type");
  return !request.body.empty() && (type.starts_with("application/x-www-form-urlencoded") ||
                                   type.starts_with("multipart/form-data") || type.starts_with("text/plain"));
}

void Sessions::put_user(const std::string& id, const std::string& email, const std::string& password) {
  passwords_.put(id, email, password);
  end_sessions_of(id);
}

}  // namespace vs::app
