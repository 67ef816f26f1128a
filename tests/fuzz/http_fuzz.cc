// A whole connection: bytes come in over a socket, requests are handed on, answers go out. What the handler sees is
// what a request may be, and everything that goes out is whole answers.
#include <sys/socket.h>
#include <unistd.h>

#include <boost/beast/http.hpp>

#include "http/conversation.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;
namespace asio = boost::asio;
namespace bh = boost::beast::http;

namespace {

void seen(const http::Request& request) {
  fuzz::must(request.path.starts_with('/'), "a path begins with a slash");
  fuzz::must(request.body.size() <= 1024, "a body is no longer than is taken");
  for (const auto& [name, value] : request.headers) {
    fuzz::must(name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ\r\n: ") == std::string::npos, "a name is a name");
    fuzz::must(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos, "a value is one line");
  }
}

http::Common& common() {
  static http::Common shared{.handler =
                                 [](http::Request&& request, http::Respond respond) {
                                   seen(request);
                                   respond({200, "text/plain", request.path, {}, {}, {}});
                                 },
                             .limits = {}};
  shared.limits.header_bytes = 2048, shared.limits.body_bytes = 1024;
  return shared;
}

asio::awaitable<void> converse(http::Lane& lane, asio::ip::tcp::socket socket) {
  ++common().live;
  http::Conversation conversation(common(), lane, std::move(socket));
  co_await conversation.run();
}

void whole_answers(std::string_view bytes, bool head_only) {
  while (!bytes.empty()) {
    bh::response_parser<bh::string_body> answer;
    boost::system::error_code ec;
    if (bytes.starts_with("HTTP/1.1 100 ")) answer.skip(true);
    answer.eager(true);
    const auto n = answer.put(asio::buffer(bytes), ec);
    if (head_only) return;  // an answer to HEAD says a length that does not come
    fuzz::must(!ec && (answer.is_done() || !answer.need_eof()), "what goes out is whole answers");
    bytes.remove_prefix(n);
  }
}

std::string everything(int end) {
  std::string out;
  char part[16 * 1024];
  for (ssize_t n; (n = ::recv(end, part, sizeof part, MSG_DONTWAIT)) > 0;) out.append(part, std::size_t(n));
  return out;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static http::Lane lane;
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) std::abort();
  fuzz::must(::send(ends[1], data, size, 0) == ssize_t(size), "the bytes are on their way");
  ::shutdown(ends[1], SHUT_WR);
  lane.context.restart();
  asio::ip::tcp::socket socket(lane.context, asio::ip::tcp::v4(), ends[0]);
  asio::co_spawn(lane.context, converse(lane, std::move(socket)), asio::detached);
  lane.context.run();
  whole_answers(everything(ends[1]), fuzz::text_of(data, size).find("HEAD") != std::string_view::npos);
  ::close(ends[1]);
  return 0;
}
