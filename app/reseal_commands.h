// `vouchsafe reseal` on the command line: another key-encryption key, another algorithm, or both.
#pragma once

#include <CLI/CLI.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace vs::app {

struct ResealOptions {
  std::filesystem::path data = "vouchsafe-data";
  std::filesystem::path key_file;      ///< the one until now; empty: `data/keys/kek`
  std::filesystem::path new_key_file;  ///< the one from now on, made where there is none; empty: the same
  std::string algorithm;               ///< of all seals from now on; empty: the same
};

/// Offline; may be broken off at any moment and started again. 0: everything opens; 1: nothing was done; 3: some seals
/// do not open; 130: broken off.
int reseal(const ResealOptions&);

class ResealCommand {
 public:
  explicit ResealCommand(CLI::App&);
  /// Carries out what was asked for; nothing when it was another verb.
  std::optional<int> run() const;

 private:
  CLI::App* reseal_;
  ResealOptions options_;
};

}  // namespace vs::app
