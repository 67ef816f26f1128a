// Evidence packs from anywhere: no more comes out than is allowed, and what we pack is what we unpack.
#include "app/unzip.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t most = 64 * 1024;
  const std::string bytes(fuzz::text_of(data, size));
  if (const auto entries = app::unzip(bytes, most)) {
    std::size_t total = 0;
    for (const auto& entry : *entries) total += entry.bytes.size();
    fuzz::must(total <= most, "no more comes out than is allowed");
  }
  if (size % 8 != 0) return 0;  // packing takes its time
  const auto entries = app::unzip(app::zip({{"record.json", bytes}}, {}), most);
  fuzz::must(
      entries && entries->size() == 1 && entries->front().name == "record.json" && entries->front().bytes == bytes,
      "what was packed is unpacked");
  return 0;
}
