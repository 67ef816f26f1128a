#include "features/directory/import_plan.h"

#include <algorithm>

#include "features/directory/import_run.h"

namespace vs::directory {

void check_mapping(ImportKind kind, const Table& table, const std::map<std::string, std::string>& mapping,
                   Reasons& reasons) {
  std::set<std::string> used;
  for (const auto& [column, field] : mapping) {
    const auto at = "mapping." + column;
    reasons.expect(std::ranges::find(table.columns, column) != table.columns.end(), "unknown_column", at,
                   "The file has no such column.", "Use the names in its first line.");
    if (field.empty()) continue;
    reasons.expect(field_named(kind, field), "unknown_field", at, "There is no such field.",
                   "Choose one of those listed.");
    reasons.expect(used.insert(field).second, "field_twice", at, "Two columns cannot fill the same field.",
                   "Leave one of them out.");
  }
  const auto any = [&](std::initializer_list<const char*> names) {
    return std::ranges::any_of(names, [&](const char* name) { return used.contains(name); });
  };
  const bool enough = kind == ImportKind::contacts ? any({"name", "last_name", "first_name"})
                      : kind == ImportKind::deals  ? any({"external_id", "name"})
                                                   : any({"name"});
  reasons.expect(enough, "missing_column", "mapping", "No column says what each row is about.",
                 "Choose the column that holds the name or, for deals, the id.");
}

Plan plan_import(const State& state, const Import& import, Table table, Choices choices) {
  ImportRun run(state, import, std::move(table), std::move(choices));
  auto piece = run.piece(state, import, 0, run.rows());
  run.report_ignored();
  return {std::move(piece.events), piece.counts, run.findings().problems(), run.findings().repaired()};
}

}  // namespace vs::directory
