#include "http/conversation.h"

#include <boost/url.hpp>

#include <optional>

#include "http/feed.h"
#include "http/head.h"
#include "http/problem.h"

namespace vs::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bh = boost::beast::http;
using tcp = asio::ip::tcp;
using Clock = std::chrono::steady_clock;

auto into(boost::system::error_code& ec) {
  return asio::redirect_error(asio::use_awaitable, ec);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = char(c + 32);
  return out;
}

// Nothing when the target is not a well-formed origin form.
std::optional<Request> plain(bh::request<bh::string_body>& from, const std::string& remote) {
  if (from.target().empty()) return {};  // the library looks at the first character without asking
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

// What may stand only once, stands twice: two servers in a row could each believe another.
bool ambiguous(const bh::request<bh::string_body>& message) {
  using enum bh::field;
  for (const auto field : {host, content_length, transfer_encoding, authorization, origin, content_type})
    if (message.count(field) > 1) return true;
  if (message.version() == 11 && message.count(host) != 1) return true;
  if (!message.target().starts_with('/')) return true;
  const std::string_view length = message[content_length];  // a list of equal ones is one to some
  if (length.find_first_not_of("0123456789") != length.npos) return true;
  const auto coding = message.find(transfer_encoding);
  return coding != message.end() && (message.count(content_length) != 0 || lower(coding->value()) != "chunked");
}

// Behind a proxy the last address of the list is the one that the proxy itself saw.
std::string remote_of(const bh::fields& fields, const std::string& peer, const Limits& limits) {
  if (!limits.proxies.contains(peer)) return peer;
  const auto list = fields["X-Forwarded-For"];
  const auto from = list.find_last_of(", ");
  const auto last = from == list.npos ? list : list.substr(from + 1);
  return last.empty() ? peer : std::string(last);
}

void secure(bh::fields& fields, bool https) {
  fields.set("X-Content-Type-Options", "nosniff");
  fields.set("Referrer-Policy", "no-referrer");
  fields.set("Cross-Origin-Opener-Policy", "same-origin");
  fields.set("Cross-Origin-Resource-Policy", "same-origin");
  fields.set("X-Frame-Options", "DENY");
  if (https) fields.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  if (fields.find("Content-Security-Policy") == fields.end())
    fields.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  if (!fields[bh::field::content_type].starts_with("text/html")) return;
  // Not `report-to`: browsers that know it tell nobody for a minute, and without TLS nothing at all.
  const std::string policy(fields["Content-Security-Policy"]);
  fields.set("Content-Security-Policy", policy + "; report-uri " + policy_reports);
  fields.set("Permissions-Policy",
             "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
             "microphone=(), midi=(), payment=(), serial=(), usb=()");
}

// When the next so many bytes must have passed.
class Pace {
 public:
  explicit Pace(const Limits& limits) : limits_(limits) {}
  Clock::time_point end() const { return end_; }
  void moved(std::size_t bytes) {
    moved_ += bytes;
    if (moved_ < limits_.pace_bytes) return;
    moved_ = 0;
    end_ = Clock::now() + limits_.pace;
  }

 private:
  const Limits& limits_;
  std::size_t moved_ = 0;
  Clock::time_point end_ = Clock::now() + limits_.pace;
};

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

Conversation::Conversation(Common& common, Lane& lane, tcp::socket socket)
    : common_(common), lane_(lane), socket_(std::move(socket)) {
  boost::system::error_code ec;
  const auto peer = socket_.socket().remote_endpoint(ec);
  remote_ = ec ? "" : peer.address().to_string();
  lane_.open.insert(this);
}

Conversation::~Conversation() {
  lane_.open.erase(this);
  --common_.live;
}

void Conversation::last_call() {
  if (feed_) feed_->push("");
  else if (waiting_) socket_.cancel();
}

asio::awaitable<void> Conversation::run() {
  bool again = co_await begins(true);
  while (again) {
    again = co_await exchange();
    if (again && buffer_.size() == 0) again = co_await begins(false);
  }
  boost::system::error_code ec;
  socket_.socket().shutdown(tcp::socket::shutdown_send, ec);
  if (!ec) co_await linger();
}

// Waits for the first byte of a request. A server that drains asks everybody once more, and not for long.
asio::awaitable<bool> Conversation::begins(bool first) {
  for (bool asked = false;; asked = true) {
    boost::system::error_code ec;
    if (common_.draining) socket_.expires_after(common_.limits.last_call);
    else socket_.expires_after(first ? common_.limits.first : common_.limits.idle);
    waiting_ = true;
    const auto n = co_await socket_.async_read_some(buffer_.prepare(4096), into(ec));
    waiting_ = false;
    buffer_.commit(n);
    if (!ec) co_return true;
    if (ec != asio::error::operation_aborted || !common_.draining || asked) co_return false;
  }
}

std::string_view Conversation::read_so_far() const {
  return {static_cast<const char*>(buffer_.data().data()), buffer_.size()};
}

std::size_t Conversation::body_most() const {
  const auto& limits = common_.limits;
  return limits.takes_files && limits.takes_files(target_of(read_so_far())) ? limits.file_bytes : limits.body_bytes;
}

// Until the buffer holds a whole head that can be read in one way only.
asio::awaitable<Conversation::Came> Conversation::read_head() {
  socket_.expires_after(common_.limits.header);
  for (;;) {
    const auto head = head_of(read_so_far());
    if (head == Head::whole) co_return Came::whole;
    if (head == Head::wrong) co_return Came::malformed;
    if (buffer_.size() >= common_.limits.header_bytes) co_return Came::head_too_large;
    boost::system::error_code ec;
    const auto n = co_await socket_.async_read_some(buffer_.prepare(4096), into(ec));
    if (ec) co_return Came::nothing;
    buffer_.commit(n);
  }
}

asio::awaitable<Conversation::Came> Conversation::read(Parser& parser) {
  const auto came = co_await read_head();
  if (came != Came::whole) co_return came;
  boost::system::error_code ec;
  parser.header_limit(std::uint32_t(common_.limits.header_bytes));
  parser.body_limit(body_most());
  co_await bh::async_read_header(socket_, buffer_, parser, into(ec));
  if (ec == bh::error::end_of_stream || ec == beast::error::timeout || ec == asio::error::connection_reset)
    co_return Came::nothing;
  if (ec == bh::error::body_limit) co_return Came::too_large;
  if (ec == bh::error::header_limit) co_return Came::head_too_large;
  if (ec || ambiguous(parser.get())) co_return Came::malformed;
  static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
  if (beast::iequals(parser.get()[bh::field::expect], "100-continue"))
    co_await asio::async_write(socket_, asio::buffer(go_on), into(ec));
  co_return co_await read_body(parser);
}

asio::awaitable<Conversation::Came> Conversation::read_body(Parser& parser) {
  Pace pace(common_.limits);
  while (!parser.is_done()) {
    boost::system::error_code ec;
    socket_.expires_at(pace.end());
    const auto n = co_await bh::async_read_some(socket_, buffer_, parser, into(ec));
    pace.moved(n);
    if (ec == bh::error::body_limit) co_return Came::too_large;
    if (ec == beast::error::timeout || ec == asio::error::connection_reset) co_return Came::nothing;
    if (ec) co_return Came::malformed;
  }
  co_return Came::whole;
}

asio::awaitable<Response> Conversation::answered(Parser& parser, Came came) {
  if (came == Came::too_large)
    co_return problem(RefusalKind::too_large, "too_large", "The body is larger than this server takes.");
  if (came == Came::head_too_large) {
    auto out = problem(RefusalKind::malformed, "head_too_large", "The head of the request is too large.");
    out.status = 431;
    co_return out;
  }
  if (came == Came::malformed)
    co_return problem(RefusalKind::malformed, "malformed_http", "This is not a well-formed HTTP request.");
  auto request = plain(parser.get(), remote_of(parser.get(), remote_, common_.limits));
  if (request) co_return co_await handled(common_.handler, std::move(*request));
  co_return problem(RefusalKind::malformed, "malformed_target", "The address of the request is not well-formed.");
}

// One request and its response; false when the conversation is over.
asio::awaitable<bool> Conversation::exchange() {
  Parser parser;
  const auto came = co_await read(parser);
  if (came == Came::nothing) co_return false;
  const bool whole = came == Came::whole;
  const bool keep = whole && parser.get().keep_alive();
  const bool head = whole && parser.get().method() == bh::verb::head;
  const unsigned version = whole ? parser.get().version() : 11;
  auto response = co_await answered(parser, came);
  if (!response.stream) co_return co_await write(std::move(response), version, head, keep);
  co_await stream(std::move(response));
  co_return false;
}

asio::awaitable<bool> Conversation::write(Response response, unsigned version, bool head, bool keep) {
  using Body = bh::span_body<const char>;
  keep = keep && !common_.draining;
  bh::response<Body> out{bh::status(response.status), version};
  out.set(bh::field::content_type, response.content_type);
  for (const auto& [name, value] : response.headers) out.insert(name, value);
  secure(out, common_.limits.https);
  if (out.find(bh::field::cache_control) == out.end()) out.set(bh::field::cache_control, "no-store");
  out.keep_alive(keep);
  const auto& text = response.text();
  out.body() = {text.data(), text.size()};
  out.prepare_payload();
  if (head) out.body() = {text.data(), 0};
  bh::response_serializer<Body> serializer{out};
  Pace pace(common_.limits);
  boost::system::error_code ec;
  while (!ec && !serializer.is_done()) {
    socket_.expires_at(pace.end());
    const auto n = co_await bh::async_write_some(socket_, serializer, into(ec));
    pace.moved(n);
  }
  co_return keep && !ec;
}

asio::awaitable<void> Conversation::stream(Response response) {
  bh::response<bh::empty_body> head{bh::status::ok, 11};
  head.set(bh::field::content_type, "text/event-stream");
  head.set(bh::field::cache_control, "no-store");
  head.set(bh::field::connection, "close");
  secure(head, common_.limits.https);
  bh::response_serializer<bh::empty_body> serializer{head};
  boost::system::error_code ec;
  socket_.expires_after(common_.limits.pace);
  co_await bh::async_write_header(socket_, serializer, into(ec));
  static constexpr std::string_view begin = "retry: 2000\n\n";
  co_await asio::async_write(socket_, asio::buffer(begin), into(ec));
  feed_ = std::make_shared<Feed>(socket_.get_executor());
  response.stream([feed = feed_](std::string text) { return feed->push(std::move(text)); });
  if (common_.draining) feed_->push("");
  for (bool open = true; open && !ec;) {
    const auto text = co_await feed_->next(open);
    socket_.expires_after(common_.limits.pace);
    co_await asio::async_write(socket_, asio::buffer(text), into(ec));
  }
  feed_->leave();
  feed_.reset();
}

// What the other side still sends is thrown away for a moment: closing over unread bytes would reset the connection
// and take the answer with it.
asio::awaitable<void> Conversation::linger() {
  char thrown_away[4096];
  boost::system::error_code ec;
  socket_.expires_after(std::chrono::seconds(1));
  for (int parts = 0; parts < 1'000 && !ec; ++parts)
    co_await socket_.async_read_some(asio::buffer(thrown_away), into(ec));
}

}  // namespace vs::http
