// Writing CSV (RFC 4180) that people open in spreadsheets.
#pragma once

#include <string>
#include <vector>

namespace vs::app {

/// A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front.
std::string harmless(const std::string& cell);
/// One line with its end; every cell quoted.
std::string csv_line(const std::vector<std::string>& cells);
/// The mark by which spreadsheets know UTF-8, and the line of names.
std::string csv_begin(const std::vector<std::string>& names);

}  // namespace vs::app
