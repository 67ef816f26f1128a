#include "app/sessions.h"

#include "app/secrets.h"
#include "kernel/json.h"
#include "kernel/text.h"

namespace vs::app {
namespace {

constexpr std::int64_t minute_us = 60ll * 1'000'000;
// Staff sessions: 30 minutes idle, 12 hours in all (reliability bar S-SESS).
constexpr std::int64_t idle_us = 30 * minute_us, absolute_us = 12 * 60 * minute_us;
constexpr std::int64_t fresh_us = 15 * minute_us, noted_every_us = minute_us;
constexpr const char* setting = "~devices";
constexpr std::size_t device_bytes_most = 200, id_letters = 16;

const char* cookie_name(bool secure) {
  return secure ? "__Host-vouchsafe" : "vouchsafe";
}

std::string cookie(bool secure, const std::string& secret, std::int64_t seconds) {
  return std::string(cookie_name(secure)) + "=" + secret +
         "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds) + (secure ? "; Secure" : "");
}

}  // namespace

Sessions::Sessions(ledger::Store& store, ledger::Keys& keys, bool secure, Clock clock)
    : store_(store), secure_(secure), clock_(clock), tokens_(store, clock), passwords_(store, keys, clock) {
  for (auto& s : store_.sessions()) sessions_.emplace(s.digest, Open{s, s.created, s.seen});
  forget_expired();
}

void Sessions::sign_in(Credentials who, std::string device, Opened done) {
  passwords_.check(std::move(who), [this, device = std::move(device), done](Result<std::string> person) {
    if (!person) return done(std::unexpected(std::move(person.error())));
    done(open_session(*person, device));
  });
}

std::string Sessions::open_session(const std::string& user, const std::string& device) {
  forget_expired();
  const std::string secret = random_text(40);
  const auto now = clock_();
  ledger::SessionRow row{digest_of(secret), user, now, now};
  store_.put_session(row);
  {
    std::lock_guard lock(lock_);
    sessions_[row.digest] = {row, now, now};
  }
  note_device(user, row.digest, device);
  return cookie(secure_, secret, absolute_us / 1'000'000);
}

void Sessions::step_up(const Caller& caller, std::string password, std::string code, std::string remote, Opened done) {
  passwords_.check_person(caller.actor.id, std::move(password), std::move(code), std::move(remote),
                          [this, session = caller.session, done](Result<std::string> person) {
                            if (!person) return done(std::unexpected(std::move(person.error())));
                            done(renew(session));
                          });
}

// The same session under another secret: who had got hold of the old one is out.
std::string Sessions::renew(const std::string& digest) {
  const std::string secret = random_text(40);
  Open next;
  {
    std::lock_guard lock(lock_);
    const auto it = sessions_.find(digest);
    if (it == sessions_.end()) return expired_cookie();
    next = it->second;
    next.row.digest = digest_of(secret);
    next.row.seen = next.proven = next.noted = clock_();
  }
  store_.put_session(next.row);
  {
    std::lock_guard lock(lock_);
    sessions_[next.row.digest] = next;
  }
  note_device(next.row.user, next.row.digest, devices_of(next.row.user)[digest]);
  drop([&](const ledger::SessionRow& s) { return s.digest == digest; });
  return cookie(secure_, secret, (absolute_us - (clock_().us - next.row.created.us)) / 1'000'000);
}

bool Sessions::fresh(const Caller& caller) {
  if (caller.actor.kind == ActorKind::token) return true;
  std::lock_guard lock(lock_);
  const auto it = sessions_.find(caller.session);
  return it != sessions_.end() && clock_().us - it->second.proven.us <= fresh_us;
}

std::string Sessions::expired_cookie() const {
  return cookie(secure_, "", 0);
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
      if (!whether(pair.second.row)) return false;
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

void Sessions::forget_user(const std::string& user) {
  passwords_.forget(user);
  end_sessions_of(user);
  for (const auto& ws : store_.workspaces())
    for (const auto& token : tokens_.of(ws.id))
      if (token.user == user) revoke_token(ws.id, token.id);
  store_.forget_user(user);
  passwords_.second_factors().forget(user);
}

void Sessions::end_others(const Caller& caller) {
  drop([&](const ledger::SessionRow& s) { return s.user == caller.actor.id && s.digest != caller.session; });
}

bool Sessions::end(const Caller& caller, const std::string& id) {
  const auto all = of(caller);
  if (std::ranges::none_of(all, [&](const SessionItem& s) { return s.id == id; })) return false;
  drop([&](const ledger::SessionRow& s) { return s.user == caller.actor.id && s.digest.starts_with(id); });
  return true;
}

std::vector<SessionItem> Sessions::of(const Caller& caller) {
  auto devices = devices_of(caller.actor.id);
  std::vector<SessionItem> out;
  std::lock_guard lock(lock_);
  for (const auto& [digest, open] : sessions_)
    if (open.row.user == caller.actor.id && !expired(open.row))
      out.push_back(
          {digest.substr(0, id_letters), devices[digest], open.row.created, open.row.seen, digest == caller.session});
  std::ranges::sort(out, std::ranges::greater{}, &SessionItem::last_seen_at);
  return out;
}

std::map<std::string, std::string> Sessions::devices_of(const std::string& user) {
  const auto text = store_.setting(user, setting);
  const auto value = text ? json::parse(*text) : Result<json::Value>(json::Object{});
  if (!value) return {};
  return json::from_value<std::map<std::string, std::string>>(*value).value_or(std::map<std::string, std::string>{});
}

// Beside those of the person's other live sessions; what belonged to ended ones goes.
void Sessions::note_device(const std::string& user, const std::string& digest, const std::string& device) {
  auto devices = devices_of(user);
  const auto name = device.substr(0, device_bytes_most);
  devices[digest] = valid_utf8(name) ? name : "";
  {
    std::lock_guard lock(lock_);
    std::erase_if(devices, [&](const auto& pair) { return !sessions_.contains(pair.first); });
  }
  store_.put_setting(user, setting, json::to_text(devices));
}

void Sessions::forget_expired() {
  drop([&](const ledger::SessionRow& s) { return expired(s); });
}

void Sessions::refresh() {
  tokens_.refresh();
  const auto rows = store_.sessions();
  std::unordered_map<std::string, Open> now;
  bool ended = false;
  {
    std::lock_guard lock(lock_);
    for (const auto& row : rows) {
      auto& open = now.emplace(row.digest, Open{row, row.created, row.seen}).first->second;
      const auto known = sessions_.find(row.digest);
      if (known == sessions_.end()) continue;
      open = known->second;
      open.row.seen = std::max(open.row.seen, row.seen);
    }
    for (const auto& [digest, open] : sessions_) ended = ended || !now.contains(digest);
    sessions_ = std::move(now);
  }
  if (ended) on_end_();
}

// A session that another node opened a moment ago.
void Sessions::look_for(const std::string& digest) {
  {
    std::lock_guard lock(lock_);
    if (sessions_.contains(digest)) return;
  }
  const auto row = store_.session(digest);
  if (!row) return;
  std::lock_guard lock(lock_);
  sessions_.try_emplace(digest, Open{*row, row->created, row->seen});
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
  return it != sessions_.end() && !expired(it->second.row);
}

std::optional<Caller> Sessions::caller(const http::Request& request) {
  if (const auto bearer = request.header("authorization"); bearer.starts_with("Bearer "))
    return tokens_.caller(std::string_view(bearer).substr(7));
  const auto secret = request.cookie(cookie_name(secure_));
  if (secret.empty()) return {};
  const auto now = clock_();
  const auto digest = digest_of(secret);
  if (store_.neighbours()) look_for(digest);
  std::lock_guard lock(lock_);
  const auto it = sessions_.find(digest);
  if (it == sessions_.end() || expired(it->second.row)) return {};
  auto& open = it->second;
  open.row.seen = now;
  // After a restart, and for other nodes, a session is as idle as it was last written down.
  if (now.us - open.noted.us >= noted_every_us) store_.touch_session(digest, now), open.noted = now;
  return Caller{{ActorKind::person, open.row.user, ""}, "", {}, open.row.digest};
}

// A token is sent by a program on purpose. Without one, a browser says where a request comes from, and only our own
// pages may send any. Who says nothing is no browser; still, what a form of another site can send is refused.
bool Sessions::cross_site(const http::Request& request) {
  if (request.header("authorization").starts_with("Bearer ")) return false;
  if (const auto site = request.header("sec-fetch-site"); !site.empty()) return site != "same-origin";
  if (const auto origin = request.header("origin"); !origin.empty()) {
    const auto at = origin.find("://");
    return at == std::string::npos || origin.substr(at + 3) != request.header("host");
  }
  const auto type = request.header("content-type");
  return !request.body.empty() && (type.starts_with("application/x-www-form-urlencoded") ||
                                   type.starts_with("multipart/form-data") || type.starts_with("text/plain"));
}

void Sessions::put_user(const std::string& id, const std::string& email, const std::string& password, bool initial) {
  passwords_.put(id, email, password, initial);
  end_sessions_of(id);
}

void Sessions::choose_password(const Caller& caller, const std::string& password) {
  passwords_.put(caller.actor.id, passwords_.email(caller.actor.id), password);
  end_others(caller);
}

}  // namespace vs::app
