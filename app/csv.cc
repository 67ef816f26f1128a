#include "app/csv.h"

#include <csv.h>

#include <string_view>

namespace vs::app {

std::string harmless(const std::string& cell) {
  // The full-width signs are folded to plain ones by some programs.
  static constexpr std::string_view wide[] = {"＝", "＋", "－", "＠"};
  const bool plain = cell.empty() || std::string_view("=+-@\t\r\n").find(cell.front()) == std::string_view::npos;
  bool formula = !plain;
  for (const auto sign : wide) formula = formula || std::string_view(cell).starts_with(sign);
  return formula ? "'" + cell : cell;
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& each : cells) {
    const auto cell = harmless(each);
    const auto begin = line.size() + (line.empty() ? 0 : 1);
    if (!line.empty()) line += ',';
    line.resize(begin + ::csv_write(nullptr, 0, cell.data(), cell.size()));
    ::csv_write(line.data() + begin, line.size() - begin, cell.data(), cell.size());
  }
  return line + "\r\n";
}

std::string csv_begin(const std::vector<std::string>& names) {
  return "\xEF\xBB\xBF" + csv_line(names);
}

}  // namespace vs::app
