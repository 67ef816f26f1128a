// Stopwatch, percentiles and the one JSON object that a measure prints.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

#include "kernel/json.h"

namespace vs::bench {

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point from) {
  return std::chrono::duration<double>(Clock::now() - from).count();
}

/// Durations of single operations, in milliseconds.
class Samples {
 public:
  void add(Clock::time_point from) { all_.push_back(1000 * seconds_since(from)); }
  void append(const Samples& other) { all_.insert(all_.end(), other.all_.begin(), other.all_.end()); }
  std::size_t count() const { return all_.size(); }
  /// The p-th part in order of size, 0 < p < 1.
  double at(double p) {
    if (all_.empty()) return 0;
    const auto nth = all_.begin() + std::ptrdiff_t(p * double(all_.size() - 1));
    std::nth_element(all_.begin(), nth, all_.end());
    return *nth;
  }

 private:
  std::vector<double> all_;
};

/// Four significant digits are more than any of these figures carries.
inline double rounded(double v) {
  if (v == 0 || !std::isfinite(v)) return 0;
  const double scale = std::pow(10.0, 3 - std::floor(std::log10(std::abs(v))));
  return std::round(v * scale) / scale;
}

/// Throughput and latencies as members of a figure.
inline json::Object figure(double per_second, Samples& samples) {
  return {
      {"per_second", rounded(per_second)}, {"p50_ms", rounded(samples.at(0.5))}, {"p99_ms", rounded(samples.at(0.99))}};
}

/// The object as text, keys in the order given.
std::string text_of(const json::Value&);

}  // namespace vs::bench
