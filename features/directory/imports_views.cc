#include "features/directory/csv_table.h"
#include "features/directory/imports.h"
#include "features/directory/layouts.h"

namespace vs::directory {
namespace {

constexpr std::size_t preview_rows = 20;

void fill(ImportRow& row, const Import& import, const people::State& staff) {
  row.id = import.id;
  row.kind = import.kind;
  row.file_name = import.file_name;
  row.status = import.status;
  row.counts = import.counts;
  row.progress = {import.applying.done, import.counts.rows};
  row.created_at = import.created_at;
  row.by = import.by;
  row.by_name = people::name_of(staff, import.by);
  row.version = import.version;
}

// The first rows; those about people only for roles that may see contact details.
std::vector<std::vector<std::string>> preview_of(const Import& import, const Ask& ask) {
  const bool about_people = import.kind == ImportKind::contacts;
  if (import.status != ImportStatus::previewed || import.csv.words().empty()) return {};
  if (about_people && !may_see_contact_details(ask.roles)) return {};
  auto table = read_table(import.csv.words());
  if (!table) return {};
  table->rows.resize(std::min(table->rows.size(), preview_rows));
  return std::move(table->rows);
}

std::optional<std::string> why_failed(const Import& import) {
  if (import.status != ImportStatus::failed) return {};
  if (import.failure == "file_gone") return "The file was erased before all of its rows were in.";
  if (import.failure == "internal_error") return "Something is wrong on our side; tell the administrator.";
  return "The file can no longer be read as it was when it was checked.";
}

}  // namespace

std::vector<ImportRow> import_rows(const State& s, const people::State& staff, const Ask&) {
  std::vector<ImportRow> rows;
  for (const auto& [id, import] : s.imports) fill(rows.emplace_back(), import, staff);
  return rows;
}

Result<ImportItem> import_item(const State& s, const people::State& staff, const Ask& ask) {
  const auto it = s.imports.find(ask.id);
  if (it == s.imports.end()) return refuse(RefusalKind::not_found, "not_found", "There is no such import.");
  ImportItem item;
  fill(item, it->second, staff);
  item.columns = it->second.columns;
  item.mapping = it->second.mapping;
  for (const auto* field : fields_of(it->second.kind)) item.fields.push_back({field->name, field->personal});
  item.preview = preview_of(it->second, ask);
  item.problems = it->second.problems;
  item.reason = why_failed(it->second);
  return item;
}

}  // namespace vs::directory
