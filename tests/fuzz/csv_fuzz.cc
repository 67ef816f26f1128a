// CSV files of any program and country.
#include "features/directory/csv_table.h"
#include "kernel/text.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

namespace {

std::string quoted(const std::string& cell) {
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string out;
  for (const auto& cell : cells) out += (out.empty() ? "" : ",") + quoted(cell);
  return out + "\r\n";
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = directory::decoded(fuzz::text_of(data, size));
  if (!text) return 0;
  fuzz::must(valid_utf8(*text), "what was decoded is UTF-8");
  const auto table = directory::read_table(*text);
  if (!table) return 0;
  fuzz::must(!table->columns.empty() && table->columns.size() <= 200, "a table has columns, not too many");
  std::string written = line_of(table->columns);
  for (const auto& row : table->rows) written += line_of(row);
  const auto again = directory::read_table(written);
  fuzz::must(again.has_value(), "a table written again is read");
  fuzz::must(again->columns == table->columns && again->rows == table->rows, "and is the same");
  return 0;
}
