#include "engine/writer.h"

#include <atomic>
#include <cstdio>

namespace vs::engine {
namespace {

void say(const char* what, std::string_view cause) {
  std::fprintf(stderr, "vouchsafe: %s: %.*s\n", what, int(cause.size()), cause.data());
}

std::atomic<Trouble> told{&say};

}  // namespace

void tell_trouble_to(Trouble f) {
  told = f;
}

void trouble(const char* what, std::string_view cause) {
  told.load()(what, cause);
}

void Engine::on_batch(std::function<void(const BatchReport&)> f) {
  std::lock_guard lock(on_batch_lock_);
  on_batch_ = std::move(f);
}

Pulse Engine::pulse() const {
  std::lock_guard lock(queue_lock_);
  Pulse pulse{queue_.size()};
  const bool busy = !queue_.empty() || batch_ != durable_;
  if (busy) pulse.still = std::chrono::steady_clock::now() - moved_.load();
  return pulse;
}

}  // namespace vs::engine
