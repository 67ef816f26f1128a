#include "http/server.h"

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <boost/url.hpp>

#include <atomic>
#include <deque>
#include <optional>
#include <thread>

#include "http/problem.h"

namespace vs::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bh = boost::beast::http;
using tcp = asio::ip::tcp;
using namespace std::chrono_literals;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = char(c + 32);
  return out;
}

// Nothing when the target is not a well-formed origin form.
std::optional<Request> plain(bh::request<bh::string_body>& from, const std::string& remote) {
  const auto url = boost::urls::parse_origin_form(from.target());
  if (!url) return {};
  Request r;
  r.method = from.method_string();
  r.path = url->path();
  for (const auto& p : url->params()) r.query[p.key] = p.value;
  for (const auto& f : from) r.headers[lower(f.name_string())] = f.value();
  r.body = std::move(from.body());
  r.remote = remote;
  return r;
}

void secure(bh::fields& fields) {
  fields.set("X-Content-Type-Options", "nosniff");
  fields.set("Referrer-Policy", "no-referrer");
  fields.set("Cross-Origin-Opener-Policy", "same-origin");
  fields.set("Cross-Origin-Resource-Policy", "same-origin");
  fields.set("X-Frame-Options", "DENY");
}

// Text waiting to be written to one event stream, shared with whoever pushes.
struct Feed {
  explicit Feed(asio::any_io_executor ex) : executor(ex), wake(ex, asio::steady_timer::time_point::max()) {}
  asio::any_io_executor executor;
  asio::steady_timer wake;
  std::deque<std::string> texts;
  std::atomic<bool> gone{false};
};

asio::awaitable<void> stream(beast::tcp_stream& socket, const Response& response) {
  auto feed = std::make_shared<Feed>(socket.get_executor());
  const std::string head =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
      "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: 2000\n\n";
  boost::system::error_code ec;
  socket.expires_after(30s);
  co_await asio::async_write(socket, asio::buffer(head), asio::redirect_error(asio::use_awaitable, ec));
  response.stream([feed](std::string text) {
    if (feed->gone) return false;
    asio::post(feed->executor, [feed, text = std::move(text)]() mutable {
      constexpr std::size_t most = 1'000;  // a client that does not read is cut off, not waited for
      if (feed->texts.size() < most || text.empty()) feed->texts.push_back(std::move(text));
      feed->wake.cancel();
    });
    return true;
  });
  for (bool open = true; open && !ec;) {
    if (feed->texts.empty()) {
      feed->wake.expires_after(15s);
      boost::system::error_code waited;
      co_await feed->wake.async_wait(asio::redirect_error(asio::use_awaitable, waited));
      if (feed->texts.empty()) feed->texts.push_back(": still here\n\n");
    }
    std::string text;
    for (; open && !feed->texts.empty(); feed->texts.pop_front()) {
      open = !feed->texts.front().empty();
      text += feed->texts.front();
    }
    socket.expires_after(30s);
    co_await asio::async_write(socket, asio::buffer(text), asio::redirect_error(asio::use_awaitable, ec));
  }
  feed->gone = true;
}

// Hands the request to the handler and resumes here when it has responded, from whichever thread.
asio::awaitable<Response> handled(const Handler& handler, Request request) {
  co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(Response)>(
      [&handler](auto completion, Request r) {
        auto executor = asio::get_associated_executor(completion);
        auto done = std::make_shared<decltype(completion)>(std::move(completion));
        handler(std::move(r), [executor, done](Response&& response) {
          asio::post(executor,
                     [done, response = std::move(response)]() mutable { std::move (*done)(std::move(response)); });
        });
      },
      asio::use_awaitable, std::move(request));
}

}  // namespace

struct Server::Impl {
  Impl(const std::string& host, std::uint16_t port, int threads, Handler h, Limits l)
      : handler(std::move(h)), limits(l) {
    for (int i = 0; i < threads; ++i) contexts.push_back(std::make_unique<asio::io_context>(1));
    const tcp::endpoint at(asio::ip::make_address(host), port);
    acceptor.emplace(*contexts[0]);
    acceptor->open(at.protocol());
    acceptor->set_option(asio::socket_base::reuse_address(true));
    acceptor->bind(at);
    acceptor->listen(4096);
  }

