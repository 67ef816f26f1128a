#include "bench/client.h"

#include <boost/asio.hpp>

#include <charconv>

namespace vs::bench {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

struct Shared {
  const std::vector<std::string>& requests;
  std::size_t next = 0;
  Clock::time_point until;
  Load load;
};

std::size_t content_length(std::string_view head) {
  constexpr std::string_view name = "Content-Length: ";
  const auto at = head.find(name);
  std::size_t n = 0;
  if (at != head.npos) std::from_chars(head.data() + at + name.size(), head.data() + head.size(), n);
  return n;
}

asio::awaitable<void> client(Shared& shared, std::uint16_t port) {
  tcp::socket socket(co_await asio::this_coro::executor);
  co_await socket.async_connect({asio::ip::make_address("127.0.0.1"), port}, asio::use_awaitable);
  socket.set_option(tcp::no_delay(true));
  std::string buffer;
  while (Clock::now() < shared.until) {
    const auto& request = shared.requests[shared.next++ % shared.requests.size()];
    const auto from = Clock::now();
    co_await asio::async_write(socket, asio::buffer(request), asio::use_awaitable);
    const auto head =
        co_await asio::async_read_until(socket, asio::dynamic_buffer(buffer), "\r\n\r\n", asio::use_awaitable);
    const auto whole = head + content_length(std::string_view(buffer).substr(0, head));
    if (buffer.size() < whole)
      co_await asio::async_read(socket, asio::dynamic_buffer(buffer), asio::transfer_exactly(whole - buffer.size()),
                                asio::use_awaitable);
    shared.load.times.add(from);
    ++shared.load.answers;
    shared.load.bytes += whole;
    shared.load.failures += buffer.compare(9, 3, "200") != 0;
    if (shared.load.first.empty()) shared.load.first = buffer.substr(head, whole - head);
    buffer.erase(0, whole);
  }
}

}  // namespace

Load drive(std::uint16_t port, std::size_t clients, double seconds, const std::vector<std::string>& requests) {
  asio::io_context context(1);
  const auto from = Clock::now();
  Shared shared{requests, 0, from + std::chrono::microseconds(std::int64_t(seconds * 1e6)), {}};
  for (std::size_t i = 0; i < clients; ++i)
    asio::co_spawn(context, client(shared, port), [](std::exception_ptr e) {
      if (e) std::rethrow_exception(e);
    });
  context.run();
  shared.load.seconds = seconds_since(from);
  return std::move(shared.load);
}

std::string get_text(const std::string& target, const std::string& token) {
  return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n";
}

}  // namespace vs::bench
