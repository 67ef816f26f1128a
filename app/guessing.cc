#include "app/guessing.h"

#include "app/secrets.h"

namespace vs::app {
namespace {

constexpr std::int64_t second_us = 1'000'000, window_us = 15ll * 60 * second_us, day_us = 24ll * 3600 * second_us;
constexpr std::size_t failures_most = 10, rows_most = 50'000;
constexpr int in_a_row_most = 100;

std::string pair_of(const std::string& email, const std::string& remote) {
  return digest_of(email + '|' + remote);
}

int seconds_until(Instant then, Instant now) {
  return then.us <= now.us ? 0 : int((then.us - now.us) / second_us) + 1;
}

}  // namespace

int Guessing::wait_seconds(const std::string& email, const std::string& remote) {
  std::lock_guard lock(lock_);
  const auto now = clock_();
  int wait = 0;
  const auto row = in_a_row_.find(digest_of(email));
  if (row != in_a_row_.end() && row->second.failures >= in_a_row_most)
    wait = seconds_until({row->second.last.us + day_us}, now);
  const auto it = lately_.find(pair_of(email, remote));
  // Times stand in order, so the tenth from the end says when fewer than ten are left in the window.
  if (it != lately_.end() && it->second.size() >= failures_most)
    wait = std::max(wait, seconds_until({it->second[it->second.size() - failures_most].us + window_us}, now));
  return wait;
}

void Guessing::failed(const std::string& email, const std::string& remote) {
  std::lock_guard lock(lock_);
  const auto now = clock_();
  auto& row = in_a_row_[digest_of(email)];
  ++row.failures;
  row.last = now;
  lately_[pair_of(email, remote)].push_back(now);
  prune(now);
}

// Looks at everybody's failures each time. One hash at a time makes them few thousand at most, and what is older
// than the window goes, so that guessing fills no memory.
void Guessing::prune(Instant now) {
  for (auto it = lately_.begin(); it != lately_.end();) {
    auto& times = it->second;
    while (!times.empty() && times.front().us < now.us - window_us) times.pop_front();
    it = times.empty() ? lately_.erase(it) : std::next(it);
  }
  if (in_a_row_.size() < rows_most) return;
  std::erase_if(in_a_row_, [&](const auto& pair) {
    const auto& row = pair.second;
    return row.last.us < now.us - (row.failures < int(failures_most) ? window_us : day_us);
  });
}

void Guessing::succeeded(const std::string& email, const std::string& remote) {
  std::lock_guard lock(lock_);
  in_a_row_.erase(digest_of(email));
  lately_.erase(pair_of(email, remote));
}

void Guessing::forget(const std::string& email) {
  std::lock_guard lock(lock_);
  in_a_row_.erase(digest_of(email));
}

std::size_t Guessing::watched() {
  std::lock_guard lock(lock_);
  return lately_.size();
}

}  // namespace vs::app
