// The only way in which the program calls others over HTTP. Addresses may come from people one day, so that none of
// them leads into the house (server-side request forgery): a host is resolved once, every answer is judged as a number,
// and the socket is opened to one of exactly those. No redirects, proxies, cookies or credentials; bounded in time and
// size; certificates are verified.
#pragma once

#include <atomic>
#include <functional>
#include <set>
#include <string>

#include "app/outgoing_addresses.h"

namespace vs::app {

struct OutgoingOptions {
  using Addresses = std::vector<boost::asio::ip::address>;

  OutgoingAllowed allowed = {};
  std::set<std::uint16_t> ports{80, 443, 8443};
  int seconds = 15;                   ///< for one call, and before that as many for its name
  std::size_t bytes_most = 1u << 16;  ///< of an answer, and of its head
  std::function<Addresses(const std::string& host)> resolve = {};  ///< the system's resolver by default
  std::string authorities = {};  ///< file of certificates to believe instead of the system's
};

struct OutgoingRequest {
  std::string url;
  std::optional<std::string> body = {};  ///< posted; none: GET
  std::string content_type = "text/plain; charset=utf-8";
};

struct OutgoingAnswer {
  /// "" when an answer came, whatever it says. Before anything is connected to: `bad_address`, `not_https`,
  /// `port_denied`, `unknown_host`, `address_denied`; after: `no_connection`, `no_encryption`, `timed_out`, `too_long`,
  /// `broken_off`.
  std::string trouble;
  long status = 0;
  std::string type, body;
};

/// Safe for several threads at once.
class Outgoing {
 public:
  explicit Outgoing(OutgoingOptions);

  /// Why this address is not called, whatever its name resolves to: one of the troubles above, or "".
  std::string objection(const std::string& url) const;
  /// Waits for the answer, the end of the time, or `stop`.
  OutgoingAnswer call(const OutgoingRequest&, const std::atomic<bool>& stop) const;

 private:
  const OutgoingOptions options_;
};

}  // namespace vs::app
