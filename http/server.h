// The HTTP server: Beast coroutines, one io_context per thread, deadlines and bounds on everything.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>

#include "http/message.h"

namespace vs::http {

/// Where browsers are told to report what a page was about to do against its policy.
inline constexpr const char* policy_reports = "/csp-report";

struct Limits {
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 1024 * 1024;
  std::size_t file_bytes = 12 * 1024 * 1024;                 ///< of bodies that carry files
  std::function<bool(std::string_view target)> takes_files;  ///< at which addresses those are
  std::size_t connections = 8'000;
  std::chrono::seconds first{10};   ///< from connecting to the first byte
  std::chrono::seconds idle{60};    ///< between two requests
  std::chrono::seconds header{10};  ///< for all of the header
  /// A body, sent or read, moves on by so many bytes in so much time, or the connection ends.
  std::size_t pace_bytes = 16 * 1024;
  std::chrono::seconds pace{10};
  /// While the server drains: how long a connection without a request may still bring one.
  std::chrono::milliseconds last_call{500};
  bool https = false;             ///< people reach it over TLS: browsers are told never to come without
  std::set<std::string> proxies;  ///< peers whose X-Forwarded-For is believed
};

class Server {
 public:
  /// Binds to `host:port` (port 0 picks a free one). Throws when the address is taken.
  Server(const std::string& host, std::uint16_t port, int threads, Handler, Limits = {});
  ~Server();
  std::uint16_t port() const;
  /// Connections that are open now.
  std::size_t connections() const;
  /// Serves until `stop` or `drain`; blocks.
  void run();
  /// Takes no more connections, answers what is under way, ends streams, then stops. True when everything was
  /// answered within the time. Call it from a thread that does not serve.
  bool drain(std::chrono::seconds most);
  /// Ends at once, whatever is under way.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace vs::http
