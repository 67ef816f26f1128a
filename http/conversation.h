// One connection: requests and their answers in turn, each step with its deadline.
#pragma once

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <atomic>
#include <set>

#include "http/server.h"

namespace vs::http {

class Conversation;

/// What the conversations of one thread share. Only that thread touches it.
struct Lane {
  std::set<Conversation*> open;  ///< before the context: what is still under way when that ends, leaves here
  boost::asio::io_context context{1};
};

/// What all conversations of a server share.
struct Common {
  Handler handler;
  Limits limits;
  std::atomic<std::size_t> live{0};
  std::atomic<bool> draining{false};
};

class Feed;

class Conversation {
 public:
  Conversation(Common&, Lane&, boost::asio::ip::tcp::socket);
  ~Conversation();
  Conversation(const Conversation&) = delete;

  /// Until either side has enough.
  boost::asio::awaitable<void> run();
  /// The server drains: a stream ends, and who only waits is asked once more. On the lane's thread.
  void last_call();

 private:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
  /// How reading a request ended.
  enum class Came { whole, too_large, head_too_large, malformed, nothing };

  awaitable<bool> begins(bool first);
  awaitable<Came> read(Parser&);
  awaitable<Came> read_head();
  awaitable<Came> read_body(Parser&);
  awaitable<bool> exchange();
  awaitable<Response> answered(Parser&, Came);
  awaitable<bool> write(Response, unsigned version, bool head, bool keep);
  awaitable<void> stream(Response);
  awaitable<void> linger();

  std::string_view read_so_far() const;
  std::size_t body_most() const;

  Common& common_;
  Lane& lane_;
  boost::beast::tcp_stream socket_;
  boost::beast::flat_buffer buffer_;
  std::string remote_;
  std::shared_ptr<Feed> feed_;  ///< while a stream is open
  bool waiting_ = false;        ///< for the first byte of a request
};

}  // namespace vs::http
