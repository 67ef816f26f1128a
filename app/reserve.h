// Room on the disk of the data folder. Commands are refused while there is still room enough for all that was begun;
// a preallocated file is given back when even that runs out, so that the house can close in order.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "http/message.h"

namespace vs::app {

class Reserve {
 public:
  /// `least`: free bytes below which nothing new is taken; more than a checkpoint of the ledger's log writes at once
  /// (40 MB). A quarter of it is set aside in the file `reserve`.
  Reserve(std::filesystem::path data, std::uintmax_t least);
  ~Reserve();

  /// What a request that would write is answered while room is short; nothing when it may pass.
  std::optional<http::Response> refuses(const http::Request&) const;
  /// Free bytes, known to a tenth of a second.
  std::uintmax_t free() const;
  bool short_of_room() const { return free() < least_; }
  /// Watches from now on. When nearly nothing is left, the file is given back and `close` called, once.
  void watch(std::function<void()> close);
  /// Whether the file was given back.
  bool spent() const { return spent_; }

 private:
  void set_aside() const;
  void look();

  const std::filesystem::path data_;
  const std::uintmax_t least_;
  mutable std::atomic<std::uintmax_t> free_{0};
  mutable std::atomic<std::int64_t> looked_at_{0};
  std::atomic<bool> spent_{false}, stopping_{false};
  std::function<void()> close_;
  std::mutex lock_;
  std::condition_variable wakes_;
  std::thread thread_;
};

}  // namespace vs::app
