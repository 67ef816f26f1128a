#include "features/directory/import_work.h"

#include <algorithm>

#include "features/directory/import_plan.h"
#include "features/directory/import_run.h"

namespace vs::directory {
namespace {

using Repairs = std::map<std::string, std::string>;

Choices choices_of(const Import& import) {
  Choices choices{import.mapping, {}, import.applying.accept_all};
  if (const auto written = json::parse(import.applying.chosen.words()))
    if (auto read = json::from_value<Repairs>(*written)) choices.repairs = std::move(*read);
  return choices;
}

// The file made ready, kept from slice to slice.
Result<std::shared_ptr<ImportRun>> run_of(const State& state, const Import& import) {
  if (import.run) return import.run;
  if (import.csv.words().empty()) return refuse(RefusalKind::conflict, "file_gone", "The file was erased.");
  VS_TRY(table, read_table(import.csv.words()));
  Reasons reasons;
  check_mapping(import.kind, table, import.mapping, reasons);
  if (!reasons.empty()) return reasons.refuse();
  import.run = std::make_shared<ImportRun>(state, import, std::move(table), choices_of(import));
  return import.run;
}

void add(Counts& sum, const Counts& more) {
  sum.created += more.created;
  sum.updated += more.updated;
  sum.unchanged += more.unchanged;
  sum.skipped += more.skipped;
}

void report_unusable(const std::vector<std::uint64_t>& rows, std::vector<Problem>& problems) {
  constexpr std::size_t listed = 50;
  if (rows.empty()) return;
  Problem problem{
      rows.front() + 2, "",          "", "row_failed", "These rows are skipped: they could not be read as records.", {},
      Severity::error,  rows.size(), {}};
  for (std::size_t i = 0; i < std::min(rows.size(), listed); ++i) problem.rows.push_back(rows[i] + 2);
  problems.insert(problems.begin(), std::move(problem));
}

// The last slice: the import with all that it did.
ImportApplied applied(const Import& import, const Counts& counts, const std::vector<std::uint64_t>& unusable) {
  ImportApplied event{import.id, import.mapping, import.applying.repairs, import.problems, counts};
  auto rows = import.applying.unusable;
  rows.insert(rows.end(), unusable.begin(), unusable.end());
  report_unusable(rows, event.problems);
  return event;
}

Events stopped(const State& state, const Import& import, const std::string& reason) {
  auto events = relinked(state, import, {});
  events.push_back(ImportFailed{import.id, reason});
  return events;
}

Events slice_of(const State& state, const Import& import, std::size_t rows) {
  const auto run = run_of(state, import);
  if (!run) return stopped(state, import, run.error().reasons.front().code);
  const std::size_t from = import.applying.done, to = std::min(from + rows, (*run)->rows());
  auto piece = (*run)->piece(state, import, from, to);
  auto counts = import.counts;
  add(counts, piece.counts);
  if (to < (*run)->rows()) {
    piece.events.push_back(ImportProgressed{import.id, to, counts, std::move(piece.unusable)});
  } else {
    append(piece.events, relinked(state, import, piece.events));
    piece.events.push_back(applied(import, counts, piece.unusable));
  }
  return std::move(piece.events);
}

// The parents that accounts of the import have, or are about to have.
std::map<std::string, std::string> parents(const State& state, const Import& import, const Events& coming,
                                           std::set<std::string>& known) {
  std::map<std::string, std::string> parents;
  const auto note = [&](const std::string& id) {
    if (const auto* a = account(state, id); a && !a->parent.empty()) parents[id] = a->parent;
  };
  for (const auto& id : import.accounts.created) note(id);
  for (const auto& [id, before] : import.accounts.before) note(id);
  for (const auto& event : coming)
    if (const auto* said = event.as<Imported<Account>>()) {
      known.insert(said->id);
      if (said->facts.parent) parents[said->id] = *said->facts.parent;
    }
  return parents;
}

}  // namespace

Events relinked(const State& state, const Import& import, const Events& coming) {
  if (import.kind != ImportKind::accounts) return {};
  Events events;
  std::set<std::string> known;
  for (const auto& [id, parent] : parents(state, import, coming, known)) {
    if (parent.empty() || known.contains(parent) || account(state, parent)) continue;
    const auto* meant = import.run ? import.run->account_of(state, parent) : nullptr;
    AccountFacts facts;
    facts.parent = meant && meant->id != id ? meant->id : "";
    events.push_back(Imported<Account>{id, import.id, std::move(facts), {}});
  }
  return events;
}

Events next_rows(const State& state, std::size_t rows) {
  if (state.applying.empty()) return {};
  const auto it = state.imports.find(state.applying.begin()->second);
  if (it == state.imports.end()) return {};
  try {
    return slice_of(state, it->second, rows);
  } catch (const std::exception&) {  // whatever it is, the server must live on
    return {ImportFailed{it->first, "internal_error"}};
  }
}

Events import_slice(const State& state, const Context&) {
  return next_rows(state, rows_at_once);
}

Result<void> can_cancel(const State& state, const Context& ctx) {
  const auto it = state.imports.find(ctx.target);
  if (it == state.imports.end()) return refuse(RefusalKind::not_found, "not_found", "There is no such import.");
  if (it->second.status == ImportStatus::applying) return {};
  return refuse(RefusalKind::conflict, "not_applying", "This import is not being applied just now.");
}

Result<Decision> cancel_import(const State& state, const CancelImport&, const Context& ctx) {
  const auto it = state.imports.find(ctx.target);
  if (it != state.imports.end() && it->second.status == ImportStatus::cancelled) return Decision{{}, it->first};
  if (const auto may = can_cancel(state, ctx); !may) return std::unexpected(may.error());
  auto events = relinked(state, it->second, {});
  events.push_back(ImportCancelled{it->first});
  return Decision{std::move(events), it->first};
}

}  // namespace vs::directory
