// Backups of a data folder in use. The ledger and the keys of its vault are copied to different folders and kept for
// different times: whoever holds only one of them can read nobody's words, and erasing a key reaches its copies within
// the days that they are kept.
#pragma once

#include "app/backup_parts.h"

namespace vs::app {

/// A whole copy of the ledger, seen at the moment of construction; made beside the running program, or without it.
class FullCopy {
 public:
  /// `number` and `previous` name the last segment that this copy holds; 0 and "" without any.
  FullCopy(const fs::path& data, const fs::path& to, std::uint64_t number, std::string previous);
  ~FullCopy();
  const ledger::sqlite::Reach& reach() const { return snapshot_->reach(); }
  /// Copies, verifies every event of the copy, and publishes it.
  Part make();

 private:
  fs::path to_;
  Manifest manifest_;
  std::unique_ptr<ledger::sqlite::Snapshot> snapshot_;
};

/// The keys of the vault and the other secrets of the house, but not the key-encryption key that opens them.
/// Copies older than `keep_days` are removed from the folder.
Part copy_keys(const fs::path& data, const fs::path& to, int keep_days);

}  // namespace vs::app
