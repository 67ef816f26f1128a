#include "features/directory/csv_table.h"

#include <csv.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "features/directory/keys.h"

namespace vs::directory {
namespace {

constexpr std::size_t columns_max = 200, rows_max = 50'000, cell_max = 32 * 1024;

// What libcsv reports while it reads.
struct Reading {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::size_t line = 1, row_line = 1;
  Reasons reasons;
  bool hopeless = false;  // no use to read on

  void refuse(const char* code, std::string message, std::string remedy) {
    reasons.add({code, "csv", std::move(message), std::move(remedy)});
    hopeless = true;
  }
  void cell(std::string_view text) {
    if (text.size() > cell_max)
      refuse("cell_too_long", "Line " + std::to_string(line) + " has a cell of more than 32 kB.", "Shorten that cell.");
    else if (row.size() <= columns_max) row.emplace_back(text);
  }
  void end_of_row() {
    if (row.size() > columns_max)
      refuse("too_many_columns", "Line " + std::to_string(row_line) + " has more than 200 columns.",
             "Leave out the columns that are not needed.");
    else if (rows.size() > rows_max)
      refuse("too_many_rows", "The file has more than 50,000 rows.", "Split it into several files.");
    else rows.push_back(std::move(row));
    row.clear();
  }
};

char separator_of(std::string_view text) {
  const auto line = text.substr(0, text.find_first_of("\r\n"));
  std::map<char, int> seen;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == ',' || c == ';' || c == '\t')) ++seen[c];
  }
  char best = ',';
  for (const auto& [c, n] : seen)
    if (n > seen[best]) best = c;
  return best;
}

void broken_quotes(Reading& reading, std::size_t line) {
  reading.refuse("broken_quotes", "Line " + std::to_string(line) + " has a quotation mark out of place.",
                 "Write a quotation mark inside a cell twice, and put the cell between quotation marks.");
}

// Fed line by line, so that what is wrong is found by its line.
void parse(std::string_view text, csv_parser& parser, Reading& reading) {
  const auto on_cell = [](void* data, std::size_t size, void* to) {
    static_cast<Reading*>(to)->cell({static_cast<const char*>(data), size});
  };
  const auto on_row = [](int, void* to) { static_cast<Reading*>(to)->end_of_row(); };
  csv_set_delim(&parser, static_cast<unsigned char>(separator_of(text)));
  while (!text.empty() && !reading.hopeless) {
    const auto line = text.substr(0, text.find('\n') == text.npos ? text.npos : text.find('\n') + 1);
    const auto rows_before = reading.rows.size();
    if (csv_parse(&parser, line.data(), line.size(), on_cell, on_row, &reading) != line.size())
      return broken_quotes(reading, reading.line);
    ++reading.line;
    if (reading.rows.size() != rows_before) reading.row_line = reading.line;
    text.remove_prefix(line.size());
  }
  if (!reading.hopeless && csv_fini(&parser, on_cell, on_row, &reading) != 0) broken_quotes(reading, reading.row_line);
}

// A report's last lines say who made it and when: single cells under a wide table.
void drop_footer(std::vector<std::vector<std::string>>& rows, std::size_t width) {
  while (width >= 3 && !rows.empty() && rows.back().size() == 1) rows.pop_back();
}

void check_columns(std::vector<std::string>& columns, Reading& reading) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].empty()) columns[i] = "Column " + std::to_string(i + 1);
    if (!names.insert(plain_name(columns[i])).second)
      reading.reasons.add({"repeated_column", "csv", "Two columns are called '" + columns[i].substr(0, 100) + "'.",
                           "Give each column a name of its own."});
  }
}

}  // namespace

Result<Table> read_table(std::string_view utf8) {
  csv_parser parser{};
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    return refuse(RefusalKind::busy, "busy", "The file cannot be read just now.", "Try again.");
  const std::unique_ptr<csv_parser, void (*)(csv_parser*)> freed(&parser, csv_free);
  Reading reading;
  parse(utf8, parser, reading);
  Table table;
  if (!reading.rows.empty()) {
    table.columns = std::move(reading.rows.front());
    reading.rows.erase(reading.rows.begin());
  }
  drop_footer(reading.rows, table.columns.size());
  table.rows = std::move(reading.rows);
  for (auto& row : table.rows) row.resize(std::max(row.size(), table.columns.size()));
  check_columns(table.columns, reading);
  if (!reading.hopeless)
    reading.reasons.expect(!table.rows.empty(), "empty_file", "csv", "The file has no rows below its header.",
                           "Export it again with its rows.");
  if (!reading.reasons.empty()) return reading.reasons.refuse();
  return table;
}

}  // namespace vs::directory
