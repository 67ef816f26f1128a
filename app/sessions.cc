#include "app/sessions.h"

#include <sodium.h>

#include <boost/asio/post.hpp>

#include "kernel/text.h"

namespace vs::app {
namespace {

// Staff sessions: 30 minutes idle, 12 hours in all (reliability bar S-SESS).
constexpr std::int64_t idle_us = 30ll * 60 * 1'000'000, absolute_us = 12ll * 3600 * 1'000'000;
constexpr std::int64_t failure_window_us = 15ll * 60 * 1'000'000;
constexpr std::size_t failures_most = 10, password_longest = 1'000;

std::string random_text(std::size_t length) {
  constexpr std::string_view alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
  std::string out;
  for (std::size_t i = 0; i < length; ++i) out += alphabet[randombytes_uniform(std::uint32_t(alphabet.size()))];
  return out;
}

std::string digest_of(std::string_view secret) {
  ledger::Hash hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
  return ledger::hex(hash);
}

std::string hash_password(const std::string& password) {
  std::string out(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(out.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw std::bad_alloc();
  out.resize(std::strlen(out.c_str()));
  return out;
}

const char* cookie_name(bool secure) {
  return secure ? "__Host-vouchsafe" : "vouchsafe";
}

}  // namespace

Sessions::Sessions(ledger::Store& store, bool secure) : store_(store), secure_(secure) {
  for (auto& s : store_.sessions()) sessions_.emplace(s.digest, s);
  for (auto& t : store_.tokens()) tokens_.emplace(t.digest, t);
  nobodys_password_ = hash_password(random_text(20));
}

Sessions::~Sessions() {
  hashing_.join();
}

std::string Sessions::make_password() {
  return random_text(20);
}

bool Sessions::too_many_failures(const std::string& key) {
  std::lock_guard lock(lock_);
  auto& failures = tries_[key].failures;
  const auto since = system_now().us - failure_window_us;
  while (!failures.empty() && failures.front().us < since) failures.pop_front();
  return failures.size() >= failures_most;
}

void Sessions::sign_in(std::string email, std::string password, std::string remote,
                       std::function<void(Result<std::string>)> done) {
  const std::string key = folded(email) + '|' + remote;
  if (too_many_failures(key))
    return done(
        refuse(RefusalKind::too_many, "too_many_tries", "Too many failed tries.", "Wait a quarter of an hour."));
  boost::asio::post(
      hashing_, [this, key, email = folded(email), password = std::move(password), done = std::move(done)] {
        const auto user = store_.user_by_email(email);
        const std::string& against = user ? user->password : nobodys_password_;
        const bool right = password.size() <= password_longest &&
                           crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
        if (right && user) return done(open_session(user->id));
        {
          std::lock_guard lock(lock_);
          tries_[key].failures.push_back(system_now());
        }
        done(refuse(RefusalKind::unauthorized, "wrong_login", "E-mail or password are not right.",
                    "Try again, or ask an administrator for a new password."));
      });
}

std::string Sessions::open_session(const std::string& user) {
  const std::string secret = random_text(40);
  const auto now = system_now();
  ledger::SessionRow row{digest_of(secret), user, now, now};
  store_.put_session(row);
  {
    std::lock_guard lock(lock_);
    sessions_[row.digest] = row;
  }
  return std::string(cookie_name(secure_)) + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200" +
         (secure_ ? "; Secure" : "");
}

std::string Sessions::expired_cookie() const {
  return std::string(cookie_name(secure_)) + "=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0" +
         (secure_ ? "; Secure" : "");
}

void Sessions::sign_out(const std::string& digest) {
  store_.drop_session(digest);
  std::lock_guard lock(lock_);
  sessions_.erase(digest);
}

void Sessions::end_sessions_of(const std::string& user) {
  std::vector<std::string> ended;
  {
    std::lock_guard lock(lock_);
    std::erase_if(sessions_, [&](const auto& pair) {
      if (pair.second.user != user) return false;
      ended.push_back(pair.first);
      return true;
    });
  }
  for (const auto& digest : ended) store_.drop_session(digest);
}

std::optional<Caller> Sessions::caller(const http::Request& request) {
  const auto now = system_now();
  std::lock_guard lock(lock_);
  if (const auto bearer = request.header("authorization"); bearer.starts_with("Bearer ")) {
    const auto it = tokens_.find(digest_of(std::string_view(bearer).substr(7)));
    if (it == tokens_.end() || it->second.revoked || (it->second.expires && *it->second.expires < now)) return {};
    const auto& t = it->second;
    return Caller{{ActorKind::token, t.id, t.user}, t.workspace, t.scopes, ""};
  }
  const auto secret = request.cookie(cookie_name(secure_));
  if (secret.empty()) return {};
  const auto it = sessions_.find(digest_of(secret));
  if (it == sessions_.end()) return {};
  auto& s = it->second;
  if (now.us - s.seen.us > idle_us || now.us - s.created.us > absolute_us) return {};
  s.seen = now;
  return Caller{{ActorKind::person, s.user, ""}, "", {}, s.digest};
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
  store_.put_user({id, folded(email), hash_password(password)});
  end_sessions_of(id);
}

std::optional<std::string> Sessions::user_id(const std::string& email) {
  const auto user = store_.user_by_email(folded(email));
  return user ? std::optional(user->id) : std::nullopt;
}

Sessions::NewToken Sessions::make_token(const std::string& workspace, const std::string& user, const std::string& name,
                                        std::vector<std::string> scopes, std::optional<Instant> expires) {
  const std::string secret = "vs_" + random_text(40);
  ledger::TokenRow row{"tok_" + random_text(20), digest_of(secret), workspace, user, name,
                       std::move(scopes),        system_now(),      expires,   false};
  store_.put_token(row);
  std::lock_guard lock(lock_);
  tokens_[row.digest] = row;
  return {row.id, secret};
}

std::vector<ledger::TokenRow> Sessions::tokens(const std::string& workspace) {
  std::lock_guard lock(lock_);
  std::vector<ledger::TokenRow> out;
  for (const auto& [digest, t] : tokens_)
    if (t.workspace == workspace) out.push_back(t);
  std::ranges::sort(out, {}, [](const auto& t) { return t.created; });
  return out;
}

bool Sessions::revoke_token(const std::string& workspace, const std::string& id) {
  std::lock_guard lock(lock_);
  for (auto& [digest, t] : tokens_) {
    if (t.workspace != workspace || t.id != id) continue;
    t.revoked = true;
    store_.put_token(t);
    return true;
  }
  return false;
}

}  // namespace vs::app
