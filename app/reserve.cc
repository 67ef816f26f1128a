#include "app/reserve.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "features/mail/templates.h"
#include "http/problem.h"

namespace vs::app {
namespace {

using namespace std::chrono_literals;

constexpr auto look_every = 250ms;
constexpr std::int64_t fresh_for_us = 100'000;
// Of the room that is wanted: what lies in the file, and what is so little that the next commit may fail.
constexpr std::uintmax_t file_share = 4, last_share = 16;

std::int64_t monotonic_us() {
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

std::uintmax_t available(const std::filesystem::path& folder) {
  struct statvfs found{};
  // A disk that does not even tell is no reason to refuse; the next commit will say what is wrong with it.
  if (::statvfs(folder.c_str(), &found) != 0) return UINTMAX_MAX;
  return std::uintmax_t(found.f_bavail) * found.f_frsize;
}

// Signing in and out, and opening a page, go on: whoever comes may read.
bool writes(const http::Request& request) {
  if (request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS") return false;
  return !request.path.starts_with("/api/v1/session") && request.path != "/p/open" && request.path != "/p/language";
}

}  // namespace

Reserve::Reserve(std::filesystem::path data, std::uintmax_t least) : data_(std::move(data)), least_(least) {
  if (available(data_) > least_) set_aside();
}

Reserve::~Reserve() {
  {
    std::lock_guard lock(lock_);
    stopping_ = true;
  }
  wakes_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Reserve::set_aside() const {
  const int fd = ::open((data_ / "reserve").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return;
  const bool good = ::posix_fallocate(fd, 0, off_t(least_ / file_share)) == 0;
  if (!good) std::fputs("vouchsafe: no room can be set aside in the data folder\n", stderr);
  ::close(fd);
}

std::uintmax_t Reserve::free() const {
  const auto now = monotonic_us();
  if (now - looked_at_ > fresh_for_us) {
    free_ = available(data_);
    looked_at_ = now;
  }
  return free_;
}

std::optional<http::Response> Reserve::refuses(const http::Request& request) const {
  if (!writes(request) || !short_of_room()) return {};
  auto out = http::problem(RefusalKind::no_room, "disk_full",
                           "The disk is nearly full, so nothing new can be recorded. Everything recorded is safe.",
                           "Tell the administrator. Reading goes on.");
  if (request.path.starts_with("/api/")) return out;
  out.content_type = "text/plain; charset=utf-8";
  out.body = mail::phrase("unsubscribe_later", mail::nearest_language(request.header("accept-language"))) + "\n";
  return out;
}

void Reserve::watch(std::function<void()> close) {
  close_ = std::move(close);
  thread_ = std::thread([this] {
    std::unique_lock lock(lock_);
    while (!wakes_.wait_for(lock, look_every, [&] { return stopping_.load(); }) && !spent_) look();
  });
}

void Reserve::look() {
  std::error_code ignored;
  if (available(data_) >= least_ / last_share || !std::filesystem::exists(data_ / "reserve", ignored)) return;
  std::fputs("vouchsafe: stopping, the disk of the data folder is full\n", stderr);
  std::filesystem::remove(data_ / "reserve", ignored);
  spent_ = true;
  close_();
}

}  // namespace vs::app
