#include "engine/workspace.h"

namespace vs::engine {
namespace {

void write_action(std::string& out, const Command& command, const Result<void>& possible) {
  out += "{\"name\":";
  json::put_text(out, command.action);
  out += ",\"label\":";
  json::put_text(out, command.label);
  out += ",\"enabled\":";
  out += possible ? "true" : "false";
  if (possible) {
    out += ",\"schema\":";
    out += command.form;
  } else {
    out += ",\"why_not\":";
    json::put_text(out, possible.error().reasons.empty() ? "" : possible.error().reasons.front().message);
  }
  out += '}';
}

}  // namespace

Result<Answer> item_with_actions(const Registry& registry, const Policy& policy, const World& world,
                                 const std::string& collection, const Ask& ask) {
  const auto* query = registry.item(collection);
  if (!query) return refuse(RefusalKind::not_found, "not_found", "There is no such thing here.");
  auto answer = query->answer(world, ask);
  if (!answer || answer->json.empty() || answer->json.back() != '}') return answer;

  Context context;
  context.actor = ask.actor;
  context.roles = ask.roles;
  context.now = ask.now;
  context.target = ask.id;
  auto& out = answer->json;
  out.pop_back();
  out += out.size() > 1 ? ",\"actions\":[" : "\"actions\":[";
  bool first = true;
  for (const auto* command : registry.actions(collection)) {
    if (!policy.allows(command->name, ask.roles)) continue;
    if (!first) out += ',';
    first = false;
    write_action(out, *command, command->available ? command->available(world, context) : Result<void>{});
  }
  out += "]}";
  return answer;
}

}  // namespace vs::engine
