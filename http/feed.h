// Text waiting to be written to one event stream, shared with whoever pushes.
#pragma once

#include <boost/asio.hpp>

#include <atomic>
#include <deque>
#include <memory>
#include <string>

namespace vs::http {

class Feed : public std::enable_shared_from_this<Feed> {
 public:
  explicit Feed(boost::asio::any_io_executor ex)
      : executor_(ex), wake_(ex, boost::asio::steady_timer::time_point::max()) {}

  /// From any thread. An empty text ends the stream. False once the client has gone.
  bool push(std::string text);
  /// The texts that came meanwhile, or a sign of life after a while; nothing more when `open` is false.
  boost::asio::awaitable<std::string> next(bool& open);
  void leave() { gone_ = true; }

 private:
  boost::asio::any_io_executor executor_;
  boost::asio::steady_timer wake_;
  std::deque<std::string> texts_;
  std::atomic<bool> gone_{false};
};

}  // namespace vs::http
