// Log shipping: while the program runs, what became durable is copied to another place every few seconds, so that
// losing the machine loses seconds. Segments follow each other by number and digest; a whole copy made now and then
// beside them bounds what a restore must read, and lets older parts go. The keys are mirrored to a folder of their own.
#pragma once

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>
#include <thread>

#include "app/backup.h"

namespace vs::app {

struct ShipSettings {
  fs::path data, to, keys_to;
  int seconds = 2;                 ///< between looks at the ledger
  std::uint64_t segments = 5'000;  ///< after which a new whole copy is made
  bool ships() const { return !to.empty(); }
};

class Shipper {
 public:
  explicit Shipper(ShipSettings);
  ~Shipper();

  /// Follows the ledger from now on; nothing where no folder is named.
  void start();
  /// Ships what is left, then ends.
  void stop();
  /// How long ago everything durable was at the other place, and how many events are there now.
  struct Standing {
    double seconds_behind = 0;
    std::uint64_t events = 0;
  };
  /// Nothing when nothing is shipped.
  std::optional<Standing> standing() const;

 private:
  struct Watched;
  void follow();
  void look();
  void take_up();
  void ship_segment();
  void ship_keys();
  void put_keys();
  void begin_full();
  bool full_is_due() const;
  void end_full();

  const ShipSettings settings_;
  std::unique_ptr<Watched> watched_;
  ledger::sqlite::Reach reach_;  ///< of the last part
  std::uint64_t number_ = 0;     ///< of the last segment
  std::string previous_;         ///< its digest
  std::uint64_t bytes_since_full_ = 0, segments_since_full_ = 0, full_bytes_ = 0;
  std::optional<std::chrono::steady_clock::time_point> full_at_;
  bool old_keys_until_full_ = false;
  std::future<Part> full_;  ///< being made beside the segments
  std::atomic<std::int64_t> shipped_at_{0};
  std::atomic<std::uint64_t> shipped_events_{0};
  std::atomic<bool> stopping_{false};
  std::mutex lock_;
  std::condition_variable wakes_;
  std::thread thread_;
};

}  // namespace vs::app
