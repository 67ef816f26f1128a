// What several nodes on one database tell each other: who wrote where, and which of them leads.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>

namespace vs::ledger {

class Neighbours {
 public:
  virtual ~Neighbours() = default;

  struct News {
    std::map<std::string, std::uint64_t> sizes;  ///< of the ledgers that may have grown, by workspace
    bool tables = false;                         ///< sessions and tokens may have changed
  };
  /// Waits for news, at most so long; looks for itself now and then, for what nobody told.
  /// Throws StoreUnavailable.
  virtual News wait(std::chrono::milliseconds most) = 0;
  /// True while this node is the one that does what must be done once; takes the lead when nobody has it.
  /// Throws StoreUnavailable.
  virtual bool lead() = 0;
  /// Hears no more and leads no more, so that another may.
  virtual void leave() = 0;
};

}  // namespace vs::ledger
