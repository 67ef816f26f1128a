// Which column of a file is which field: the header words of Salesforce, HubSpot and plain exports.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "features/directory/csv_table.h"
#include "features/directory/import_record.h"

namespace vs::directory {

/// A field that a column may be mapped to.
struct Field {
  ImportKind kind{};
  const char* name;
  bool personal;        ///< its values are words about people
  const char* aliases;  ///< header words as letters_of() writes them, parted by spaces; the best first
};

/// All fields of a kind.
std::vector<const Field*> fields_of(ImportKind);
/// The field of that name, or null.
const Field* field_named(ImportKind, std::string_view name);
/// Columns that only repeat what other columns say, such as quarters of dates.
bool repeats_others(std::string_view column);

/// Guesses column → field ("" where none fits); no field is used twice.
std::map<std::string, std::string> guess_mapping(ImportKind, const Table&);

/// Salesforce ids come with 15 or 18 characters; this is the one with 18. Other ids stay as they are.
std::string whole_salesforce_id(std::string id);

}  // namespace vs::directory
