#include "features/directory/imports.h"

namespace vs::directory {
namespace {

// Applying is over, one way or another: the file is forgotten.
Import* ended(State& s, const std::string& id, ImportStatus status, const Meta& m) {
  const auto it = s.imports.find(id);
  if (it == s.imports.end()) return nullptr;
  auto& import = it->second;
  s.applying.erase(import.applying.since);
  const auto done = import.applying.done;
  import.applying = {};
  import.applying.done = done;
  import.status = status;
  import.csv = {};
  import.run.reset();
  import.version = m.sequence;
  return &import;
}

}  // namespace

void on(State& s, const ImportPreviewed& e, const Meta& m) {
  auto& import = s.imports[e.import];
  import.id = e.import;
  import.kind = e.kind;
  import.file_name = e.called ? e.called->words() : e.file_name;
  import.columns = e.columns;
  import.mapping = e.mapping;
  import.problems = e.problems;
  import.counts = e.counts;
  import.csv = e.csv;
  import.created_at = m.at;
  import.by = m.actor.person();
  import.version = m.sequence;
}

void on(State& s, const ImportApplyStarted& e, const Meta& m) {
  const auto it = s.imports.find(e.import);
  if (it == s.imports.end()) return;
  auto& import = it->second;
  import.status = ImportStatus::applying;
  import.mapping = e.mapping;
  import.problems = e.problems;
  import.counts = {};
  import.counts.rows = e.rows;
  import.applying = {m.sequence, 0, e.repairs, e.chosen, e.accept_all, {}};
  import.applied_by = m.actor.person();
  import.version = m.sequence;
  s.applying[m.sequence] = import.id;
}

void on(State& s, const ImportProgressed& e, const Meta& m) {
  const auto it = s.imports.find(e.import);
  if (it == s.imports.end()) return;
  auto& import = it->second;
  import.applying.done = e.done;
  import.applying.unusable.insert(import.applying.unusable.end(), e.unusable.begin(), e.unusable.end());
  import.counts = e.counts;
  import.version = m.sequence;
}

void on(State& s, const ImportApplied& e, const Meta& m) {
  auto* import = ended(s, e.import, ImportStatus::applied, m);
  if (!import) return;
  import->mapping = e.mapping;
  import->problems = e.problems;
  import->counts = e.counts;
  import->applying.done = e.counts.rows;
  for (const auto& [value, replacement] : e.repairs) s.repairs[import->kind][value] = replacement;
}

void on(State& s, const ImportFailed& e, const Meta& m) {
  if (auto* import = ended(s, e.import, ImportStatus::failed, m)) import->failure = e.reason;
}

void on(State& s, const ImportCancelled& e, const Meta& m) {
  ended(s, e.import, ImportStatus::cancelled, m);
}

void on(State& s, const ImportUndone& e, const Meta& m) {
  const auto it = s.imports.find(e.import);
  if (it == s.imports.end()) return;
  it->second.status = ImportStatus::undone;
  it->second.counts.kept = e.kept;
  it->second.version = m.sequence;
}

}  // namespace vs::directory
