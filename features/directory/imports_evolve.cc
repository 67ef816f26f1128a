#include "features/directory/imports.h"

namespace vs::directory {

void on(State& s, const ImportPreviewed& e, const Meta& m) {
  auto& import = s.imports[e.import];
  import.id = e.import;
  import.kind = e.kind;
  import.file_name = e.file_name;
  import.columns = e.columns;
  import.mapping = e.mapping;
  import.problems = e.problems;
  import.counts = e.counts;
  import.csv = e.csv;
  import.created_at = m.at;
  import.by = m.actor.person();
  import.version = m.sequence;
}

void on(State& s, const ImportApplied& e, const Meta& m) {
  const auto it = s.imports.find(e.import);
  if (it == s.imports.end()) return;
  auto& import = it->second;
  import.status = ImportStatus::applied;
  import.mapping = e.mapping;
  import.problems = e.problems;
  import.counts = e.counts;
  import.csv = {};
  import.applied_sequence = m.sequence;
  import.version = m.sequence;
  for (const auto& [value, replacement] : e.repairs) s.repairs[import.kind][value] = replacement;
}

void on(State& s, const ImportUndone& e, const Meta& m) {
  const auto it = s.imports.find(e.import);
  if (it == s.imports.end()) return;
  it->second.status = ImportStatus::undone;
  it->second.counts.kept = e.kept;
  it->second.version = m.sequence;
}

}  // namespace vs::directory
