#include "app/pace.h"

#include <algorithm>
#include <chrono>

namespace vs::app {
namespace {

constexpr std::int64_t second_us = 1'000'000, minute_us = 60 * second_us;

Instant steady_now() {
  using namespace std::chrono;
  return {duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count()};
}

}  // namespace

Pace::Pace(int requests_per_minute, Clock clock)
    : clock_(clock ? std::move(clock) : Clock(&steady_now)), each_us_(minute_us / std::max(1, requests_per_minute)) {}

// The bucket is one number, the moment at which it will be full again (the generic cell rate algorithm): every
// request moves it on by the time that one request takes to flow back.
int Pace::wait_seconds(const Caller& caller) {
  const auto& who = caller.actor.kind == ActorKind::token ? caller.actor.id : caller.session;
  const auto now = clock_().us;
  auto& shelf = shelves_[std::hash<std::string>{}(who) % shelves_.size()];
  const std::lock_guard lock(shelf.lock);
  auto& full_at = shelf.full_at.try_emplace(who, now).first->second;
  const auto next = std::max(full_at, now) + each_us_;
  const auto over = next - now - minute_us;
  if (over > 0) return int((over + second_us - 1) / second_us);
  full_at = next;
  if (shelf.full_at.size() >= shelf.look_again) prune(shelf, now);
  return 0;
}

void Pace::prune(Shelf& shelf, std::int64_t now) {
  std::erase_if(shelf.full_at, [&](const auto& pair) { return pair.second <= now; });
  shelf.look_again = std::max<std::size_t>(64, 2 * shelf.full_at.size());
}

std::size_t Pace::watched() {
  const auto now = clock_().us;
  std::size_t all = 0;
  for (auto& shelf : shelves_) {
    const std::lock_guard lock(shelf.lock);
    prune(shelf, now);
    all += shelf.full_at.size();
  }
  return all;
}

}  // namespace vs::app