  asio::awaitable<void> accept() {
    for (std::size_t next = 0;;) {
      auto& context = *contexts[++next % contexts.size()];
      tcp::socket socket(context);
      boost::system::error_code ec;
      co_await acceptor->async_accept(socket, asio::redirect_error(asio::use_awaitable, ec));
      if (ec == asio::error::operation_aborted) co_return;
      if (ec || live >= limits.connections) continue;
      asio::co_spawn(context, converse(beast::tcp_stream(std::move(socket))), asio::detached);
    }
  }

  asio::awaitable<void> converse(beast::tcp_stream socket) {
    ++live;
    struct Leave {
      std::atomic<std::size_t>& n;
      ~Leave() { --n; }
    } leave{live};
    boost::system::error_code ec;
    socket.socket().set_option(tcp::no_delay(true), ec);
    const auto peer = socket.socket().remote_endpoint(ec);
    const std::string remote = ec ? "" : peer.address().to_string();
    beast::flat_buffer buffer;
    for (bool again = true; again;) again = co_await exchange(socket, buffer, remote);
    socket.socket().shutdown(tcp::socket::shutdown_send, ec);
  }

  // One request and its response; false when the conversation is over.
  asio::awaitable<bool> exchange(beast::tcp_stream& socket, beast::flat_buffer& buffer, const std::string& remote) {
    boost::system::error_code ec;
    bh::request_parser<bh::string_body> parser;
    parser.header_limit(std::uint32_t(limits.header_bytes));
    parser.body_limit(limits.body_bytes);
    socket.expires_after(std::chrono::seconds(buffer.size() ? limits.header_seconds : limits.idle_seconds));
    co_await bh::async_read_header(socket, buffer, parser, asio::redirect_error(asio::use_awaitable, ec));
    if (ec == bh::error::end_of_stream || ec == beast::error::timeout || ec == asio::error::connection_reset)
      co_return false;
    if (!ec) {
      socket.expires_after(std::chrono::seconds(limits.body_seconds));
      co_await bh::async_read(socket, buffer, parser, asio::redirect_error(asio::use_awaitable, ec));
    }
    Response response;
    bool keep = false;
    unsigned version = 11;
    bool head = false;
    if (ec == bh::error::body_limit) {
      response = problem(RefusalKind::too_large, "too_large", "The body is larger than this server takes.");
    } else if (ec) {
      response = problem(RefusalKind::malformed, "malformed_http", "This is not a well-formed HTTP request.");
    } else {
      auto& message = parser.get();
      keep = message.keep_alive();
      version = message.version();
      head = message.method() == bh::verb::head;
      auto request = plain(message, remote);
      if (request) response = co_await handled(handler, std::move(*request));
      else
        response =
            problem(RefusalKind::malformed, "malformed_target", "The address of the request is not well-formed.");
    }
    if (response.stream) {
      co_await stream(socket, response);
      co_return false;
    }
    bh::response<bh::string_body> out{bh::status(response.status), version};
    secure(out);
    out.set(bh::field::content_type, response.content_type);
    if (!response.headers.empty())
      for (const auto& [name, value] : response.headers) out.insert(name, value);
    if (out.find(bh::field::cache_control) == out.end()) out.set(bh::field::cache_control, "no-store");
    out.keep_alive(keep);
    out.body() = std::move(response.body);
    out.prepare_payload();
    if (head) out.body().clear();
    socket.expires_after(std::chrono::seconds(limits.write_seconds));
    co_await bh::async_write(socket, out, asio::redirect_error(asio::use_awaitable, ec));
    co_return keep && !ec;
  }

  Handler handler;
  Limits limits;
  std::vector<std::unique_ptr<asio::io_context>> contexts;
  std::optional<tcp::acceptor> acceptor;
  std::atomic<std::size_t> live{0};
};

Server::Server(const std::string& host, std::uint16_t port, int threads, Handler handler, Limits limits)
    : impl_(std::make_unique<Impl>(host, port, threads, std::move(handler), limits)) {}
Server::~Server() = default;

std::uint16_t Server::port() const {
  return impl_->acceptor->local_endpoint().port();
}

void Server::run() {
  asio::co_spawn(*impl_->contexts[0], impl_->accept(), asio::detached);
  std::vector<std::thread> threads;
  for (auto& context : impl_->contexts)
    threads.emplace_back([&context] {
      auto work = asio::make_work_guard(*context);
      context->run();
    });
  for (auto& t : threads) t.join();
}

void Server::stop() {
  for (auto& context : impl_->contexts) context->stop();
}

}  // namespace vs::http
