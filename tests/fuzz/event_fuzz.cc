// Stored events of every type: the first line is the type, the rest its data. What is read and written is read and
// written again as the same bytes. Starts from the examples in tests/golden.
#include <map>

#include "tests/fuzz/stored.h"
#include "tests/fuzz/tree.h"

using namespace vs;

namespace {

const fuzz::Stored* known(std::string_view type) {
  static const auto all = [] {
    std::map<std::string_view, fuzz::Stored> found;
    for (const auto& each : fuzz::stored_events()) found.emplace(each.type, each);
    fuzz::must(found.size() > 150, "the lists of the modules are all there");
    return found;
  }();
  const auto it = all.find(type);
  return it == all.end() ? nullptr : &it->second;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  const auto line = fuzz::text_of(data, size).find('\n');
  return fuzz::mutate_tree(data, size, most, seed, line == std::string_view::npos ? size + 1 : line + 1);
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  const auto line = std::min(text.find('\n'), text.size());
  const auto* event = known(text.substr(0, line));
  if (!event) return 0;
  const auto value = json::parse(text.substr(std::min(line + 1, text.size())));
  const auto once = value ? event->again(*value) : std::nullopt;
  if (!once) return 0;
  const auto stored = json::parse(*once);
  fuzz::must(stored.has_value(), "a written event is JSON");
  fuzz::must(event->again(*stored) == once, "an event written again is the same, byte for byte");
  return 0;
}
