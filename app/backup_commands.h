// `vouchsafe backup` and `vouchsafe restore` on the command line.
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>

namespace vs::app {

struct BackupOptions {
  std::filesystem::path data = "vouchsafe-data", to;
  bool keys = false;   ///< of the vault, instead of the ledger
  int keep_days = 30;  ///< of copies of the keys
};

struct RestoreOptions {
  std::filesystem::path from, keys, data, kek_file;
  std::uint64_t until = UINT64_MAX;  ///< the last segment to take
  bool accept_unreadable = false;    ///< words whose keys are lost
};

/// Copies a data folder, in use or not. Exit codes as of all verbs.
int backup(const BackupOptions&);
/// Makes a new data folder from backups, and verifies all of it.
int restore(const RestoreOptions&);

class BackupCommands {
 public:
  explicit BackupCommands(CLI::App&);
  /// Carries out what was asked for; nothing when it was another verb.
  std::optional<int> run() const;

 private:
  CLI::App* backup_;
  CLI::App* restore_;
  BackupOptions backup_options_;
  RestoreOptions restore_options_;
};

}  // namespace vs::app
