// Whether the program lives, and whether it can do its work: for whoever sends it requests. Tells no secrets and
// costs little, so that anybody may ask.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>

#include "app/house.h"
#include "app/reserve.h"
#include "http/message.h"

namespace vs::app {

class Health {
 public:
  Health(const engine::Engine&, const Reserve&, bool delivers);
  /// From now on nobody should send requests any more.
  void drain() { draining_ = true; }
  /// `GET /healthz`: the process answers.
  static http::Response alive();
  /// `GET /readyz`: 503 with what is in the way, or 200; letters that are stuck make it `degraded`, not unready.
  http::Response ready();

 private:
  struct Findings {
    bool ledger = true, writer = true, disk = true, letters = true;
  };
  Findings look() const;

  const engine::Engine& engine_;
  const Reserve& reserve_;
  const bool delivers_;
  std::atomic<bool> draining_{false};
  std::mutex lock_;
  Findings findings_;
  std::chrono::steady_clock::time_point looked_{};
};

}  // namespace vs::app
