#include "engine/workspace.h"

#include <unordered_map>

#include "ledger/envelope.h"
#include "ledger/vault.h"

namespace vs::engine {
namespace {

using Vault = std::unordered_map<std::string, ledger::VaultRow>;

Vault read_vault(ledger::Store& store, const std::string& workspace) {
  Vault vault;
  store.each_vault_row(workspace, [&](ledger::VaultRow&& row) {
    std::string ref = row.ref;
    vault.emplace(std::move(ref), std::move(row));
  });
  return vault;
}

// Gives a personal value its words back; erased ones stay empty.
void fill(Personal& value, const Vault& vault, const ledger::Keys& keys, const std::string& workspace) {
  const auto row = vault.find(value.ref());
  if (row == vault.end()) return;
  const auto* key = keys.find(workspace, row->second.owner);
  if (!key) return;
  if (auto words = ledger::unseal(*key, workspace, value.ref(), row->second.sealed))
    value.unseal(row->second.owner, std::move(*words));
}

[[noreturn]] void damaged(const std::string& workspace, std::uint64_t sequence, const std::string& what) {
  throw ledger::StoreFailure("workspace " + workspace + ", event " + std::to_string(sequence) + ": " + what);
}

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

void replay(ledger::Store& store, const ledger::Keys& keys, const Registry& registry, Workspace& ws,
            const ReplayLimits& limits) {
  const Vault vault = read_vault(store, ws.id);
  store.each_event(ws.id, [&](ledger::StoredEvent&& stored) {
    if (stored.sequence != ws.tree.size() + 1) damaged(ws.id, ws.tree.size() + 1, "is missing");
    if (ledger::leaf_hash(stored.nonce, stored.bytes) != stored.leaf)
      damaged(ws.id, stored.sequence, "its bytes do not match its leaf");
    ws.tree.append(stored.leaf);
    if (stored.sequence > limits.sequence) return;
    const auto envelope = ledger::decode_envelope(stored.bytes);
    if (envelope.workspace != ws.id || envelope.meta.sequence != stored.sequence)
      damaged(ws.id, stored.sequence, "it stands in the wrong place");
    if (envelope.meta.at > limits.time) return;
    const auto& ops = registry.event(envelope.type);
    AnyEvent event(ops, ops.decode(envelope.data));
    event.personal([&](Personal& p) { fill(p, vault, keys, ws.id); });
    event.apply(ws.world, envelope.meta);
    ws.tip = stored.sequence;
    ws.last_at = envelope.meta.at;
  });
  const auto [size, root] = store.head(ws.id);
  if (size != ws.tree.size())
    damaged(ws.id, std::min(size, ws.tree.size()) + 1, "the ledger is cut short or was added to");
  if (root != ws.tree.root()) damaged(ws.id, size, "the root does not match: the ledger was rewritten");
}

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
