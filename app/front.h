// The front door: gives every request to whoever answers it, and keeps a line in the log and a figure of each. Neither
// holds more of an address than its shape: no names, queries, links.
#pragma once

#include <atomic>
#include <set>
#include <string>

#include "app/api.h"
#include "app/health.h"
#include "app/metrics.h"
#include "app/policy_reports.h"
#include "app/portal.h"
#include "app/reserve.h"
#include "app/unsubscribe.h"

namespace vs::app {

/// The shapes of addresses, as the log may show them.
class Routes {
 public:
  /// Knows the words of the API's own description; anything else in an address of the API is shown as `{id}`.
  explicit Routes(const std::string& openapi);
  std::string shape(const std::string& path) const;

 private:
  std::set<std::string, std::less<>> words_;
};

class Front {
 public:
  Front(House&, Api&, Portal&, const Unsubscribing&, Health&, Metrics&, const Reserve&);
  void handle(http::Request&&, http::Respond);

 private:
  void pass_on(http::Request&&, http::Respond);

  const engine::Engine& engine_;
  Api& api_;
  Portal& portal_;
  const Unsubscribing& unsubscribing_;
  Health& health_;
  Metrics& metrics_;
  const Reserve& reserve_;
  PolicyReports policy_reports_;
  const Routes routes_;
  const std::string run_;  ///< begins the ids of this run's requests
  std::atomic<std::uint64_t> requests_{0};
};

}  // namespace vs::app
