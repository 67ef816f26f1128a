// Who is calling: sessions of signed-in people; passwords and tokens behind them.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "app/house.h"
#include "app/passwords.h"
#include "app/tokens.h"
#include "http/message.h"

namespace vs::app {

/// A session as its person sees it.
struct SessionItem {
  std::string id;      ///< to end it by; not what the cookie holds
  std::string device;  ///< what the browser called itself at signing in
  Instant signed_in_at, last_seen_at;
  bool this_one = false;
};

class Sessions {
 public:
  /// A `Set-Cookie` value, or a refusal that does not tell whether the account exists.
  using Opened = std::function<void(Result<std::string>)>;

  Sessions(ledger::Store&, ledger::Keys&, bool secure_cookies, Clock = &system_now);

  void sign_in(Credentials, std::string device, Opened);
  void sign_out(const std::string& digest);
  std::string expired_cookie() const;
  /// The person of a session shows again who they are: the session goes on under another secret, and counts as
  /// fresh for a quarter of an hour.
  void step_up(const Caller&, std::string password, std::string code, std::string remote, Opened);
  /// Whether the person showed lately who they are; tokens did when they were made.
  bool fresh(const Caller&);

  std::optional<Caller> caller(const http::Request&);
  /// True while the session or token that the caller came with holds.
  bool holds(const Caller&);
  /// True for a state-changing request that a browser may have sent on behalf of another site.
  static bool cross_site(const http::Request&);

  std::vector<SessionItem> of(const Caller&);
  /// Ends one of the caller's own sessions; false when there is none of that id.
  bool end(const Caller&, const std::string& id);
  void end_others(const Caller&);

  /// Adds a login, or gives an existing one another password, which ends the person's sessions.
  void put_user(const std::string& id, const std::string& email, const std::string& password, bool initial = false);
  /// A password of one's own choice: it ends all other sessions.
  void choose_password(const Caller&, const std::string& password);
  std::optional<std::string> user_id(const std::string& email) { return passwords_.person(email); }
  /// Ends all sessions of a person: after a new password or deactivation.
  void end_sessions_of(const std::string& user);
  /// Nothing is left of the login: address, password, sessions, settings; tokens are revoked.
  void forget_user(const std::string& user);
  bool revoke_token(const std::string& workspace, const std::string& id);
  /// Drops sessions that nobody can use any more.
  void forget_expired();
  /// Staff sessions that are open now.
  std::size_t count() {
    std::lock_guard lock(lock_);
    return sessions_.size();
  }
  /// Reads again what other nodes on the same database may have changed.
  void refresh();
  /// Called after sessions or tokens ended before their time, for whoever keeps streams open on them.
  void on_end(std::function<void()> f) { on_end_ = std::move(f); }

  Passwords& passwords() { return passwords_; }
  Tokens& tokens() { return tokens_; }

 private:
  struct Open {
    ledger::SessionRow row;
    Instant proven, noted;  ///< when the person last showed who they are; when `seen` was last written down
  };
  std::string open_session(const std::string& user, const std::string& device);
  std::string renew(const std::string& digest);
  bool expired(const ledger::SessionRow&) const;
  void look_for(const std::string& digest);
  void drop(const std::function<bool(const ledger::SessionRow&)>& whether);
  std::map<std::string, std::string> devices_of(const std::string& user);
  void note_device(const std::string& user, const std::string& digest, const std::string& device);

  ledger::Store& store_;
  bool secure_;
  Clock clock_;
  Tokens tokens_;
  std::function<void()> on_end_ = [] {};
  std::mutex lock_;
  std::unordered_map<std::string, Open> sessions_;
  Passwords passwords_;  ///< last: its thread calls back into the rest
};

}  // namespace vs::app
