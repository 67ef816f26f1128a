#include "app/dump.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "features/people/people.h"

namespace vs::app {
namespace {

Ask all_seeing(const engine::Workspace& ws) {
  Ask ask;
  ask.actor = {ActorKind::watcher, "dump", ""};
  ask.roles = people::all_roles();
  ask.now = ws.last_at;
  ask.tip = ws.tip;
  ask.params["limit"] = "200";
  return ask;
}

void dump_items(std::string& out, const engine::Registry& registry, const engine::Workspace& ws, const Query& list,
                const json::Array& rows) {
  const auto* item = registry.item(list.path);
  for (const auto& row : rows) {
    out += boost::json::serialize(row) + "\n";
    const auto* id = row.is_object() ? row.get_object().if_contains("id") : nullptr;
    if (!item || !id || !id->is_string()) continue;
    Ask ask = all_seeing(ws);
    ask.params.clear();
    ask.id = id->get_string();
    const auto answer = item->answer(ws.world, ask);
    if (answer) out += answer->json + "\n";
  }
}

}  // namespace

std::string canonical_dump(const engine::Registry& registry, const engine::Workspace& ws) {
  std::string out =
      "workspace " + ws.id + " size " + std::to_string(ws.tip) + " root " + ledger::hex(ws.tree.root()) + "\n";
  for (const auto& module : registry.modules())
    for (const auto& query : module.queries) {
      if (query.kind != QueryKind::list) continue;
      out += "# " + query.path + "\n";
      for (Ask ask = all_seeing(ws);;) {
        const auto answer = query.answer(ws.world, ask);
        if (!answer) break;
        const auto page = boost::json::parse(answer->json);
        dump_items(out, registry, ws, query, page.at("items").as_array());
        const auto& next = page.at("next");
        if (!next.is_string()) break;
        ask.params["cursor"] = std::string(next.get_string());
      }
    }
  return out;
}

}  // namespace vs::app
