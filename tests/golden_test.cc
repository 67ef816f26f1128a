// What is stored is stored for ever: this keeps old bytes readable, and old ledgers at the state they had.
//
// A new event type: put one stored event of it, as `data` of an envelope and plainly fictional, into
// tests/golden/<type>.json (one line; take it from a ledger:  sqlite3 vouchsafe.db "select bytes from event").
// Existing files are never changed. tests/golden/ledger.jsonl is a small program from its first hour on, and
// ledger.digest what each collection then shows. When a view, not a fold, changed knowingly, write it anew:
//   VOUCHSAFE_GOLDEN=write build/golden_test
// MISSION: REC-01, REC-02
#include <gtest/gtest.h>
#include <sodium.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "app/dump.h"
#include "app/modules.h"
#include "engine/workspace.h"
#include "ledger/envelope.h"

namespace {

const std::string folder = "tests/golden/";

std::string content(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return std::move(text).str();
}

std::string one_line(const std::string& path) {
  auto text = content(path);
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

std::string sha256(const std::string& text) {
  vs::ledger::Hash hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
  return vs::ledger::hex(hash);
}

template <class F>
void each_event_type(F&& f) {
  for (const auto& module : vs::modules())
    for (const auto* event : module.events) f(*event);
}

// Folds the corpus as a start of the program would, but without words about people: their keys are gone.
void fold(vs::engine::Workspace& ws, const vs::engine::Registry& registry) {
  std::ifstream lines(folder + "ledger.jsonl");
  for (std::string line; std::getline(lines, line);) {
    const auto envelope = vs::ledger::decode_envelope(line);
    const auto& ops = registry.event(envelope.type);
    ops.apply(ws.world, ops.decode(envelope.data).get(), envelope.meta);
    ws.tip = envelope.meta.sequence;
    ws.last_at = envelope.meta.at;
    ws.tree.append(vs::ledger::leaf_hash({}, line));
  }
}

TEST(Golden, every_event_type_has_a_stored_example) {
  each_event_type([](const vs::EventOps& ops) {
    EXPECT_FALSE(one_line(folder + std::string(ops.type) + ".json").empty())
        << "tests/golden/" << ops.type << ".json is missing";
  });
}

TEST(Golden, every_example_is_read_and_written_again_byte_for_byte) {
  each_event_type([](const vs::EventOps& ops) {
    const auto stored = one_line(folder + std::string(ops.type) + ".json");
    if (stored.empty()) return;
    const auto value = vs::json::parse(stored);
    ASSERT_TRUE(value) << ops.type;
    std::string again;
    ASSERT_NO_THROW(ops.write(ops.decode(*value).get(), again)) << ops.type;
    EXPECT_EQ(again, stored) << ops.type;
  });
}

TEST(Golden, every_example_folds_into_a_world_that_knows_nothing_of_it) {
  const vs::engine::Registry registry(vs::modules());
  each_event_type([&](const vs::EventOps& ops) {
    const auto value = vs::json::parse(one_line(folder + std::string(ops.type) + ".json"));
    if (!value) return;
    vs::World world;
    registry.prepare(world);
    const vs::Meta meta{1, {1'763'800'000'000'000}, {vs::ActorKind::person, "per_golden", ""}, "cmd_golden", 0};
    EXPECT_NO_THROW(ops.apply(world, ops.decode(*value).get(), meta)) << ops.type;
  });
}

// The canonical dump, collection by collection, each as a digest; those that show nothing are left out.
std::map<std::string, std::string> digests(const std::string& dump) {
  std::map<std::string, std::string> sections, out;
  std::istringstream lines(dump);
  std::string section = "ledger";
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("# ")) section = line.substr(2);
    else sections[section] += line + '\n';
  for (const auto& [name, text] : sections) out[name] = sha256(text);
  return out;
}

TEST(Golden, an_old_ledger_folds_to_the_state_it_had) {
  const vs::engine::Registry registry(vs::modules());
  vs::engine::Workspace ws({"golden", "Golden"}, registry);
  ASSERT_NO_THROW(fold(ws, registry));
  EXPECT_GT(ws.tip, 100u);
  const auto now = digests(vs::app::canonical_dump(registry, ws));
  EXPECT_GT(now.size(), 10u);
  if (const char* wish = std::getenv("VOUCHSAFE_GOLDEN"); wish && std::string(wish) == "write") {
    std::ofstream file(folder + "ledger.digest");
    for (const auto& [collection, digest] : now) file << collection << ' ' << digest << '\n';
  }
  std::map<std::string, std::string> then;
  std::ifstream file(folder + "ledger.digest");
  for (std::string collection, digest; file >> collection >> digest;) then[collection] = digest;
  for (const auto& [collection, digest] : then)
    EXPECT_EQ(now.contains(collection) ? now.at(collection) : "nothing", digest)
        << collection << ": the same facts show something else than before; mend the fold, or see above";
  for (const auto& [collection, digest] : now)
    EXPECT_TRUE(then.contains(collection)) << collection << " is not in ledger.digest; see above";
}

}  // namespace
