// What browsers report when a page of ours was about to do what its policy forbids: the trace of a script that somebody
// slipped in, or of a fault of ours. Counted and logged by the directive alone; addresses and samples stay out, since
// they may hold words about people, and anybody may send a report.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>

#include "http/message.h"

namespace vs::app {

class PolicyReports {
 public:
  /// `count` is told the directive, one of a small set.
  explicit PolicyReports(std::function<void(const char*)> count) : count_(std::move(count)) {}

  static bool takes(const http::Request&);
  /// Answers 204, also for what is not counted any more: sixty a minute are enough to know.
  void handle(const http::Request&, const http::Respond&);

 private:
  bool has_room();

  const std::function<void(const char*)> count_;
  std::mutex lock_;
  std::chrono::steady_clock::time_point minute_{};
  int in_minute_ = 0;
};

}  // namespace vs::app
