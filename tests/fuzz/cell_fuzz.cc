// Cells of an imported file as the fields they are mapped to. The first byte says which kind of file and whether
// repairs are taken; a line of repairs (column:value=replacement), then the file.
#include <cmath>

#include "features/directory/import_reader.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;
using namespace vs::directory;

namespace {

void read_row(Reader& reader, ImportKind kind) {
  for (const auto* field : directory::fields_of(kind)) {
    fuzz::must(reader.text(field->name).size() <= 4096, "a text is no longer than what was sent");
    reader.foreign_id(field->name);
    const bool dated = std::string_view(field->name).ends_with("_on");
    if (const auto date = dated ? reader.date(field->name) : std::nullopt)
      fuzz::must(date->vj_str().size() == 10, "a day is one of our time");
    if (const auto number = reader.number(field->name))
      fuzz::must(std::isfinite(*number) && std::abs(*number) < 1e12, "a number is one that can be reckoned with");
    if (const auto whole = reader.whole(field->name, 100)) fuzz::must(*whole >= 0, "a count is not below zero");
    reader.proposal(field->name, reader.text(field->name), {"Manufacturing", "Energy", "Retail"});
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const auto kind = static_cast<ImportKind>(data[0] % 6);
  const auto text = fuzz::text_of(data + 1, size - 1);
  const auto line = text.substr(0, text.find('\n'));
  const auto decoded = directory::decoded(text.substr(std::min(line.size() + 1, text.size())));
  const auto table = decoded ? read_table(*decoded) : std::unexpected(Refusal{});
  if (!table) return 0;
  Choices choices;
  choices.mapping = guess_mapping(kind, *table);
  choices.accept_all = data[0] & 0x80;
  if (const auto equals = line.find('='); equals != line.npos)
    choices.repairs[std::string(line.substr(0, equals))] = line.substr(equals + 1);
  Reader reader(kind, *table, choices);
  for (std::size_t row = 0; row < reader.rows(); ++row) {
    reader.go_to(row);
    read_row(reader, kind);
  }
  fuzz::must(reader.problems().size() <= 500, "problems are counted, not listed for ever");
  return 0;
}
