// `vouchsafe verify` and `vouchsafe keys` on the command line.
#pragma once

#include <CLI/CLI.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vs::app {

struct VerifyOptions {
  std::vector<std::filesystem::path> files;  ///< receipts and packs; none: the data folder
  std::filesystem::path data = "vouchsafe-data", key_file, signing_key_file, checkpoints;
  std::vector<std::string> keys;               ///< verifier keys, or files of them
  std::vector<std::filesystem::path> against;  ///< checkpoints and consistency proofs
};

/// Verifies documents offline. 0: all proved; 1: something cannot be read; 3: something is wrong.
int verify_files(const VerifyOptions&);
/// Verifies a whole data folder offline: every byte, every place, every root, every word, every event readable, and
/// against the checkpoints outside.
int verify_data(const VerifyOptions&);

struct KeysOptions {
  std::filesystem::path data = "vouchsafe-data", key_file, signing_key_file, checkpoints;
  bool lost = false;
};

/// Prints the verifier keys of every workspace, now first.
int show_keys(const KeysOptions&);
/// Puts a new signing key in the place of the old one.
int rotate_keys(const KeysOptions&);

class ProofCommands {
 public:
  explicit ProofCommands(CLI::App&);
  /// Carries out what was asked for; nothing when it was another verb.
  std::optional<int> run() const;

 private:
  CLI::App *verify_, *keys_, *show_, *rotate_;
  VerifyOptions verify_options_;
  KeysOptions keys_options_;
};

}  // namespace vs::app
