// An import as it stands in state: what was found in the file, what was made of it, and what it replaced.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "features/directory/records.h"

namespace vs::directory {

enum class ImportKind { accounts, contacts, deals, products, sellers, references };
BOOST_DESCRIBE_ENUM(ImportKind, accounts, contacts, deals, products, sellers, references)

enum class ImportStatus { previewed, applying, applied, failed, cancelled, undone };
BOOST_DESCRIBE_ENUM(ImportStatus, previewed, applying, applied, failed, cancelled, undone)

enum class Severity { note, warning, error };
BOOST_DESCRIBE_ENUM(Severity, note, warning, error)

/// Something in the file that a person should know of: one line per distinct value of a column.
struct Problem {
  std::uint64_t row = 0;      ///< line of the table where it is first seen; the header is row 1
  std::string column, value;  ///< `value` is "" where it would be about a person
  std::string code, message;
  std::optional<std::string> repair;  ///< proposed replacement of the value
  Severity severity = Severity::warning;
  std::uint64_t count = 1;          ///< rows concerned
  std::vector<std::uint64_t> rows;  ///< the first of them
};
BOOST_DESCRIBE_STRUCT(Problem, (), (row, column, value, code, message, repair, severity, count, rows))

/// What an import did, or would do.
struct Counts {
  std::uint64_t rows = 0, created = 0, updated = 0, unchanged = 0, skipped = 0;
  std::uint64_t kept = 0;  ///< records that an undo left alone, because they are in use or changed since
};
BOOST_DESCRIBE_STRUCT(Counts, (), (rows, created, updated, unchanged, skipped, kept))

/// What one import did to the records of one kind.
template <class R>
struct Trace {
  std::set<std::string> created;
  std::map<std::string, R> before;  ///< records that it changed, as they were
};

class ImportRun;

/// How far applying a long file has come; it goes on in slices from here, also after a restart.
struct Applying {
  std::uint64_t since = 0;                     ///< sequence of its start: one import at a time, the oldest first
  std::uint64_t done = 0;                      ///< rows behind it
  std::map<std::string, std::string> repairs;  ///< that the whole file makes, as `field:value` → replacement
  Personal chosen;                             ///< those asked for, as JSON; they may name people
  bool accept_all = false;
  std::vector<std::uint64_t> unusable;  ///< rows that could not be applied, counted from 0
};

struct Import {
  std::string id;
  ImportKind kind{};
  std::string file_name;
  ImportStatus status = ImportStatus::previewed;
  std::vector<std::string> columns;
  std::map<std::string, std::string> mapping;  ///< column → field; "" leaves the column out
  std::vector<Problem> problems;
  Counts counts;
  Personal csv;  ///< the file itself, until it is applied
  Applying applying;
  std::string failure;  ///< code of what stopped it
  Trace<Account> accounts;
  Trace<Contact> contacts;
  Trace<Deal> deals;
  Trace<Product> products;
  Trace<Seller> sellers;
  std::map<std::string, std::uint64_t> versions;  ///< record → sequence of the last that this import said of it
  Instant created_at;
  std::string by, applied_by;
  std::uint64_t version = 0;
  /// The file as read for the next slice. It follows from what is above and is made anew where it is missing; only
  /// the writer, alone in here, uses it.
  mutable std::shared_ptr<ImportRun> run;
};

}  // namespace vs::directory
