// The runtime's promises: durable before acknowledged, one effect per key, replay equals live, damage found.
// MISSION: REC-01, REC-02
#include "engine/engine.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <filesystem>
#include <future>
#include <random>

#include "engine/tally.h"
#include "ledger/sqlite/db.h"
#include "ledger/sqlite/sqlite_store.h"

namespace vs::engine {

namespace {

namespace fs = std::filesystem;

struct Rig {
  explicit Rig(const fs::path& folder) : registry({tally::module()}) {
    store = ledger::sqlite::open_store(folder);
    keys = std::make_unique<ledger::Keys>(folder, folder / "kek");
    engine = std::make_unique<Engine>(
        *store, *keys, registry,
        Policy{[](const World&, const Actor& a) { return std::set<std::string>{a.id}; },
               [](std::string_view, const std::set<std::string>& roles) { return !roles.contains("nobody"); }},
        [] { return Instant{1'000'000}; });
    engine->start();
    if (engine->workspaces().empty()) engine->add_workspace({"w", "W"});
  }
  Submission count(int by, const std::string& key = {}, const std::string& fingerprint = "f") {
    Submission s;
    s.workspace = "w";
    s.actor = {ActorKind::person, "per_1", ""};
    s.command = registry.command("tallies", "", false);
    s.body = json::Object{{"by", by}, {"note", "noted " + std::to_string(by)}};
    s.idempotency_key = key;
    s.fingerprint = fingerprint;
    return s;
  }
  int counted() const {
    const auto* ws = engine->workspace("w");
    std::shared_lock lock(ws->lock);
    return ws->world.get<tally::State>().counted;
  }
  Registry registry;
  std::unique_ptr<ledger::Store> store;
  std::unique_ptr<ledger::Keys> keys;
  std::unique_ptr<Engine> engine;
};

class EngineTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_GE(sodium_init(), 0);
    fs::create_directories(folder);
  }
  void TearDown() override { fs::remove_all(folder); }
  fs::path folder = fs::temp_directory_path() / ("vs-engine-" + std::to_string(std::random_device{}()));
};

TEST_F(EngineTest, acknowledges_what_a_fresh_process_finds_again_words_included) {
  {
    Rig rig(folder);
    for (int i = 0; i < 7; ++i) ASSERT_TRUE(rig.engine->execute(rig.count(1)).answer);
  }
  Rig again(folder);
  EXPECT_EQ(again.counted(), 7);
  const auto& state = again.engine->workspace("w")->world.get<tally::State>();
  EXPECT_EQ(state.thirds, 2) << "reactions are stored with their cause, not run again";
  EXPECT_EQ(state.last, "noted 1");
}

TEST_F(EngineTest, an_idempotency_key_takes_effect_once_and_a_changed_body_is_a_conflict) {
  Rig rig(folder);
  const auto first = rig.engine->execute(rig.count(2, "k"));
  const auto second = rig.engine->execute(rig.count(2, "k"));
  EXPECT_TRUE(second.replayed);
  EXPECT_EQ(first.answer->json, second.answer->json);
  EXPECT_EQ(rig.counted(), 2);
  const auto other = rig.engine->execute(rig.count(3, "k", "another"));
  ASSERT_FALSE(other.answer);
  EXPECT_EQ(other.answer.error().kind, RefusalKind::conflict);
  EXPECT_EQ(rig.counted(), 2);
}

TEST_F(EngineTest, fifty_at_once_with_one_key_count_once) {
  Rig rig(folder);
  std::vector<std::future<Outcome>> all;
  for (int i = 0; i < 50; ++i)
    all.push_back(std::async(std::launch::async, [&] { return rig.engine->execute(rig.count(1, "same")); }));
  for (auto& f : all) EXPECT_TRUE(f.get().answer);
  EXPECT_EQ(rig.counted(), 1);
}

