// Keep-alive HTTP clients in this process: each sends a request, waits for the whole answer, sends the next.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/measure.h"

namespace vs::bench {

struct Load {
  Samples times;
  std::size_t answers = 0, failures = 0, bytes = 0;
  double seconds = 0;
  std::string first;  ///< the first answer's body
  double per_second() const { return seconds > 0 ? double(answers) / seconds : 0; }
};

/// `clients` connections to 127.0.0.1:port for `seconds`, taking turns through the requests (whole HTTP texts).
Load drive(std::uint16_t port, std::size_t clients, double seconds, const std::vector<std::string>& requests);

/// The text of a GET with the token.
std::string get_text(const std::string& target, const std::string& token);

}  // namespace vs::bench
