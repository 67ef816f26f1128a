// Imports of CSV files: previewed, then applied as a whole, and undone as a whole (DIR-02).
#pragma once

#include <string>
#include <vector>

#include "features/directory/directory.h"
#include "features/people/people.h"
#include "kernel/ask.h"

namespace vs::directory {

// ---- Events: stored for ever. The file itself is kept as words of `import:<id>`, for it names people.

struct ImportPreviewed {
  static constexpr std::string_view type = "import.previewed";
  using Of = State;
  std::string import;
  ImportKind kind{};
  std::string file_name;
  std::vector<std::string> columns;
  std::map<std::string, std::string> mapping;
  std::vector<Problem> problems;
  Counts counts;
  Personal csv;
};
BOOST_DESCRIBE_STRUCT(ImportPreviewed, (), (import, kind, file_name, columns, mapping, problems, counts, csv))

/// Follows the events of the records, in the same decision.
struct ImportApplied {
  static constexpr std::string_view type = "import.applied";
  using Of = State;
  std::string import;
  std::map<std::string, std::string> mapping, repairs;
  std::vector<Problem> problems;
  Counts counts;
};
BOOST_DESCRIBE_STRUCT(ImportApplied, (), (import, mapping, repairs, problems, counts))

/// Follows the events of the records, in the same decision.
struct ImportUndone {
  static constexpr std::string_view type = "import.undone";
  using Of = State;
  std::string import;
  std::uint64_t kept = 0;
};
BOOST_DESCRIBE_STRUCT(ImportUndone, (), (import, kept))

void on(State&, const ImportPreviewed&, const Meta&);
void on(State&, const ImportApplied&, const Meta&);
void on(State&, const ImportUndone&, const Meta&);

// ---- Commands.

/// The text of a file of up to 8 MB; `base64:…` for files that are not UTF-8.
struct CsvText {
  std::string text;
  std::string vj_str() const { return text; }
  static std::optional<CsvText> vj_parse(std::string_view);
};

struct PreviewImport {
  ImportKind kind{};
  CsvText csv;
  std::map<std::string, std::string> mapping;  ///< column → field; what is absent is guessed
  std::optional<std::string> file_name;
};
BOOST_DESCRIBE_STRUCT(PreviewImport, (), (kind, csv, mapping, file_name))

/// `repairs`: `column:value`, `field:value` or `code:value` → replacement.
struct ApplyImport {
  std::map<std::string, std::string> mapping, repairs;
  std::optional<bool> accept_all;
};
BOOST_DESCRIBE_STRUCT(ApplyImport, (), (mapping, repairs, accept_all))

struct UndoImport {};
BOOST_DESCRIBE_STRUCT(UndoImport, (), ())

Result<Decision> preview_import(const State&, const PreviewImport&, const Context&);
Result<Decision> apply_import(const State&, const ApplyImport&, const Context&);
Result<Decision> undo_import(const State&, const UndoImport&, const Context&);
Result<void> can_apply(const State&, const Context&);
Result<void> can_undo(const State&, const Context&);

// ---- Views.

struct ImportRow {
  std::string id;
  ImportKind kind{};
  std::string file_name;
  ImportStatus status{};
  Counts counts;
  Instant created_at;
  std::string by, by_name;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ImportRow, (), (id, kind, file_name, status, counts, created_at, by, by_name, version))

/// A field that columns may be mapped to.
struct FieldRow {
  std::string name;
  bool personal = false;
};
BOOST_DESCRIBE_STRUCT(FieldRow, (), (name, personal))

struct ImportItem : ImportRow {
  std::vector<std::string> columns;
  std::map<std::string, std::string> mapping;
  std::vector<FieldRow> fields;
  std::vector<std::vector<std::string>> preview;  ///< the first rows, until the import is applied
  std::vector<Problem> problems;
};
BOOST_DESCRIBE_STRUCT(ImportItem, (ImportRow), (columns, mapping, fields, preview, problems))

std::vector<ImportRow> import_rows(const State&, const people::State&, const Ask&);
Result<ImportItem> import_item(const State&, const people::State&, const Ask&);

}  // namespace vs::directory
