// Figures for Prometheus: what was done, how long it took, and how things stand at the moment of asking.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "app/ship.h"
#include "app/witness.h"
#include "engine/engine.h"
#include "http/message.h"

namespace vs::app {

/// How things stand; asked for at each reading.
struct Standing {
  std::size_t connections = 0, streams = 0, sessions = 0;
  WitnessStanding witness = {};
  std::optional<Shipper::Standing> shipping = {};
};

class Metrics {
 public:
  Metrics(const engine::Engine&, std::filesystem::path data, std::function<Standing()>);
  ~Metrics();

  void batch(const engine::BatchReport&);
  /// `kind`: of a small set, never a path.
  void answered(const char* kind, int status, double seconds);
  /// A request was refused because there were too many.
  void too_many(const char* kind);
  /// A browser reports that a page offended its policy; `directive` is of a small set.
  void policy_violation(const char* directive);
  /// Everything in the text format of Prometheus.
  std::string text();
  /// Answers `GET /metrics`, to whoever knows the token when there is one.
  http::Response get(const http::Request&, const std::string& token);

 private:
  struct Families;
  const engine::Engine& engine_;
  const std::filesystem::path data_;
  const std::function<Standing()> standing_;
  std::unique_ptr<Families> families_;
};

}  // namespace vs::app
