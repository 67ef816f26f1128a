#include "http/feed.h"

namespace vs::http {

namespace asio = boost::asio;

bool Feed::push(std::string text) {
  if (gone_) return false;
  asio::post(executor_, [self = shared_from_this(), text = std::move(text)]() mutable {
    constexpr std::size_t most = 1'000;  // a client that does not read is cut off, not waited for
    if (self->texts_.size() < most || text.empty()) self->texts_.push_back(std::move(text));
    self->wake_.cancel();
  });
  return true;
}

asio::awaitable<std::string> Feed::next(bool& open) {
  if (texts_.empty()) {
    wake_.expires_after(std::chrono::seconds(15));
    boost::system::error_code waited;
    co_await wake_.async_wait(asio::redirect_error(asio::use_awaitable, waited));
    if (texts_.empty()) texts_.push_back(": still here\n\n");
  }
  std::string text;
  for (; open && !texts_.empty(); texts_.pop_front()) {
    open = !texts_.front().empty();
    text += texts_.front();
  }
  co_return text;
}

}  // namespace vs::http