TEST_F(EngineTest, long_work_goes_on_in_slices_lets_others_in_between_and_is_taken_up_after_a_restart) {
  {
    Rig rig(folder);
    auto s = rig.count(1);
    s.command = rig.registry.command("tallies", "aim", false);
    s.body = json::Object{{"at", 100'000}};
    ASSERT_TRUE(rig.engine->execute(std::move(s)).answer);
    ASSERT_TRUE(rig.engine->execute(rig.count(100)).answer);
    EXPECT_LT(rig.counted(), 100'000) << "nobody waits for the end";
    s = rig.count(1);
    s.command = rig.registry.command("tallies", "aim", false);
    s.body = json::Object{{"at", rig.counted() + 50}};
    ASSERT_TRUE(rig.engine->execute(std::move(s)).answer);
  }
  Rig again(folder);
  const auto goal = again.engine->workspace("w")->world.get<tally::State>().goal;
  while (again.counted() < goal) std::this_thread::yield();
  EXPECT_EQ(again.counted(), goal);
}

TEST_F(EngineTest, work_that_cannot_go_on_stops_nobody_else) {
  Rig rig(folder);
  auto s = rig.count(1);
  s.command = rig.registry.command("tallies", "aim", false);
  s.body = json::Object{{"at", -1}};
  ASSERT_TRUE(rig.engine->execute(std::move(s)).answer);
  EXPECT_TRUE(rig.engine->execute(rig.count(3)).answer);
  EXPECT_EQ(rig.counted(), 3);
}

TEST_F(EngineTest, a_refusal_changes_nothing_and_says_all) {
  Rig rig(folder);
  auto s = rig.count(0);
  const auto outcome = rig.engine->execute(std::move(s));
  ASSERT_FALSE(outcome.answer);
  EXPECT_EQ(outcome.answer.error().reasons[0].code, "not_positive");
  EXPECT_EQ(rig.engine->workspace("w")->tip, 0u);
}

TEST_F(EngineTest, nobody_without_the_role_gets_through) {
  Rig rig(folder);
  auto s = rig.count(1);
  s.actor.id = "nobody";
  const auto outcome = rig.engine->execute(std::move(s));
  ASSERT_FALSE(outcome.answer);
  EXPECT_EQ(outcome.answer.error().kind, RefusalKind::forbidden);
  EXPECT_EQ(rig.counted(), 0);
}

TEST_F(EngineTest, a_stale_version_is_refused) {
  Rig rig(folder);
  rig.engine->execute(rig.count(1));
  auto s = rig.count(1);
  s.command = rig.registry.command("tallies", "again", true);
  s.target = "one";
  s.if_version = 99;
  const auto outcome = rig.engine->execute(std::move(s));
  ASSERT_FALSE(outcome.answer);
  EXPECT_EQ(outcome.answer.error().kind, RefusalKind::stale);
}

TEST_F(EngineTest, knows_the_state_as_of_any_sequence) {
  Rig rig(folder);
  for (int i = 1; i <= 5; ++i) rig.engine->execute(rig.count(1));
  for (std::uint64_t n : {1u, 2u, 3u}) {
    Workspace past({"w", "W"}, rig.registry);
    replay(*rig.store, *rig.keys, rig.registry, past, {n, {INT64_MAX}});
    EXPECT_EQ(past.world.get<tally::State>().counted, int(n));
  }
}

// Every way of touching the stored rows that keeps the file readable.
TEST_F(EngineTest, finds_any_edit_of_the_ledger_at_start) {
  {
    Rig rig(folder);
    for (int i = 0; i < 20; ++i) rig.engine->execute(rig.count(1));
  }
  const std::vector<const char*> edits{
      "UPDATE event SET bytes = replace(CAST(bytes AS TEXT), '\"by\":1', '\"by\":2') WHERE seq = 5",
      "DELETE FROM event WHERE seq = 7",
      "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)",
      "UPDATE event SET nonce = zeroblob(16) WHERE seq = 3",
      "UPDATE event SET leaf = zeroblob(32) WHERE seq = 9",
      "UPDATE head SET size = size - 1",
      "UPDATE head SET root = zeroblob(32)"};
  for (const char* edit : edits) {
    const fs::path copy = folder.string() + "-edited";
    fs::remove_all(copy);
    fs::copy(folder, copy, fs::copy_options::recursive);
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open((copy / "vouchsafe.db").c_str(), &db), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(db, edit, nullptr, nullptr, nullptr), SQLITE_OK) << edit;
    ASSERT_GT(sqlite3_total_changes(db), 0) << edit;
    sqlite3_close(db);
    EXPECT_THROW(Rig{copy}, ledger::StoreFailure) << edit;
    fs::remove_all(copy);
  }
}

TEST_F(EngineTest, names_the_first_of_many_damages_in_a_long_ledger) {
  const auto many = [](const World&, const Context&) {
    Events events;
    for (int n = 0; n < 5'000; ++n) events.push_back(tally::Counted{1, Personal::of("con_1", "x")});
    return events;
  };
  {
    Rig rig(folder);
    rig.engine->append("w", {ActorKind::watcher, "test", ""}, many);
  }
  EXPECT_EQ(Rig(folder).counted(), 5'000);
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open((folder / "vouchsafe.db").c_str(), &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db,
                         "UPDATE event SET nonce = zeroblob(16) WHERE seq IN (3210, 4321); "
                         "DELETE FROM event WHERE seq IN (3300, 5100)",
                         nullptr, nullptr, nullptr),
            SQLITE_OK);
  sqlite3_close(db);
  try {
    Rig damaged(folder);
    FAIL() << "it started";
  } catch (const ledger::StoreFailure& failure) {
    EXPECT_NE(std::string(failure.what()).find("event 3210"), std::string::npos) << failure.what();
  }
}

TEST_F(EngineTest, refuses_to_start_on_an_event_it_does_not_know) {
  {
    Rig rig(folder);
    rig.engine->execute(rig.count(1));
  }
  auto store = ledger::sqlite::open_store(folder);
  ledger::Keys keys(folder, folder / "kek");
  const Registry nothing({});
  Workspace ws({"w", "W"}, nothing);
  EXPECT_THROW(replay(*store, keys, nothing, ws), UnreadableEvent);
}

}  // namespace
}  // namespace vs::engine
