#include "ledger/sqlite/foreign.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <tuple>

#include "ledger/sqlite/db.h"
#include "ledger/sqlite/schema.h"

namespace vs::ledger::sqlite {
namespace {

namespace fs = std::filesystem;

// Steps of SQLite's machine. Our own schema takes some hundreds; pages in a ring would be read for ever.
constexpr int schema_steps_most = 100'000;

struct Made {
  std::string type, name, table, sql;
  friend auto operator<=>(const Made&, const Made&) = default;
};
using Schema = std::set<Made>;

// The same statement, however its lines were broken when it was carried out.
std::string in_one_line(const std::string& sql) {
  std::string out;
  for (const char c : sql) {
    const bool space = c == ' ' || c == '\n';
    if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : c;
  }
  return out;
}

Schema schema_of(Db& db) {
  Schema out;
  Statement all(db, "SELECT type, name, tbl_name, sql FROM sqlite_master");
  while (all.step()) out.insert({all.text(0), all.text(1), all.text(2), in_one_line(all.text(3))});
  return out;
}

Schema made_of(std::initializer_list<const char*> schemas) {
  Db db(":memory:", Use::copy);
  for (const auto* schema : schemas) db.run(schema);
  return schema_of(db);
}

const Schema& ours(Holds holds) {
  static const auto of_ledger = made_of({store_schema, link_schema, copy_schema});
  static const auto of_keys = made_of({key_schema, copy_schema});
  return holds == Holds::ledger ? of_ledger : of_keys;
}

[[noreturn]] void refuse(const fs::path& file, const std::string& why) {
  throw StoreFailure(file.filename().string() + " was not taken: " + why);
}

// SQLite would carry on with what a log or journal beside the file says.
void need_finished(const fs::path& file) {
  for (const char* beside : {"-wal", "-journal"}) {
    std::error_code none;
    if (fs::file_size(file.string() + beside, none) > 0 && !none)
      refuse(file, "whoever wrote it did not finish; a log lies beside it");
  }
  std::string head(20, '\0');
  std::ifstream(file, std::ios::binary).read(head.data(), std::streamsize(head.size()));
  const auto plain_version = [&](std::size_t at) { return head[at] == 1 || head[at] == 2; };
  if (!head.starts_with(std::string_view("SQLite format 3\0", 16)) || !plain_version(18) || !plain_version(19))
    refuse(file, "it is no database of this program");
}

// A file may leave tables out; of those that it has it must have all, and nothing of anybody else.
void need_schema(const Schema& found, const Schema& wanted, const fs::path& file) {
  std::set<std::string> tables;
  for (const auto& each : found) {
    if (!wanted.contains(each)) refuse(file, "it holds what no file of this program does: " + each.type);
    tables.insert(each.table);
  }
  for (const auto& each : wanted)
    if (tables.contains(each.table) && !found.contains(each)) refuse(file, "a part of a table is missing");
}

}  // namespace

void admit(const fs::path& file, Holds holds) {
  if (!fs::is_regular_file(file)) refuse(file, "it is not there");
  need_finished(file);
  Db db(read_only_address(file, "&immutable=1"), Use::foreign);
  sqlite3_progress_handler(db.raw(), schema_steps_most, [](void*) { return 1; }, nullptr);
  need_schema(schema_of(db), ours(holds), file);
  sqlite3_progress_handler(db.raw(), 0, nullptr, nullptr);
  Statement check(db, "PRAGMA quick_check(1)");
  if (!check.step() || check.text(0) != "ok") refuse(file, "it is damaged: " + check.text(0));
}

}  // namespace vs::ledger::sqlite
