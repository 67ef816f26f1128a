// `vouchsafe bench NAME`: how fast the product is, each figure beside the machine's own limit for the same work,
// measured in the same run. README.md says what was measured and why it came out so.
#pragma once

#include <filesystem>
#include <string>

namespace vs::bench {

struct Options {
  std::size_t size = 0;        ///< of the data; 0: what the measure usually takes
  double seconds = 3;          ///< of each timed part
  std::filesystem::path from;  ///< `load`: folder of generated tables
  std::filesystem::path data;  ///< `load`: data folder to make
};

/// Runs one measure (commands, http, match, replay, proof) and prints one JSON object; `load` fills a data folder for
/// the comparison with other programs. Returns the exit code.
int run(const std::string& name, const Options&);

/// The measures; each returns its JSON object.
std::string commands(const Options&);
std::string http(const Options&);
std::string match(const Options&);
std::string replay(const Options&);
std::string proof(const Options&);
std::string load(const Options&);

}  // namespace vs::bench
