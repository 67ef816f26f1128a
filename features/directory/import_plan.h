// What an import would do: the events of every row, counted, with everything found on the way.
#pragma once

#include "features/directory/directory.h"
#include "features/directory/import_reader.h"

namespace vs::directory {

struct Plan {
  Events events;
  Counts counts;
  std::vector<Problem> problems;
  std::map<std::string, std::string> repairs;  ///< those made, as `field:value` → replacement
};

/// Obstacles of a mapping: unknown columns or fields, fields used twice, no column to tell records apart.
void check_mapping(ImportKind, const Table&, const std::map<std::string, std::string>& mapping, Reasons&);

/// Plans all rows of the table; with the same inputs always the same. Of the import, its id and kind matter.
Plan plan_import(const State&, const Import&, Table, Choices);

}  // namespace vs::directory
