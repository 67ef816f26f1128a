#include <sodium.h>

#include "features/directory/import_plan.h"
#include "features/directory/import_undo.h"
#include "features/directory/import_work.h"
#include "kernel/text.h"

namespace vs::directory {
namespace {

constexpr std::size_t file_max = 8 * 1024 * 1024;
constexpr std::string_view base64_mark = "base64:";

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), "\r\n",
                        &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
    return {};
  bytes.resize(size);
  return bytes;
}

Choices choices_of(const State& state, ImportKind kind, std::map<std::string, std::string> mapping) {
  Choices choices{std::move(mapping), {}, false};
  if (const auto it = state.repairs.find(kind); it != state.repairs.end()) choices.repairs = it->second;
  return choices;
}

// The chosen fields over those guessed; a field chosen for one column leaves the column it was guessed for.
std::map<std::string, std::string> overlaid(std::map<std::string, std::string> mapping,
                                            const std::map<std::string, std::string>& chosen) {
  for (const auto& [column, field] : chosen) {
    if (!field.empty())
      for (auto& [other, taken] : mapping)
        if (taken == field && !chosen.contains(other)) taken.clear();
    mapping[column] = field;
  }
  return mapping;
}

Result<const Import*> known_import(const State& state, const Context& ctx) {
  const auto it = state.imports.find(ctx.target);
  if (it == state.imports.end()) return refuse(RefusalKind::not_found, "not_found", "There is no such import.");
  return &it->second;
}

// A mapping that cannot be applied yet may still be looked at: the reasons become problems of the preview.
void add_mapping_problems(const Reasons& reasons, std::vector<Problem>& problems) {
  for (const auto& reason : reasons.list())
    problems.insert(problems.begin(), Problem{1, "", "", reason.code, reason.message, {}, Severity::error, 1, {1}});
}

ImportApplyStarted started(const std::string& id, const Choices& choices, Plan plan) {
  return {id,
          choices.mapping,
          std::move(plan.repairs),
          Personal::of("import:" + id, json::to_text(choices.repairs)),
          choices.accept_all,
          std::move(plan.problems),
          plan.counts.rows};
}

}  // namespace

std::optional<CsvText> CsvText::vj_parse(std::string_view text) {
  if (text.size() > file_max * 4 / 3 + 16 || !valid_utf8(text)) return {};
  const bool coded = text.starts_with(base64_mark);
  auto bytes = coded ? from_base64(text.substr(base64_mark.size())) : std::optional(std::string(text));
  if (!bytes || bytes->size() > file_max) return {};
  return CsvText{std::move(*bytes)};
}

Result<Decision> preview_import(const State& state, const PreviewImport& cmd, const Context& ctx) {
  if (cmd.kind == ImportKind::references)
    return refuse(RefusalKind::rule, "not_yet", "Reference lists cannot be imported yet.",
                  "Import accounts and contacts, then nominate the advocates.", "kind");
  VS_TRY(text, decoded(cmd.csv.text));
  VS_TRY(table, read_table(text));
  const auto mapping = overlaid(guess_mapping(cmd.kind, table), cmd.mapping);
  Reasons reasons;
  check_mapping(cmd.kind, table, mapping, reasons);
  for (const auto& reason : reasons.list())
    if (reason.code != "missing_column") return reasons.refuse();
  const auto id = ctx.id("imp");
  Import import;
  import.id = id;
  import.kind = cmd.kind;
  const auto columns = table.columns;
  auto plan = plan_import(state, import, std::move(table), choices_of(state, cmd.kind, mapping));
  add_mapping_problems(reasons, plan.problems);
  ImportPreviewed previewed{id, cmd.kind, "", columns, mapping, std::move(plan.problems), plan.counts, {}, {}};
  previewed.csv = Personal::of("import:" + id, text);
  if (cmd.file_name && !cmd.file_name->empty()) previewed.called = Personal::of("import:" + id, *cmd.file_name);
  return Decision{{std::move(previewed)}, id};
}

Result<void> can_apply(const State& state, const Context& ctx) {
  VS_TRY(import, known_import(state, ctx));
  if (import->status == ImportStatus::applied)
    return refuse(RefusalKind::conflict, "already_applied", "This import is applied already.");
  if (import->status == ImportStatus::applying)
    return refuse(RefusalKind::conflict, "applying", "This import is being applied.", "Wait until it is done.");
  if (import->status == ImportStatus::cancelled || import->status == ImportStatus::failed)
    return refuse(RefusalKind::conflict, "ended", "This import ended before all rows were in.",
                  "Import the file again; what is in already is not doubled.");
  if (import->status == ImportStatus::undone)
    return refuse(RefusalKind::conflict, "undone", "This import was undone.", "Import the file again.");
  if (import->csv.words().empty())
    return refuse(RefusalKind::conflict, "file_gone", "The file of this import was erased.", "Import the file again.");
  return {};
}

Result<Decision> begin_import(const State& state, const ApplyImport& cmd, const Context& ctx, std::size_t rows) {
  VS_TRY(import, known_import(state, ctx));
  if (import->status == ImportStatus::applied || import->status == ImportStatus::applying)
    return Decision{{}, import->id};
  if (const auto may = can_apply(state, ctx); !may) return std::unexpected(may.error());
  VS_TRY(table, read_table(import->csv.words()));
  auto choices = choices_of(state, import->kind, overlaid(import->mapping, cmd.mapping));
  for (const auto& [value, replacement] : cmd.repairs) choices.repairs[value] = replacement;
  choices.accept_all = cmd.accept_all.value_or(false);
  Reasons reasons;
  check_mapping(import->kind, table, choices.mapping, reasons);
  for (const auto& [value, replacement] : cmd.repairs)
    reasons.expect(replacement.size() <= short_text_max, "too_long", "repairs." + value.substr(0, 100),
                   "This replacement is too long.");
  if (!reasons.empty()) return reasons.refuse();

  auto plan = plan_import(state, *import, std::move(table), choices);
  if (plan.counts.rows > rows) return Decision{{started(import->id, choices, std::move(plan))}, import->id};
  plan.events.push_back(
      ImportApplied{import->id, choices.mapping, std::move(plan.repairs), std::move(plan.problems), plan.counts});
  return Decision{std::move(plan.events), import->id};
}

Result<Decision> apply_import(const State& state, const ApplyImport& cmd, const Context& ctx) {
  return begin_import(state, cmd, ctx, rows_at_once);
}

Result<void> can_undo(const State& state, const Context& ctx) {
  VS_TRY(import, known_import(state, ctx));
  if (import->status == ImportStatus::previewed)
    return refuse(RefusalKind::conflict, "not_applied", "This import was not applied, so there is nothing to undo.");
  if (import->status == ImportStatus::applying)
    return refuse(RefusalKind::conflict, "applying", "This import is being applied.", "Cancel it first, then undo it.");
  if (import->status == ImportStatus::undone)
    return refuse(RefusalKind::conflict, "undone", "This import was undone already.");
  return {};
}

Result<Decision> undo_import(const State& state, const UndoImport&, const Context& ctx) {
  VS_TRY(import, known_import(state, ctx));
  if (import->status == ImportStatus::undone) return Decision{{}, import->id};
  if (const auto may = can_undo(state, ctx); !may) return std::unexpected(may.error());
  auto [events, kept] = undone(state, *import);
  events.push_back(ImportUndone{import->id, kept});
  return Decision{std::move(events), import->id};
}

}  // namespace vs::directory
