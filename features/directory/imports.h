// Imports of CSV files: previewed, then applied – long ones in slices –, and undone as a whole (DIR-02).
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
  std::optional<Personal> called;  ///< what the file is called; in `file_name` before such names were sealed
};
BOOST_DESCRIBE_STRUCT(ImportPreviewed, (), (import, kind, file_name, columns, mapping, problems, counts, csv, called))

/// A file too long for one command begins to be applied: its records follow, slice by slice.
struct ImportApplyStarted {
  static constexpr std::string_view type = "import.apply_started";
  using Of = State;
  std::string import;
  std::map<std::string, std::string> mapping, repairs;
  Personal chosen;  ///< repairs asked for, as JSON: they may name people
  bool accept_all = false;
  std::vector<Problem> problems;
  std::uint64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(ImportApplyStarted, (), (import, mapping, repairs, chosen, accept_all, problems, rows))

/// Ends every slice but the last; follows the events of the records, in the same transaction.
struct ImportProgressed {
  static constexpr std::string_view type = "import.progressed";
  using Of = State;
  std::string import;
  std::uint64_t done = 0;
  Counts counts;                        ///< so far
  std::vector<std::uint64_t> unusable;  ///< rows of this slice that could not be applied, counted from 0
};
BOOST_DESCRIBE_STRUCT(ImportProgressed, (), (import, done, counts, unusable))

/// Applying cannot go on; what was imported so far stays until it is undone.
struct ImportFailed {
  static constexpr std::string_view type = "import.failed";
  using Of = State;
  std::string import, reason;  ///< a code
};
BOOST_DESCRIBE_STRUCT(ImportFailed, (), (import, reason))

/// Somebody stopped applying; what was imported so far stays until it is undone.
struct ImportCancelled {
  static constexpr std::string_view type = "import.cancelled";
  using Of = State;
  std::string import;
};
BOOST_DESCRIBE_STRUCT(ImportCancelled, (), (import))

/// The whole file is applied. Follows the events of the records: all of them in the same decision, or the last.
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
void on(State&, const ImportApplyStarted&, const Meta&);
void on(State&, const ImportProgressed&, const Meta&);
void on(State&, const ImportFailed&, const Meta&);
void on(State&, const ImportCancelled&, const Meta&);
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

struct CancelImport {};
BOOST_DESCRIBE_STRUCT(CancelImport, (), ())

struct UndoImport {};
BOOST_DESCRIBE_STRUCT(UndoImport, (), ())

Result<Decision> preview_import(const State&, const PreviewImport&, const Context&);
Result<Decision> apply_import(const State&, const ApplyImport&, const Context&);
Result<Decision> cancel_import(const State&, const CancelImport&, const Context&);
Result<Decision> undo_import(const State&, const UndoImport&, const Context&);
Result<void> can_apply(const State&, const Context&);
Result<void> can_cancel(const State&, const Context&);
Result<void> can_undo(const State&, const Context&);

/// The next rows of the import that is being applied; nothing when none is.
Events import_slice(const State&, const Context&);

// ---- Views.

/// Rows behind an import, of those in its file.
struct ImportProgress {
  std::uint64_t done = 0, total = 0;
};
BOOST_DESCRIBE_STRUCT(ImportProgress, (), (done, total))

struct ImportRow {
  std::string id;
  ImportKind kind{};
  std::string file_name;
  ImportStatus status{};
  Counts counts;  ///< so far, while it is being applied
  ImportProgress progress;
  Instant created_at;
  std::string by, by_name;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ImportRow, (), (id, kind, file_name, status, counts, progress, created_at, by, by_name, version))

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
  std::optional<std::string> reason;  ///< why it failed
};
BOOST_DESCRIBE_STRUCT(ImportItem, (ImportRow), (columns, mapping, fields, preview, problems, reason))

std::vector<ImportRow> import_rows(const State&, const people::State&, const Ask&);
Result<ImportItem> import_item(const State&, const people::State&, const Ask&);

}  // namespace vs::directory
