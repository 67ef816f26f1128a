// A CSV file as a table of UTF-8 text, whatever program and country it comes from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace vs::directory {

struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< as many cells as columns, or more where the file has more
};

/// The text of the file in UTF-8: by its byte order mark, else UTF-8, else Windows-1252 or Latin-1.
Result<std::string> decoded(std::string_view bytes);

/// Reads RFC 4180 with commas, semicolons or tabs. Refused, with line numbers: broken quotes, more than
/// 200 columns, 50,000 rows or 32 kB in a cell, columns without a name of their own.
Result<Table> read_table(std::string_view utf8);

}  // namespace vs::directory
