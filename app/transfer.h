// Moving a workspace to another installation, whatever its store: the container is a data folder that holds this
// workspace and nothing else, so `vouchsafe verify --data` reads it too (INT-05).
#pragma once

#include <CLI/App.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace vs::app {

struct TransferOptions {
  std::string workspace;
  std::filesystem::path container, keys;  ///< keys: folder for the vault's keys; empty: they stay behind
  std::filesystem::path data, key_file;
};

/// Writes the workspace into a new folder, events byte for byte. Throws ledger::StoreFailure.
int export_workspace(const TransferOptions&);
/// Takes in the workspace that the folder holds, or goes on where a broken import ended; the same root comes out.
/// Throws ledger::StoreFailure for a container that is damaged, and for a workspace that is here already.
int import_workspace(const TransferOptions&);

/// `vouchsafe export` and `vouchsafe import`.
class TransferCommands {
 public:
  explicit TransferCommands(CLI::App&);
  /// The exit code; nothing when another verb was asked for.
  std::optional<int> run() const;

 private:
  TransferOptions options_;
  CLI::App *export_, *import_;
};

}  // namespace vs::app
