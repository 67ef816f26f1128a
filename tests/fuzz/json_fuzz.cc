// Bodies of requests: what is read and written again is read as the same.
#include "kernel/json.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto value = json::parse(fuzz::text_of(data, size));
  if (!value) return 0;
  const auto text = json::to_text(*value);
  const auto again = json::parse(text);
  fuzz::must(again.has_value(), "written JSON is read again");
  fuzz::must(json::to_text(*again) == text, "written twice, the same bytes");
  return 0;
}
