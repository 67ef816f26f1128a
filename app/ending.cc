#include "app/ending.h"

#include <pthread.h>

#include <cstdlib>
#include <utility>

namespace vs::app {
namespace {

constexpr int ours = SIGUSR2;  // ends the waiting itself

}  // namespace

Ending::Ending() {
  sigemptyset(&signals_);
  for (const int signal : {SIGTERM, SIGINT, ours}) sigaddset(&signals_, signal);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  // A reader of our output that goes away is no reason to end.
  std::signal(SIGPIPE, SIG_IGN);
  waiter_ = std::thread([this] { wait(); });
}

Ending::~Ending() {
  pthread_kill(waiter_.native_handle(), ours);
  waiter_.join();
}

Ending::Gently::Gently(Ending& ending, std::function<void()> f) : ending_(ending) {
  std::lock_guard lock(ending_.lock_);
  ending_.gently_ = std::move(f);
}

Ending::Gently::~Gently() {
  std::unique_lock lock(ending_.lock_);
  ending_.gently_ = {};
  auto ender = std::exchange(ending_.ender_, {});
  lock.unlock();
  if (ender.joinable()) ender.join();
}

void Ending::now() {
  std::lock_guard lock(lock_);
  if (gently_ && !ender_.joinable()) ender_ = std::thread(gently_);
}

void Ending::wait() {
  for (int signal = 0; sigwait(&signals_, &signal) == 0 && signal != ours;) begin(signal);
}

void Ending::begin(int signal) {
  std::lock_guard lock(lock_);
  // Nothing that was answered is lost: it was durable before it was answered.
  if (!gently_ || ender_.joinable()) std::_Exit(128 + signal);
  ender_ = std::thread(gently_);
}

}  // namespace vs::app
