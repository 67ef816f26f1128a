#include "features/directory/import_plan.h"

#include <algorithm>

#include "features/directory/facts.h"
#include "features/directory/import_drafts.h"
#include "features/directory/keys.h"

namespace vs::directory {
namespace {

// The record that a row is about, if it is known: by external id, else by name unless that record is known
// to be another one of the same name.
template <class R>
const R* known_record(const State& state, const Identity& who) {
  if (const auto* hit = by_external<R>(state, who.external_id)) return hit;
  const auto* hit = by_name<R>(state, who.name);
  return hit && (who.external_id.empty() || hit->external_id.empty()) ? hit : nullptr;
}

// The record of each row, new ids included; "" for rows to skip.
template <class R>
std::vector<std::string> identified(Drafting& d, Counts& counts) {
  std::vector<std::string> ids;
  std::set<std::string> seen;
  for (std::size_t row = 0; row < d.read.rows(); ++row) {
    d.read.go_to(row);
    const auto who = identity<R>(d.read);
    const auto key = who.external_id.empty() ? "=" + plain_name(who.name) : "#" + who.external_id;
    if (key.size() == 1 || !seen.insert(key).second) {
      if (key.size() == 1)
        d.read.settle("name", "",
                      {"no_name", "These rows are skipped: they do not say what they are about.", Severity::error});
      else
        d.read.settle("external_id", "",
                      {"repeated_row", "These rows are skipped: an earlier row is about the same.", Severity::error});
      ids.emplace_back();
      ++counts.skipped;
      continue;
    }
    const auto* known = known_record<R>(d.state, who);
    ids.push_back(known ? known->id : d.ctx.id(KindOf<R>::prefix));
    if constexpr (std::same_as<R, Account>) {
      d.in_file.try_emplace(plain_name(who.name), ids.back());
      d.names.push_back(who.name);
    }
  }
  return ids;
}

// Nothing new: the CRM owns these facts already and says the same.
template <class R>
bool unchanged(const R& record, const Draft<R>& draft) {
  if (record.source != "crm" || !differences(record, draft.facts).empty()) return false;
  return std::ranges::all_of(stated(draft.facts), [&](const std::string& name) {
    return draft.derived.contains(name) || record.crm_fields.contains(name);
  });
}

template <class R>
void plan_rows(Drafting& d, Plan& plan) {
  const auto ids = identified<R>(d, plan.counts);
  for (std::size_t row = 0; row < ids.size(); ++row) {
    if (ids[row].empty()) continue;
    d.read.go_to(row);
    const auto known = records<R>(d.state).find(ids[row]);
    const bool fresh = known == records<R>(d.state).end();
    auto drafted = draft<R>(d, ids[row], fresh);
    if (!drafted) {
      ++plan.counts.skipped;
      continue;
    }
    if (!fresh && unchanged(known->second, *drafted)) {
      ++plan.counts.unchanged;
      continue;
    }
    ++(fresh ? plan.counts.created : plan.counts.updated);
    plan.events.push_back(Imported<R>{ids[row], d.import_id, std::move(drafted->facts), std::move(drafted->derived)});
  }
}

void report_ignored(const Table& table, const Choices& choices, Reader& read) {
  read.go_to(0);
  for (const auto& column : table.columns) {
    const auto it = choices.mapping.find(column);
    if (it != choices.mapping.end() && !it->second.empty()) continue;
    read.settle(column, "",
                {"ignored_column",
                 repeats_others(column) ? "This column only repeats what the dates say; it is left out."
                                        : "This column is left out: no field is chosen for it.",
                 Severity::note});
  }
}

}  // namespace

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

Plan plan_import(const State& state, ImportKind kind, const Table& table, const Choices& choices,
                 const std::string& import_id, const Context& ctx) {
  Plan plan;
  plan.counts.rows = table.rows.size();
  Reader read(kind, table, choices);
  Drafting d{state, read, import_id, ctx, plan.events, {}, {}, {}, {}};
  for (const auto& [id, a] : state.accounts) d.names.push_back(a.name);
  for (const auto& [id, p] : state.products) d.product_names.push_back(p.name);
  switch (kind) {
    case ImportKind::accounts: plan_rows<Account>(d, plan); break;
    case ImportKind::contacts: plan_rows<Contact>(d, plan); break;
    case ImportKind::deals: plan_rows<Deal>(d, plan); break;
    case ImportKind::products: plan_rows<Product>(d, plan); break;
    case ImportKind::sellers: plan_rows<Seller>(d, plan); break;
    case ImportKind::references: break;
  }
  report_ignored(table, choices, read);
  plan.problems = read.problems();
  plan.repairs = read.repaired();
  return plan;
}

}  // namespace vs::directory
