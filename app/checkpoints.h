// Signed checkpoints of every ledger: made when something was appended, kept in the store and, the newest of each
// workspace, as a file in a folder that should lie outside the data set. At the start the ledgers are held against
// those files: one that is shorter than its checkpoint, or another one, was rolled back or rewritten (REC-01).
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "app/signing_keys.h"

namespace vs::app {

/// Where a ledger stood, signed.
struct Signed {
  ledger::Tree tree;
  ledger::Checkpoint checkpoint;
  std::string note;
};

/// The setting `checkpoints`, or `checkpoints` in the data folder.
std::filesystem::path checkpoints_folder(const std::filesystem::path& data, const std::filesystem::path& setting);
/// A workspace's file there; `kind`: `checkpoint`, `keys`; of its witness `cosigned`, `refused`.
std::filesystem::path checkpoint_file(const std::filesystem::path& folder, const std::string& workspace,
                                      const char* kind);

class Checkpoints {
 public:
  /// Holds every ledger against the newest checkpoint outside; throws ledger::StoreFailure with a plain sentence for
  /// each that contradicts it, unless `accept_rollback`: then that becomes a fact of the ledger.
  Checkpoints(House&, ledger::SigningKey, std::filesystem::path folder, bool accept_rollback);
  ~Checkpoints();

  /// From now on a checkpoint is made at most a minute, or 1,000 events, after something was appended.
  void start();
  /// Makes the last ones. The writer must still run.
  void stop();

  /// The ledger as it is now, made durable and signed. Waits; not for the writer's own thread.
  Signed now(const engine::Workspace&);
  /// The last one made, if there is one yet.
  std::optional<Signed> newest(const std::string& workspace);
  /// The newest one that a witness cosigned, with its line; "" for none.
  std::string cosigned(const std::string& workspace) const;
  /// Who signs and who signed, now first.
  std::vector<ledger::Verifier> keys(const engine::Workspace& ws) const { return verifiers_of(ws, key_); }
  /// A note of this text under the ledger's name.
  std::string sign(const std::string& workspace, const std::string& text) const;

 private:
  struct Last {
    Signed it;
    std::chrono::steady_clock::time_point at;
  };
  void compare(bool accept_rollback);
  void follow();
  void keep_up(bool all);
  void keep(const engine::Workspace&, const Signed&);
  void copy_outside(const engine::Workspace&, const Signed&) const;

  House& house_;
  const ledger::SigningKey key_;
  const std::filesystem::path folder_;
  std::mutex lock_;
  std::map<std::string, Last> last_;
  bool stopping_ = false;
  std::condition_variable wakes_;
  std::thread thread_;
};

}  // namespace vs::app
