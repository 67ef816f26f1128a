// From a decision to stored bytes: events are sealed, encoded, hashed, folded, and followed by reactions.
#include <fmt/format.h>
#include <sodium.h>

#include "engine/writer.h"
#include "ledger/envelope.h"
#include "ledger/vault.h"

namespace vs::engine {

std::string vault_ref(std::uint64_t sequence, std::uint32_t n) {
  return fmt::format("v_{:012x}{:04x}", sequence, n);
}

ledger::Append& Engine::part_of(Batch& batch, const std::string& workspace) {
  auto& part = batch.parts[workspace];
  part.workspace = workspace;
  return part;
}

// From here nothing can refuse: events are sealed, encoded, folded, and followed by reactions.
void Engine::accept(Batch& batch, Workspace& ws, Events events, const Context& context) {
  Meta meta;
  meta.at = context.now;
  meta.actor = context.actor;
  meta.command = make_id("cmd", context.seed, UINT32_MAX);
  std::deque<std::pair<AnyEvent, std::uint64_t>> pending;
  for (auto& e : events) pending.emplace_back(std::move(e), 0);
  std::size_t folded = 0;
  while (!pending.empty()) {
    if (++folded > 1'000'000) die("reactions do not come to an end");
    auto [event, cause] = std::move(pending.front());
    pending.pop_front();
    auto& part = part_of(batch, ws.id);
    meta.sequence = ws.tip + 1;
    meta.cause = cause;

    std::uint32_t words = 0;
    event.personal([&](Personal& p) {
      if (p.sealed() || p.empty()) return;
      const std::string ref = vault_ref(meta.sequence, words++);
      auto sealed = ledger::seal(keys_.of(ws.id, p.owner()), ws.id, ref, p.words());
      part.vault.push_back({ref, p.owner(), std::move(sealed.bytes)});
      p.seal(ref, std::move(sealed.commitment));
    });
    std::string data;
    event.write(data);
    ledger::StoredEvent stored;
    stored.sequence = meta.sequence;
    stored.bytes = ledger::encode_envelope(ws.id, meta, event.type(), data);
    randombytes_buf(stored.nonce.data(), stored.nonce.size());
    stored.leaf = ledger::leaf_hash(stored.nonce, stored.bytes);

    event.apply(ws.world, meta);
    if (ws.since) ws.since->emplace_back(event, meta);
    ws.tree.append(stored.leaf);
    ws.tip = ws.last_of[event.type()] = meta.sequence;
    ws.last_at = meta.at;
    ws.batch = batch.number;
    part.events.push_back(std::move(stored));
    for (const auto* reaction : registry_.reactions(event.type()))
      for (auto& follow : reaction->react(ws.world, event, meta, context))
        pending.emplace_back(std::move(follow), meta.sequence);
  }
}

}  // namespace vs::engine
