// Handing a finished letter to a mail server, and what its answers mean.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>

namespace vs::app {

/// Where letters are handed over, and as whom. Comes from the settings, never from the ledger.
struct MailSettings {
  std::string url;  ///< `smtp://host:587`, `smtps://host:465`, without who signs in; "" for none
  std::string user, password;
  std::string from;        ///< `References <references@example.com>`
  std::string public_url;  ///< under which customers reach the portal, without a slash at the end
  bool needs_tls = true;   ///< false for a server on this machine
  int timeout_seconds = 60;
  int pause_seconds = 60;  ///< before the second try

  bool delivers() const { return !url.empty(); }
};

struct Settings;
/// Throws std::runtime_error when they contradict each other.
MailSettings mail_settings(const Settings&);

/// How one handing over went.
struct Handed {
  enum class How { taken, not_now, never } how = How::not_now;
  std::string code;           ///< unless taken: `address_refused`, `server_busy` …
  long reply = 0;             ///< the server's last number, for the log
  bool whole_server = false;  ///< not about this letter: the next would fare the same
};

class Smtp {
 public:
  explicit Smtp(const MailSettings&);
  ~Smtp();
  /// Blocks until the server answered, the time is over, or `stop` is set. The connection is kept for the next.
  Handed hand_over(const std::string& from, const std::string& to, const std::string& message,
                   const std::atomic<bool>& stop);
  /// Ends the connection: nothing of the letters stays in memory until the next one.
  void rest();
  /// Connects, encrypts and signs in as for a letter, and hands over none.
  Handed greet();

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

}  // namespace vs::app
