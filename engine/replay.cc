// Reading a ledger back: events are verified and decoded many at a time, and folded one by one in their order.
#include <boost/json/monotonic_resource.hpp>

#include <deque>
#include <exception>
#include <future>
#include <thread>

#include "engine/wipe.h"
#include "engine/words.h"
#include "engine/workspace.h"
#include "engine/writer.h"
#include "ledger/envelope.h"
#include "ledger/vault.h"

namespace vs::engine {
namespace {

constexpr std::size_t chunk_size = 512;  // events decoded by one thread in one go

[[noreturn]] void damaged(const std::string& workspace, std::uint64_t sequence, const std::string& what) {
  throw ledger::StoreFailure("workspace " + workspace + ", event " + std::to_string(sequence) + ": " + what);
}

// What can be known of a stored event without the state before it. What is wrong with it is told when its turn
// comes, so that the first damage is the one that is named.
struct Decoded {
  ledger::StoredEvent stored;
  Meta meta;
  std::optional<AnyEvent> event;
  std::exception_ptr wrong;
};

// Shared by all decoding threads; nothing of it changes meanwhile.
struct Decoder {
  const ledger::Keys& keys;
  const Registry& registry;
  const std::string& workspace;
  const SealedWords& vault;
  std::uint64_t last;              ///< events after this one are verified, not decoded
  ledger::Store* store = nullptr;  ///< asked for words that are older than what `vault` was read for

  std::vector<Decoded> operator()(std::vector<ledger::StoredEvent> chunk) const {
    std::vector<Decoded> out;
    out.reserve(chunk.size());
    for (auto& stored : chunk) {
      auto& decoded = out.emplace_back();
      decoded.stored = std::move(stored);
      try {
        decode(decoded);
      } catch (const UnreadableEvent& error) {
        decoded.wrong = std::make_exception_ptr(UnreadableEvent(at(decoded.stored.sequence) + error.what()));
      } catch (...) {
        decoded.wrong = std::current_exception();
      }
    }
    wipe_stack();  // this thread ends, and its stack is kept for another
    return out;
  }

  std::string at(std::uint64_t sequence) const {
    return "workspace " + workspace + ", event " + std::to_string(sequence) + ": ";
  }

  void decode(Decoded& d) const {
    if (ledger::leaf_hash(d.stored.nonce, d.stored.bytes) != d.stored.leaf)
      damaged(workspace, d.stored.sequence, "its bytes do not match its leaf");
    if (d.stored.sequence > last) return;
    unsigned char room[16 * 1024];
    boost::json::monotonic_resource memory(room, sizeof room);
    auto envelope = ledger::decode_envelope(d.stored.bytes, &memory);
    if (envelope.workspace != workspace || envelope.meta.sequence != d.stored.sequence)
      damaged(workspace, d.stored.sequence, "it stands in the wrong place");
    const auto& ops = registry.event(envelope.type);
    d.event.emplace(ops, ops.decode(envelope.data));
    d.event->personal([&](Personal& p) { fill(p); });
    d.meta = std::move(envelope.meta);
  }

  // Gives a personal value its words back; erased ones stay empty.
  void fill(Personal& value) const {
    if (const auto* row = vault.find(value.ref())) return open(value, std::string(row->owner), row->sealed);
    if (!store || value.ref().empty()) return;
    if (const auto older = store->vault_row(workspace, value.ref())) open(value, older->owner, older->sealed);
  }

  void open(Personal& value, const std::string& owner, std::string_view sealed) const {
    const auto* key = keys.find(workspace, owner);
    if (!key) return;
    if (auto words = ledger::unseal(*key, workspace, value.ref(), sealed)) value.unseal(owner, std::move(*words));
  }
};

void fold(Workspace& ws, Decoded& d, const ReplayLimits& limits) {
  if (d.stored.sequence != ws.tree.size() + 1) damaged(ws.id, ws.tree.size() + 1, "is missing");
  if (d.wrong) std::rethrow_exception(d.wrong);
  ws.tree.append(d.stored.leaf);
  if (!d.event || d.meta.at > limits.time) return;
  d.event->apply(ws.world, d.meta);
  ws.tip = ws.last_of[d.event->type()] = d.stored.sequence;
  ws.last_at = d.meta.at;
}

}  // namespace

void replay(ledger::Store& living, const ledger::Keys& keys, const Registry& registry, Workspace& ws,
            const ReplayLimits& limits) {
  const auto moment = living.snapshot();
  auto& store = moment ? *moment : living;
  SealedWords vault;
  store.each_vault_row(ws.id, [&](ledger::VaultRow&& row) { vault.add(row); });
  const Decoder decoder{keys, registry, ws.id, vault, limits.sequence};
  std::deque<std::future<std::vector<Decoded>>> ahead;
  const auto fold_first = [&] {
    auto chunk = ahead.front().get();
    ahead.pop_front();
    for (auto& decoded : chunk) fold(ws, decoded, limits);
  };
  const std::size_t most = std::max(1u, std::thread::hardware_concurrency());
  std::vector<ledger::StoredEvent> chunk;
  const auto send = [&] {
    ahead.push_back(std::async(std::launch::async, decoder, std::exchange(chunk, {})));
    if (ahead.size() > most) fold_first();
  };
  // Again when others wrote meanwhile: the head is read after the events that it speaks of.
  for (std::uint64_t known = 0;; known = ws.tree.size()) {
    store.each_event(ws.id, known, [&](ledger::StoredEvent&& stored) {
      chunk.push_back(std::move(stored));
      if (chunk.size() == chunk_size) send();
    });
    if (!chunk.empty()) send();
    while (!ahead.empty()) fold_first();

    const auto [size, root] = store.head(ws.id);
    if (size > ws.tree.size() && ws.tree.size() > known) continue;
    if (size != ws.tree.size())
      damaged(ws.id, std::min(size, ws.tree.size()) + 1, "the ledger is cut short or was added to");
    if (root != ws.tree.root()) damaged(ws.id, size, "the root does not match: the ledger was rewritten");
    return;
  }
}

std::set<std::string> fold_foreign(ledger::Store& store, const ledger::Keys& keys, const Registry& registry,
                                   Workspace& ws, std::uint64_t size, const ledger::Hash& root) {
  SealedWords vault;
  store.each_vault_row(ws.id, vault_ref(ws.tip, UINT16_MAX), [&](ledger::VaultRow&& row) { vault.add(row); });
  const Decoder decoder{keys, registry, ws.id, vault, UINT64_MAX, &store};
  std::vector<ledger::StoredEvent> foreign;
  store.each_event(ws.id, ws.tip, [&](ledger::StoredEvent&& stored) { foreign.push_back(std::move(stored)); });
  auto decoded = decoder(std::move(foreign));
  std::set<std::string> types;
  std::lock_guard lock(ws.lock);
  for (auto& d : decoded) {
    fold(ws, d, {});
    types.emplace(d.event->type());
    if (ws.since) ws.since->emplace_back(*d.event, d.meta);
    if (ws.tip == size && ws.tree.root() != root) damaged(ws.id, size, "the root does not match another node's");
  }
  if (ws.tip < size) damaged(ws.id, ws.tip + 1, "is missing");
  return types;
}

}  // namespace vs::engine
