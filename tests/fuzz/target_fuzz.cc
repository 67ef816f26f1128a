// The head of a request, its target and query: what is cut off is a whole head, and is found again.
#include <boost/url.hpp>

#include "http/head.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fuzz::text_of(data, size);
  const auto head = http::head_of(bytes);
  if (head == http::Head::whole) {
    const auto end = bytes.find("\r\n\r\n");
    fuzz::must(end != bytes.npos, "a whole head ends with an empty line");
    fuzz::must(http::head_of(bytes.substr(0, end + 4)) == http::Head::whole, "what follows it does not matter");
    for (std::size_t n = 0; n < end + 4; ++n)
      fuzz::must(http::head_of(bytes.substr(0, n)) != http::Head::whole, "and no beginning of it is whole");
  }
  const auto target = http::target_of(bytes);
  fuzz::must(target.size() <= bytes.size(), "a target lies within its head");
  if (target.empty()) return 0;  // refused before it is taken apart
  if (const auto url = boost::urls::parse_origin_form(target)) {
    const std::string path = url->path();
    for (const auto& parameter : url->params()) fuzz::must(parameter.key.size() <= size, "a key lies within its query");
  }
  return 0;
}
