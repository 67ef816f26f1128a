#include "app/breach_report.h"

#include <algorithm>
#include <unordered_map>

#include "app/person_words.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "features/privacy/privacy.h"
#include "ledger/envelope.h"

namespace vs::app {
namespace {

using Rows = std::unordered_map<std::string, AffectedRow>;

std::optional<AffectedKind> kind_of(const std::string& owner) {
  if (owner.starts_with("con_")) return AffectedKind::contact;
  if (owner.starts_with("per_")) return AffectedKind::person;
  if (owner.starts_with("sel_")) return AffectedKind::seller;
  return {};
}

bool between(Instant at, const BreachReport& report) {
  return at >= report.from && at <= report.to;
}

void count_words(House& house, const std::string& workspace, BreachReport& report, Rows& rows) {
  const auto& table = privacy::processing_table();
  const auto everybody = [](const std::string&) { return true; };
  each_words(house, workspace, everybody, [&](HeldWords&& held) {
    const auto processing = table.find(held.type);
    if (held.meta.at > report.to || processing == table.end()) return;
    const auto category = processing->second.category;
    ++report.records[std::string(name_of(category))];
    const auto kind = kind_of(held.owner);
    if (!kind) return;
    auto& row = rows[held.owner];
    row.id = held.owner, row.kind = *kind;
    ++row.records;
    row.written += between(held.meta.at, report);
    if (std::ranges::find(row.categories, category) == row.categories.end()) row.categories.push_back(category);
  });
}

void collect_ids(const json::Value& value, std::set<std::string>& ids) {
  if (value.is_string() && kind_of(std::string(value.get_string()))) ids.emplace(value.get_string());
  if (value.is_array())
    for (const auto& each : value.get_array()) collect_ids(each, ids);
  if (value.is_object())
    for (const auto& [key, each] : value.get_object()) collect_ids(each, ids);
}

void count_facts(House& house, const std::string& workspace, const BreachReport& report, Rows& rows) {
  house.store().each_event(workspace, 0, [&](ledger::StoredEvent&& stored) {
    const auto envelope = ledger::decode_envelope(stored.bytes);
    if (!between(envelope.meta.at, report)) return;
    std::set<std::string> ids;
    collect_ids(envelope.data, ids);
    for (const auto& id : ids) {
      const auto row = rows.find(id);
      if (row == rows.end()) continue;
      ++row->second.named;
      if (envelope.type == privacy::Exported::type) row->second.handed_out = true;
    }
  });
}

void name_all(const engine::Workspace& ws, Rows& rows) {
  std::shared_lock lock(ws.lock);
  const auto& directory = ws.world.get<directory::State>();
  for (auto& [id, row] : rows) {
    if (const auto* contact = directory::contact(directory, id)) row.name = contact->name.words();
    else if (const auto seller = directory.sellers.find(id); seller != directory.sellers.end())
      row.name = seller->second.name.words();
    else row.name = people::name_of(ws.world.get<people::State>(), id);
  }
}

}  // namespace

BreachReport breach_report(House& house, const std::string& workspace, Instant from, Instant to) {
  BreachReport report{from, to, {}, {}};
  Rows rows;
  count_words(house, workspace, report, rows);
  count_facts(house, workspace, report, rows);
  name_all(*house.engine().workspace(workspace), rows);
  for (auto& [id, row] : rows) {
    std::ranges::sort(row.categories);
    report.people.push_back(std::move(row));
  }
  std::ranges::sort(report.people, [](const AffectedRow& a, const AffectedRow& b) {
    return std::tuple(!a.handed_out, -std::int64_t(a.named), a.name, a.id) <
           std::tuple(!b.handed_out, -std::int64_t(b.named), b.name, b.id);
  });
  return report;
}

}  // namespace vs::app
