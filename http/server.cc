// Accepting connections, threads, and ending well.
#include "http/server.h"

#include <netinet/tcp.h>

#include <condition_variable>
#include <optional>
#include <thread>
#include <vector>

#include "http/conversation.h"

namespace vs::http {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

// So much unsent text at most waits in the system for one connection: who does not read holds up nobody's memory.
constexpr int unsent_most = 128 * 1024;

asio::awaitable<void> converse(Common& common, Lane& lane, tcp::socket socket) {
  Conversation conversation(common, lane, std::move(socket));
  co_await conversation.run();
}

}  // namespace

struct Server::Impl {
  Impl(const std::string& host, std::uint16_t port, int threads, Handler handler, Limits limits)
      : common{std::move(handler), limits} {
    for (int i = 0; i < threads; ++i) lanes.push_back(std::make_unique<Lane>());
    const tcp::endpoint at(asio::ip::make_address(host), port);
    acceptor.emplace(lanes[0]->context);
    acceptor->open(at.protocol());
    acceptor->set_option(asio::socket_base::reuse_address(true));
    acceptor->bind(at);
    acceptor->listen(4096);
    bound = acceptor->local_endpoint().port();
  }

  Lane& next_lane() { return *lanes[++turn % lanes.size()]; }

  void begin(Lane& lane, tcp::socket socket) {
    if (common.live >= common.limits.connections) return;
    boost::system::error_code ec;
    socket.set_option(tcp::no_delay(true), ec);
    socket.set_option(asio::detail::socket_option::integer<IPPROTO_TCP, TCP_NOTSENT_LOWAT>(unsent_most), ec);
    ++common.live;
    asio::co_spawn(lane.context, converse(common, lane, std::move(socket)), asio::detached);
  }

  asio::awaitable<void> accept() {
    while (!common.draining) {
      auto& lane = next_lane();
      tcp::socket socket(lane.context);
      boost::system::error_code ec;
      co_await acceptor->async_accept(socket, asio::redirect_error(asio::use_awaitable, ec));
      if (ec == asio::error::operation_aborted) break;
      if (!ec) begin(lane, std::move(socket));
      else co_await rest();
    }
    take_the_waiting();
  }

  // Without a free file descriptor accepting fails at once, again and again.
  asio::awaitable<void> rest() {
    asio::steady_timer timer(lanes[0]->context, std::chrono::milliseconds(50));
    boost::system::error_code ec;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ec));
  }

  // Whoever the system had connected already is answered, not reset.
  void take_the_waiting() {
    boost::system::error_code ec;
    acceptor->non_blocking(true, ec);
    while (!ec) {
      auto& lane = next_lane();
      tcp::socket socket(lane.context);
      acceptor->accept(socket, ec);
      if (!ec) begin(lane, std::move(socket));
    }
    acceptor->close(ec);
    closed = true;
  }

  bool wait_for_the_last(std::chrono::seconds most) {
    const auto until = std::chrono::steady_clock::now() + most;
    while (!closed || common.live > 0) {
      if (std::chrono::steady_clock::now() >= until) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
  }

  Common common;
  std::vector<std::unique_ptr<Lane>> lanes;
  std::optional<tcp::acceptor> acceptor;
  std::uint16_t bound = 0;
  std::size_t turn = 0;
  std::atomic<bool> closed{false};
};

Server::Server(const std::string& host, std::uint16_t port, int threads, Handler handler, Limits limits)
    : impl_(std::make_unique<Impl>(host, port, threads, std::move(handler), limits)) {}
Server::~Server() = default;

std::uint16_t Server::port() const {
  return impl_->bound;
}

std::size_t Server::connections() const {
  return impl_->common.live;
}

void Server::run() {
  asio::co_spawn(impl_->lanes[0]->context, impl_->accept(), asio::detached);
  std::vector<std::thread> threads;
  for (auto& lane : impl_->lanes)
    threads.emplace_back([&lane] {
      auto work = asio::make_work_guard(lane->context);
      lane->context.run();
    });
  for (auto& t : threads) t.join();
}

bool Server::drain(std::chrono::seconds most) {
  impl_->common.draining = true;
  asio::post(impl_->lanes[0]->context, [this] {
    boost::system::error_code closed;  // already, when there was nobody to wait for
    impl_->acceptor->cancel(closed);
  });
  for (auto& lane : impl_->lanes)
    asio::post(lane->context, [&lane = *lane] {
      for (auto* conversation : lane.open) conversation->last_call();
    });
  const bool all = impl_->wait_for_the_last(most);
  stop();
  return all;
}

void Server::stop() {
  for (auto& lane : impl_->lanes) lane->context.stop();
}

}  // namespace vs::http
