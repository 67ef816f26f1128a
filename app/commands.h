// The command line's verbs. Each returns the exit code: 0 good, 1 refused, 2 usage, 3 damaged data.
#pragma once

#include <filesystem>
#include <string>

namespace vs::app {

struct ServeOptions {
  std::filesystem::path data, kek_file, web;
  std::string listen = "127.0.0.1:8080";
  std::string public_url;  ///< https://… makes cookies Secure
  bool sample = false;
};

int serve(const ServeOptions&);
/// Verifies a whole data folder offline: every leaf, every root, every event readable.
int verify(const std::filesystem::path& data);
/// Prints the canonical dump of every workspace after replay.
int dump(const std::filesystem::path& data);
/// Says what the settings come to and whether the machine can run it.
int doctor(const ServeOptions&);

}  // namespace vs::app
