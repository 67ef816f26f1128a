// Has checkpoints cosigned by a witness: somebody elsewhere who remembers how long every ledger was and signs only what
// goes on from there (C2SP tlog-witness). Whoever trusts the witness needs not trust this house to show everybody the
// same ledger. All of it happens beside the writer: a witness that is down delays nothing.
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "app/checkpoints.h"
#include "app/outgoing.h"
#include "app/witness_note.h"

namespace vs::app {

struct Settings;

/// How all ledgers stand with the witness, for the figures.
struct WitnessStanding {
  std::uint64_t behind = 0;  ///< events that are not cosigned yet
  std::size_t refusing = 0;  ///< ledgers whose history it refuses
};

class Witness {
 public:
  Witness(House&, Checkpoints&, const Settings&);
  ~Witness();

  /// From now on; nothing where no witness is named.
  void start();
  /// Breaks off what is under way. The writer must still run.
  void stop();
  WitnessStanding standing();

 private:
  struct Ledger {
    std::uint64_t cosigned = 0;  ///< its size when the witness last signed
    bool refused = false;
    int failures = 0;  ///< in a row, whyever
    int behind = 0;    ///< how often in a row the witness knew more than this node
    std::chrono::steady_clock::time_point not_before{};
  };
  enum class Said { cosigned, not_now, refused };

  void follow();
  void keep_up(const engine::Workspace&);
  std::filesystem::path file_of(const std::string& workspace, const char* kind) const {
    return checkpoint_file(folder_, workspace, kind);
  }
  Ledger known(const std::string& workspace);
  Said submit(const engine::Workspace&, Ledger&, Signed);
  OutgoingAnswer send(const engine::Workspace&, const Signed&, std::uint64_t old) const;
  Said agreed(const engine::Workspace&, Ledger&, const Signed&, const std::string& answer);
  Said not_now(const engine::Workspace&, const std::string& code, long status = 0) const;
  Said shorter(const engine::Workspace&, Ledger&, const Signed&, std::uint64_t theirs) const;
  Said refused(const engine::Workspace&, const Signed&, std::uint64_t theirs) const;

  House& house_;
  Checkpoints& checkpoints_;
  const std::string url_;
  const std::optional<WitnessKey> key_;
  const std::filesystem::path folder_;
  const Outgoing outgoing_;
  std::mutex lock_;
  std::map<std::string, Ledger> ledgers_;
  std::atomic<bool> stopping_{false};
  std::condition_variable wakes_;
  std::thread thread_;
};

}  // namespace vs::app
