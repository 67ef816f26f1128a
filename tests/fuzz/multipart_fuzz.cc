// Forms that carry files: the first line is the content type, the rest the body.
#include "app/multipart.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  const auto line = std::min(text.find('\n'), text.size());
  const std::string type(text.substr(0, line)), body(text.substr(std::min(line + 1, text.size())));
  const auto read = app::read_multipart(type, body);
  if (!read) return 0;
  std::size_t bytes = 0;
  for (const auto& [name, value] : read->fields) bytes += value.size();
  for (const auto& file : read->files) {
    fuzz::must(!file.bytes.empty() || !file.name.empty(), "files that were left empty are not there");
    bytes += file.bytes.size();
  }
  fuzz::must(bytes <= body.size(), "nothing comes out that was not put in");
  return 0;
}
