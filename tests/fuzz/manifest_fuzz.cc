// What stands beside a backup: it names a file of its own folder and nothing elsewhere.
#include "app/backup_parts.h"
#include "tests/fuzz/tree.h"

using namespace vs;

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  return fuzz::mutate_tree(data, size, most, seed, 0);
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto manifest = app::read_manifest(std::string(fuzz::text_of(data, size)), "full.json");
    fuzz::must(manifest.file.find('/') == std::string::npos, "its file lies beside it");
    const auto text = json::to_text(manifest);
    fuzz::must(json::to_text(app::read_manifest(text, "full.json")) == text, "written again it is the same");
  } catch (const ledger::StoreFailure&) {
  }
  return 0;
}
