#include "app/scanner.h"

#include <boost/asio.hpp>

#include <chrono>
#include <optional>

#include "app/log.h"
#include "ledger/patience.h"

namespace vs::app {
namespace {

namespace asio = boost::asio;
using asio::generic::stream_protocol;

constexpr std::size_t piece_bytes = 64 * 1024, answer_bytes_most = 1024;

bool is_path(const std::string& address) {
  return address.starts_with('/');
}

// Names are resolved anew each time: containers get other addresses when they start again.
stream_protocol::endpoint endpoint_of(asio::io_context& io, const std::string& address) {
  if (is_path(address)) return asio::local::stream_protocol::endpoint(address);
  const auto colon = address.rfind(':');
  auto host = address.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  return asio::ip::tcp::resolver(io).resolve(host, address.substr(colon + 1)).begin()->endpoint();
}

std::string length_of(std::size_t size) {
  return {char(size >> 24), char(size >> 16), char(size >> 8), char(size)};
}

// Up to the zero byte that ends an answer.
asio::awaitable<std::string> answer_of(stream_protocol::socket& socket) {
  std::string text;
  co_await asio::async_read_until(socket, asio::dynamic_buffer(text, answer_bytes_most), '\0', asio::use_awaitable);
  co_return text.substr(0, text.find('\0'));
}

// Pieces with their lengths before them; a length of nothing ends them. clamd answers and closes as soon as it has
// had enough, so what it said is read even when it took no more.
asio::awaitable<std::string> converse(stream_protocol::endpoint at, std::string command, std::string_view bytes,
                                      bool stream) {
  stream_protocol::socket socket(co_await asio::this_coro::executor);
  co_await socket.async_connect(at, asio::use_awaitable);
  co_await asio::async_write(socket, asio::buffer("z" + command + '\0'), asio::use_awaitable);
  boost::system::error_code full;
  for (std::size_t from = 0; stream && !full; from += piece_bytes) {
    const auto piece = bytes.substr(std::min(from, bytes.size()), piece_bytes);
    const auto length = length_of(piece.size());
    const std::array<asio::const_buffer, 2> both{asio::buffer(length), asio::buffer(piece)};
    co_await asio::async_write(socket, both, asio::redirect_error(asio::use_awaitable, full));
    if (piece.empty()) break;
  }
  co_return co_await answer_of(socket);
}

struct Said {
  std::optional<std::string> answer;
  std::string why;  ///< there is none
};

Said ask(const ScannerSettings& settings, const std::string& command, std::string_view bytes, bool stream) {
  Said said;
  try {
    asio::io_context io;
    asio::co_spawn(io, converse(endpoint_of(io, settings.address), command, bytes, stream),
                   [&](std::exception_ptr failed, std::string answer) {
                     if (failed) try {
                         std::rethrow_exception(failed);
                       } catch (const std::exception& error) {
                         said.why = error.what();
                       }
                     else said.answer = std::move(answer);
                   });
    io.run_for(std::chrono::seconds(settings.seconds));
    if (!said.answer && said.why.empty()) said.why = "no answer in time";
  } catch (const boost::system::system_error& error) {
    said.why = error.what();
  }
  return said;
}

}  // namespace

bool scanner_address(const std::string& text) {
  if (is_path(text)) return text.size() > 1 && text.size() < 100;
  const auto colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return false;
  const auto port = text.substr(colon + 1);
  return !port.empty() && port.size() < 6 && port.find_first_not_of("0123456789") == std::string::npos;
}

Scanner::Scanner(ScannerSettings settings) : settings_(std::move(settings)) {}

Scanner::~Scanner() {
  finish();
}

Result<void> Scanner::without_answer(const std::string& why) const {
  log::warning("scanner_unreachable", {{"taken", !settings_.required}, {"cause", log::Cause(why)}});
  if (!settings_.required) return {};
  return refuse(RefusalKind::busy, "scanner_unreachable",
                "Files cannot be looked at for viruses just now, so none is taken.", "Try again in a few minutes.");
}

Result<void> Scanner::look(std::string_view bytes) const {
  if (!present()) return {};
  const auto said = ask(settings_, "INSTREAM", bytes, true);
  if (!said.answer) return without_answer(said.why);
  const std::string_view answer = *said.answer;
  constexpr std::string_view before = "stream: ", found = " FOUND";
  if (answer == "stream: OK") return {};
  if (!answer.starts_with(before) || !answer.ends_with(found)) return without_answer(*said.answer);
  const std::string what(answer.substr(before.size(), answer.size() - before.size() - found.size()));
  log::warning("infected_file", {{"signature", log::Id(what)}});
  return refuse(RefusalKind::rule, "infected", "The virus scanner found " + what + " in this file; it was not kept.",
                "Do not open it, and tell whoever looks after your computers.");
}

void Scanner::look_then(std::vector<std::string_view> all, std::function<void(Result<void>)> done) {
  asio::post(pool_, [this, all = std::move(all), done = std::move(done)] {
    Result<void> clean;
    for (const auto bytes : all)
      if (clean) clean = look(bytes);
    const ledger::Impatient impatient;
    done(std::move(clean));
  });
}

Result<std::string> Scanner::greet() const {
  auto said = ask(settings_, "VERSION", {}, false);
  if (said.answer) return std::move(*said.answer);
  return refuse(RefusalKind::busy, "scanner_unreachable", said.why);
}

}  // namespace vs::app
