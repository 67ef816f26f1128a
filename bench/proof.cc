// Proving: looking through a whole ledger, and the proof of any one event in it. Needs no feature.
#include <algorithm>
#include <random>

#include "bench/bench.h"
#include "bench/measure.h"
#include "bench/stage.h"
#include "ledger/check.h"
#include "ledger/envelope.h"
#include "ledger/proof.h"
#include "ledger/sqlite/sqlite_store.h"

namespace vs::bench {
namespace {

constexpr std::uint64_t batch_size = 10'000;

// Events of usual length; what is in them does not matter to a proof.
void fill(ledger::Store& store, std::uint64_t events) {
  store.add_workspace({"main", "Main"});
  ledger::Tree tree;
  std::mt19937_64 chance(6962);
  Meta meta{0, {1'700'000'000'000'000}, {ActorKind::person, "per_id3h3heijq9uy9u6nxa8cq3b", ""}, "cmd_1", 0};
  while (tree.size() < events) {
    ledger::Append part;
    part.workspace = "main";
    for (std::uint64_t n = 0; n < batch_size && tree.size() < events; ++n) {
      ledger::StoredEvent e;
      e.sequence = meta.sequence = tree.size() + 1;
      const std::string data = "{\"id\":\"aut_" + std::to_string(chance()) + "\",\"contact\":\"con_" +
                               std::to_string(chance()) +
                               "\",\"use_types\":[\"logo\",\"quote\"],\"until\":\"2027-06-30\"}";
      e.bytes = ledger::encode_envelope("main", meta, "authorization.narrowed", data);
      std::ranges::generate(e.nonce, [&] { return std::uint8_t(chance()); });
      e.leaf = ledger::leaf_hash(e.nonce, e.bytes);
      tree.append(e.leaf);
      part.events.push_back(std::move(e));
    }
    part.size = tree.size();
    part.root = tree.root();
    store.commit({part});
  }
}

// One thing done many times, each anew.
template <class F>
json::Object times(F&& f) {
  Samples samples;
  for (int n = 0; n < 1'000; ++n) {
    const auto from = Clock::now();
    f();
    samples.add(from);
  }
  return {{"p50_ms", rounded(samples.at(0.5))}, {"p99_ms", rounded(samples.at(0.99))}};
}

}  // namespace

std::string proof(const Options& options) {
  const TempFolder folder;
  const auto store = ledger::sqlite::open_store(folder.path);
  fill(*store, options.size ? options.size : 1'000'000);

  std::uint64_t events = 0, bytes = 0;
  auto from = Clock::now();
  store->each_event("main", 0, [&](ledger::StoredEvent&& e) { ++events, bytes += e.bytes.size(); });
  const double read = seconds_since(from);
  from = Clock::now();
  const auto checked = ledger::check_ledger(*store, "main");
  const double verified = seconds_since(from);
  if (checked.damage) throw std::runtime_error("the ledger just written is damaged");

  const auto& tree = checked.tree;
  const auto leaves = [&](std::uint64_t first, std::size_t count) { return store->leaves("main", first + 1, count); };
  std::mt19937_64 chance(9162);
  const auto included = times([&] {
    ledger::Subtrees subtrees(tree, leaves);
    const auto index = chance() % events;
    const auto event = store->event("main", index + 1);
    const auto path = ledger::inclusion_path(index, events, subtrees);
    if (ledger::root_from_inclusion(event->leaf, index, events, path) != tree.root())
      throw std::runtime_error("a proof does not hold");
  });
  const auto consistent = times([&] {
    ledger::Subtrees subtrees(tree, leaves);
    ledger::consistency_path(1 + chance() % events, events, subtrees);
  });
  return text_of({{"bench", "proof"},
                  {"events", events},
                  {"ledger_bytes", bytes},
                  {"verified_per_second", rounded(double(events) / verified)},
                  {"reading_per_second", rounded(double(events) / read)},
                  {"ratio_to_reading", rounded(read / verified)},
                  {"inclusion", included},
                  {"consistency", consistent}});
}

}  // namespace vs::bench
