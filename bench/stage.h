// A whole Vouchsafe in a temporary folder: people of every role, the default policies, and customers.
#pragma once

#include <functional>
#include <memory>

#include "app/house.h"
#include "bench/measure.h"

namespace vs::bench {

/// A folder that goes with it.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  const std::filesystem::path path;
};

class Stage {
 public:
  /// Founds the workspace "main" with one person for every role (`per_` and the role).
  explicit Stage(const std::filesystem::path& data);

  app::House& house() { return *house_; }
  engine::Engine& engine() { return house_->engine(); }
  /// Lets customers [0, n) of the town happen.
  void settle(std::size_t n);
  /// Events decided by nobody, in transactions of `chunk` steps: `make(i)` for every i in [0, n).
  void happen(std::size_t n, std::size_t chunk, const std::function<Events(std::size_t)>& make);
  /// A command of a person who holds the role. `path` as in the API: `requests`, `requests/{id}/clear`.
  engine::Submission command(const std::string& role, const std::string& collection, const std::string& action,
                             const std::string& target, json::Value body);
  /// Gives it and waits; throws what was refused.
  engine::Outcome must(engine::Submission);
  /// Closes the house, for measuring how it opens again.
  void close() { house_.reset(); }

 private:
  std::unique_ptr<app::House> house_;
};

/// Submissions in flight at any time until `more` yields none; the time of each from submission to durable answer.
/// Returns how many were accepted.
struct Flight {
  std::size_t accepted = 0, refused = 0;
  double seconds = 0;
  std::vector<std::string> ids;
  Samples times;
  std::string first_refusal;
};
Flight fly(engine::Engine&, std::size_t in_flight, const std::function<std::optional<engine::Submission>()>& more);

/// A complete request of customer-facing kind, number n of the town.
json::Object request_body(std::size_t n, Date today);

}  // namespace vs::bench
