// Who is calling: passwords (Argon2id), sessions, API tokens, and the limits on guessing.
#pragma once

#include <boost/asio/thread_pool.hpp>

#include <deque>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "app/house.h"
#include "http/message.h"

namespace vs::app {

/// The caller of a request.
struct Caller {
  Actor actor;
  std::string workspace;            ///< tokens hold for one workspace; "" for sessions
  std::vector<std::string> scopes;  ///< of a token: "read", "write"; empty for sessions
  std::string session;              ///< digest, for signing out
};

class Sessions {
 public:
  Sessions(ledger::Store&, bool secure_cookies);
  ~Sessions();

  /// Checks a password on its own thread (it costs 64 MiB and some 0.1 s) and calls back with a
  /// `Set-Cookie` value, or a refusal that does not tell whether the account exists.
  void sign_in(std::string email, std::string password, std::string remote, std::function<void(Result<std::string>)>);
  void sign_out(const std::string& digest);
  std::string expired_cookie() const;

  std::optional<Caller> caller(const http::Request&);
  /// True for a state-changing request that a browser sent on behalf of another site.
  static bool cross_site(const http::Request&);

  /// Adds a login, or gives an existing one another password. Takes the time of one hash.
  void put_user(const std::string& id, const std::string& email, const std::string& password);
  std::optional<std::string> user_id(const std::string& email);
  /// Ends all sessions of a person: after a new password or deactivation.
  void end_sessions_of(const std::string& user);

  struct NewToken {
    std::string id, secret;
  };
  NewToken make_token(const std::string& workspace, const std::string& user, const std::string& name,
                      std::vector<std::string> scopes, std::optional<Instant> expires);
  std::vector<ledger::TokenRow> tokens(const std::string& workspace);
  bool revoke_token(const std::string& workspace, const std::string& id);

  /// A password for a first login: 20 characters, about 100 bits.
  static std::string make_password();

 private:
  struct Tries {
    std::deque<Instant> failures;
  };
  bool too_many_failures(const std::string& key);
  std::string open_session(const std::string& user);

  ledger::Store& store_;
  bool secure_;
  boost::asio::thread_pool hashing_{1};
  std::mutex lock_;
  std::unordered_map<std::string, ledger::SessionRow> sessions_;
  std::unordered_map<std::string, ledger::TokenRow> tokens_;  ///< by digest
  std::unordered_map<std::string, Tries> tries_;
  std::string nobodys_password_;
};

}  // namespace vs::app
