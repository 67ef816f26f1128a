// How often one session or token may ask: a bucket of a minute's worth, filled again steadily. A busy person never
// sees the bottom of it; a program that copies everything out, or runs wild, does.
#pragma once

#include <array>
#include <mutex>
#include <string>
#include <unordered_map>

#include "app/caller.h"

namespace vs::app {

class Pace {
 public:
  /// `clock`: one that never goes back; the machine's own by default.
  explicit Pace(int requests_per_minute, Clock clock = {});

  /// Takes one request of this caller out of the bucket: 0, or the seconds to wait when the bucket is empty.
  int wait_seconds(const Caller&);
  /// Callers whose buckets are not full.
  std::size_t watched();

 private:
  /// Callers are spread over several, so that threads hardly ever wait for each other.
  struct Shelf {
    std::mutex lock;
    std::unordered_map<std::string, std::int64_t> full_at;  ///< when the bucket will be full again, by caller
    std::size_t look_again = 64;                            ///< so many callers are looked through for full buckets
  };
  static void prune(Shelf&, std::int64_t now);

  Clock clock_;
  std::int64_t each_us_;
  std::array<Shelf, 16> shelves_;
};

}  // namespace vs::app
