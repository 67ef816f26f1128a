// The HTTP server: Beast coroutines, one io_context per thread, deadlines and bounds on everything.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "http/message.h"

namespace vs::http {

struct Limits {
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 12 * 1024 * 1024;
  int header_seconds = 10, body_seconds = 30, write_seconds = 30, idle_seconds = 60;
  std::size_t connections = 8'000;
};

class Server {
 public:
  /// Binds to `host:port` (port 0 picks a free one). Throws when the address is taken.
  Server(const std::string& host, std::uint16_t port, int threads, Handler, Limits = {});
  ~Server();
  std::uint16_t port() const;
  /// Serves until `stop`; blocks.
  void run();
  /// Stops accepting and ends; safe from a signal thread.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace vs::http
