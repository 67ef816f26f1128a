// Reads the cells of a table as the fields they are mapped to, and collects what is wrong with them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "features/directory/csv_table.h"
#include "features/directory/import_record.h"
#include "features/directory/layouts.h"

namespace vs::directory {

/// What the person decided about the file. A repair is keyed by `column:value`, `field:value` or `code:value`.
struct Choices {
  std::map<std::string, std::string> mapping;
  std::map<std::string, std::string> repairs;
  bool accept_all = false;
};

/// What may be wrong with a value.
struct Finding {
  const char* code;
  std::string message;
  Severity severity = Severity::warning;
  std::optional<std::string> repair = {};
};

/// A value as it is quoted in a sentence: never longer than a line.
std::string quoted(std::string_view value);

class Reader {
 public:
  Reader(ImportKind kind, const Table& table, const Choices& choices);

  std::size_t rows() const { return table_.rows.size(); }
  /// Moves to a row, counted from 0.
  void go_to(std::size_t row) { row_ = row; }
  bool maps(std::string_view field) const { return columns_.contains(field); }
  /// The cell of the field in this row, after repairs that name its value; "" where nothing is mapped.
  std::string text(std::string_view field);
  /// A foreign id: the first where several are listed, Salesforce ids with all their characters.
  std::string foreign_id(std::string_view field);
  std::optional<Date> date(std::string_view field);
  std::optional<double> number(std::string_view field);
  std::optional<std::int64_t> whole(std::string_view field, double times = 1);

  /// Reports the value; its replacement when the person chose one.
  std::optional<std::string> settle(std::string_view field, const std::string& value, Finding finding);
  /// The nearest of the known words, remembered per value.
  std::optional<std::string> proposal(std::string_view field, const std::string& value,
                                      const std::vector<std::string>& known);
  /// Repairs that were made, as `field:value` → replacement; none of them about people.
  const std::map<std::string, std::string>& repaired() const { return repaired_; }
  /// Everything found so far, the most frequent errors first; at most 500.
  std::vector<Problem> problems() const;

 private:
  void settle_date_patterns();
  std::string repaired(std::string_view field, const std::string& value, const std::string& replacement);
  std::optional<Date> dated(std::string_view field, const std::string& value);

  const Table& table_;
  const Choices& choices_;
  std::map<std::string, std::size_t, std::less<>> columns_;   // field → column
  std::map<std::string, std::string, std::less<>> patterns_;  // field → pattern of its dates
  std::map<std::string, bool, std::less<>> personal_;
  std::unordered_map<std::string, std::optional<Date>> dates_;
  std::unordered_map<std::string, std::optional<std::string>> proposals_;
  std::unordered_map<std::string, std::size_t> found_;
  std::vector<Problem> problems_;
  std::map<std::string, std::string> repaired_;
  std::size_t row_ = 0;
};

}  // namespace vs::directory
