// Who is calling: sessions of signed-in people; passwords and tokens behind them.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "app/house.h"
#include "app/passwords.h"
#include "app/tokens.h"
#include "http/message.h"

namespace vs::app {

class Sessions {
 public:
  Sessions(ledger::Store&, bool secure_cookies, Clock = &system_now);

  /// Calls back with a `Set-Cookie` value, or a refusal that does not tell whether the account exists.
  void sign_in(std::string email, std::string password, std::string remote, std::function<void(Result<std::string>)>);
  void sign_out(const std::string& digest);
  std::string expired_cookie() const;

  std::optional<Caller> caller(const http::Request&);
  /// True while the session or token that the caller came with holds.
  bool holds(const Caller&);
  /// True for a state-changing request that a browser sent on behalf of another site.
  static bool cross_site(const http::Request&);

  /// Adds a login, or gives an existing one another password, which ends the person's sessions.
  void put_user(const std::string& id, const std::string& email, const std::string& password);
  std::optional<std::string> user_id(const std::string& email) { return passwords_.person(email); }
  /// Ends all sessions of a person: after a new password or deactivation.
  void end_sessions_of(const std::string& user);
  bool revoke_token(const std::string& workspace, const std::string& id);
  /// Drops sessions that nobody can use any more.
  void forget_expired();
  /// Called after sessions or tokens ended before their time, for whoever keeps streams open on them.
  void on_end(std::function<void()> f) { on_end_ = std::move(f); }

  Passwords& passwords() { return passwords_; }
  Tokens& tokens() { return tokens_; }

 private:
  std::string open_session(const std::string& user);
  bool expired(const ledger::SessionRow&) const;
  void drop(const std::function<bool(const ledger::SessionRow&)>& whether);

  ledger::Store& store_;
  bool secure_;
  Clock clock_;
  Tokens tokens_;
  std::function<void()> on_end_ = [] {};
  std::mutex lock_;
  std::unordered_map<std::string, ledger::SessionRow> sessions_;
  Passwords passwords_;  ///< last: its thread calls back into the rest
};

}  // namespace vs::app
