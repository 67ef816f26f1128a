#include "app/audit.h"

#include <algorithm>
#include <vector>

#include "app/audit_names.h"
#include "app/policy.h"
#include "features/people/people.h"
#include "ledger/envelope.h"

namespace vs::app {
namespace {

// "authorization.uses_narrowed" reads "Authorization: uses narrowed".
std::string sentence(const std::string& type) {
  std::string out = type;
  if (!out.empty() && out[0] >= 'a') out[0] = char(out[0] - 32);
  for (char& c : out) {
    if (c == '_') c = ' ';
  }
  const auto dot = out.find('.');
  if (dot != std::string::npos) out.replace(dot, 1, ": ");
  return out;
}

// The thing an event is about: the first member of its data that holds an id.
std::string subject(const json::Value& data) {
  const auto* o = data.if_object();
  if (!o) return {};
  for (const auto& pair : *o)
    if (const auto* s = pair.value().if_string())
      if (const auto at = s->find('_'); at != std::string::npos && at <= 4 && s->size() > 20) return std::string(*s);
  return {};
}

bool wanted(const Ask& ask, const ledger::Envelope& e, const std::string& bytes) {
  const auto type = ask.param("type"), actor = ask.param("actor"), about = ask.param("subject"),
             command = ask.param("command"), q = ask.param("q");
  return (type.empty() || e.type == type || e.type.starts_with(type + ".")) &&
         (actor.empty() || e.meta.actor.person() == actor) && (command.empty() || e.meta.command == command) &&
         (about.empty() || bytes.find('"' + about + '"') != std::string::npos) &&
         (q.empty() || folded(sentence(e.type)).find(folded(q)) != std::string::npos);
}

struct Entry {
  ledger::Envelope envelope;
  json::Object codes;
};

AuditRow row_of(const Entry& entry, const World& world, bool people_too) {
  const auto& [e, codes] = entry;
  const auto about = subject(e.data);
  auto known = named(world, ids_in(codes), people_too);
  const auto name = known.names.find(about);
  const auto actor = e.meta.actor.person();
  return {e.meta.sequence,
          e.meta.at,
          actor,
          e.meta.actor.kind,
          people::name_of(world.get<people::State>(), actor),
          e.type,
          sentence(e.type),
          about,
          name == known.names.end() ? std::string() : name->second,
          codes,
          std::move(known.names),
          std::move(known.roads),
          e.meta.command,
          e.meta.cause};
}

// The entries with names as they are now; `batch` is what an answer with them has to wait for.
std::string rows(const engine::Workspace& ws, const std::vector<Entry>& entries, const Ask& ask, std::uint64_t& batch) {
  const bool people_too = policy::allows("contacts.item", ask.roles);
  std::vector<AuditRow> out;
  std::shared_lock lock(ws.lock);
  batch = ws.batch;
  for (const auto& each : entries) out.push_back(row_of(each, ws.world, people_too));
  return json::to_text(out);
}

}  // namespace

Result<AuditPage> audit_page(House& house, const std::string& workspace, const Ask& ask) {
  VS_TRY(page, page_of(ask));
  const auto* ws = house.engine().workspace(workspace);
  std::shared_lock lock(ws->lock);
  const auto tip = ws->tip;
  lock.unlock();

  // Without a filter the total is known; with one, every event has to be looked at to count.
  const bool filtered =
      std::ranges::any_of(ask.params, [](const auto& p) { return p.first != "limit" && p.first != "cursor"; });
  std::vector<Entry> entries;
  std::size_t found = 0;
  house.store().each_event_down(workspace, [&](const ledger::StoredEvent& stored) {
    auto e = ledger::decode_envelope(stored.bytes);
    if (!wanted(ask, e, stored.bytes)) return true;
    if (found >= page.from && found < page.from + page.limit) {
      auto codes = codes_of(e.data);
      entries.push_back({std::move(e), std::move(codes)});
    }
    return ++found <= page.from + page.limit || filtered;
  });
  const bool more = found > page.from + page.limit;
  AuditPage out;
  out.text = "{\"items\":" + rows(*ws, entries, ask, out.batch) +
             ",\"next\":" + (more ? json::to_text(cursor_at(page.from + page.limit)) : "null") +
             ",\"total\":" + std::to_string(filtered ? found : tip) + "}";
  return out;
}

}  // namespace vs::app
