#include "bench/bench.h"

#include <cstdio>
#include <map>

namespace vs::bench {

int run(const std::string& name, const Options& options) {
  using Measure = std::string (*)(const Options&);
  static const std::map<std::string, Measure> measures{{"commands", &commands}, {"http", &http},   {"match", &match},
                                                       {"replay", &replay},     {"proof", &proof}, {"load", &load}};
  const auto it = measures.find(name);
  if (it == measures.end()) {
    std::fprintf(stderr, "There is no measure '%s'; there are commands, http, match, replay, proof and load.\n",
                 name.c_str());
    return 2;
  }
  std::printf("%s\n", it->second(options).c_str());
  return 0;
}

}  // namespace vs::bench
