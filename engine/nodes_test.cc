// Several nodes on one PostgreSQL: they decide one after the other, follow each other, and one of them leads.
// MISSION: REC-01
// QUALITY: R-PG
#include <gtest/gtest.h>
#include <sodium.h>

#include <chrono>
#include <filesystem>
#include <future>

#include "engine/engine.h"
#include "engine/tally.h"
#include "ledger/postgres/postgres_keys.h"
#include "ledger/postgres/postgres_store.h"
#include "ledger/private_postgres.h"

namespace vs::engine {
namespace {

namespace fs = std::filesystem;
using SteadyClock = std::chrono::steady_clock;

struct Node {
  Node(const std::string& url, const fs::path& kek, Module module = tally::module())
      : registry({std::move(module)}),
        store(ledger::postgres::open_store(url)),
        keys(ledger::postgres::open_keys(url), kek) {
    engine = std::make_unique<Engine>(*store, keys, registry,
                                      Policy{[](const World&, const Actor& a) { return std::set<std::string>{a.id}; },
                                             [](std::string_view, const std::set<std::string>&) { return true; }},
                                      [] { return Instant{1'000'000}; });
    engine->start();
  }

  Submission count(const std::string& workspace, const std::string& key = {}) {
    Submission s;
    s.workspace = workspace;
    s.actor = {ActorKind::person, "per_1", ""};
    s.command = registry.command("tallies", "", false);
    s.body = json::Object{{"by", 1}, {"note", "noted by hand"}};
    s.idempotency_key = key;
    s.fingerprint = "f";
    return s;
  }
  Submission aim(int at) {
    auto s = count("w");
    s.command = registry.command("tallies", "aim", false);
    s.body = json::Object{{"at", at}};
    return s;
  }
  tally::State state(const std::string& workspace) const {
    const auto* ws = engine->workspace(workspace);
    if (!ws) return {};
    std::shared_lock lock(ws->lock);
    return ws->world.get<tally::State>();
  }
  int counted(const std::string& workspace = "w") const { return state(workspace).counted; }

  Registry registry;
  std::unique_ptr<ledger::Store> store;
  ledger::Keys keys;
  std::unique_ptr<Engine> engine;
};

class Nodes : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_GE(sodium_init(), 0);
    fs::create_directories(folder);
    url = ledger::PrivatePostgres::get().fresh();
    a = std::make_unique<Node>(url, folder / "kek");
    a->engine->add_workspace({"w", "W"});
    b = std::make_unique<Node>(url, folder / "kek");
  }
  ~Nodes() override {
    a.reset(), b.reset();
    fs::remove_all(folder);
  }

  // How long until it holds; fails the test when it never does.
  static std::chrono::milliseconds until(const std::function<bool()>& holds) {
    const auto begun = SteadyClock::now();
    while (!holds() && SteadyClock::now() - begun < std::chrono::seconds(20))
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    EXPECT_TRUE(holds());
    return std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - begun);
  }
  Node& leader() { return a->engine->leads() ? *a : *b; }

  const fs::path folder = fs::temp_directory_path() / ("vs-nodes-" + std::to_string(::getpid()));
  std::string url;
  std::unique_ptr<Node> a, b;
};

// What became of commands that were submitted all at once.
struct Counted {
  std::atomic<int> done{0}, repeated{0}, put_off{0};
  std::vector<std::promise<void>> ends;
};

void submit_many(Node& node, const std::string& workspace, int n, const std::string& keys, Counted& counted) {
  for (int i = 0; i < n; ++i) {
    auto s = node.count(workspace, keys.empty() ? "" : keys + std::to_string(i));
    auto& end = counted.ends.emplace_back();
    s.done = [&counted, &end](Outcome&& o) {
      ++(!o.answer ? counted.put_off : o.replayed ? counted.repeated : counted.done);
      end.set_value();
    };
    node.engine->submit(std::move(s));
  }
}

void wait(Counted& counted) {
  for (auto& end : counted.ends) end.get_future().get();
}

TEST_F(Nodes, decide_one_after_the_other_and_end_in_the_same_state) {
  constexpr int n = 400;
  Counted at_a, at_b;
  at_a.ends.reserve(n), at_b.ends.reserve(n);
  auto other = std::async(std::launch::async, [&] { submit_many(*b, "w", n, "b", at_b); });
  submit_many(*a, "w", n, "a", at_a);
  other.get();
  wait(at_a), wait(at_b);
  EXPECT_EQ(at_a.done + at_b.done, 2 * n);
  until([&] { return a->counted() == 2 * n && b->counted() == 2 * n; });
  EXPECT_EQ(a->state("w").thirds, b->state("w").thirds);
  EXPECT_EQ(b->state("w").last, "noted by hand") << "words come with what is followed";
  Workspace fresh({"w", "W"}, a->registry);
  replay(*a->store, a->keys, a->registry, fresh);
  EXPECT_EQ(fresh.world.get<tally::State>().counted, 2 * n);
  EXPECT_EQ(fresh.tree.root(), b->engine->workspace("w")->tree.root());
}

TEST_F(Nodes, a_key_used_on_both_takes_effect_once) {
  constexpr int n = 100;
  Counted at_a, at_b;
  at_a.ends.reserve(n), at_b.ends.reserve(n);
  auto other = std::async(std::launch::async, [&] { submit_many(*b, "w", n, "same", at_b); });
  submit_many(*a, "w", n, "same", at_a);
  other.get();
  wait(at_a), wait(at_b);
  EXPECT_EQ(at_a.done + at_b.done, n);
  EXPECT_EQ(at_a.repeated + at_b.repeated, n);
  until([&] { return a->counted() == n && b->counted() == n; });
}

TEST_F(Nodes, follow_each_other_at_once_and_tell_who_listens) {
  std::mutex lock;
  std::vector<Change> heard;
  b->engine->on_change([&](const std::vector<Change>& changes) {
    std::lock_guard held(lock);
    heard.insert(heard.end(), changes.begin(), changes.end());
  });
  std::chrono::milliseconds longest{0};
  for (int i = 1; i <= 20; ++i) {
    a->engine->execute(a->count("w"));
    longest = std::max(longest, until([&] { return b->counted() == i; }));
  }
  EXPECT_LT(longest.count(), 900) << "it was told, it did not have to look";
  until([&] {
    std::lock_guard held(lock);
    return !heard.empty() && heard[0].collection == "tallies" && heard[0].workspace == "w";
  });
}

TEST_F(Nodes, a_workspace_founded_on_one_is_known_on_the_other) {
  a->engine->add_workspace({"new", "New"});
  a->engine->execute(a->count("new"));
  until([&] { return b->counted("new") == 1; });
  EXPECT_TRUE(b->engine->execute(b->count("new")).answer);
}

TEST_F(Nodes, one_leads_does_the_long_work_and_is_followed_by_the_other) {
  until([&] { return a->engine->leads() || b->engine->leads(); });
  ASSERT_NE(a->engine->leads(), b->engine->leads());
  const bool first = a->engine->leads();
  auto& other = first ? b : a;
  other->engine->execute(other->aim(50));
  until([&] { return a->counted() >= 50 && b->counted() >= 50; });
  (first ? a : b).reset();
  until([&] { return other->engine->leads(); });
  other->engine->execute(other->aim(80));
  until([&] { return other->counted() >= 80; });
}

TEST_F(Nodes, lost_connections_lose_nothing_and_double_nothing) {
  a->engine->add_workspace({"wa", "A's"});
  a->engine->add_workspace({"wb", "B's"});
  until([&] { return b->engine->workspace("wb") != nullptr; });
  constexpr int rounds = 12, n = 60;
  Counted at_a, at_b;
  at_a.ends.reserve(rounds * n), at_b.ends.reserve(rounds * n);
  ledger::postgres::Connection admin(url, "SELECT 1");
  for (int round = 0; round < rounds; ++round) {
    submit_many(*a, "wa", n, "a" + std::to_string(round) + "-", at_a);
    submit_many(*b, "wb", n, "b" + std::to_string(round) + "-", at_b);
    std::this_thread::sleep_for(std::chrono::milliseconds(30 * round));
    admin.script(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = "
        "current_database()");
  }
  wait(at_a), wait(at_b);
  EXPECT_GT(at_a.done + at_b.done, n);
  until([&] { return a->counted("wb") == at_b.done && b->counted("wa") == at_a.done; });
  EXPECT_EQ(a->counted("wa"), at_a.done) << "what was put off had no effect";
  EXPECT_EQ(b->counted("wb"), at_b.done);
}

TEST_F(Nodes, words_deleted_on_one_leave_the_memory_of_the_other_when_it_folds_anew) {
  a->engine->execute(a->count("w"));
  until([&] { return b->state("w").last == "noted by hand"; });
  ASSERT_TRUE(b->keys.find("w", "con_1"));
  a->keys.forget("w", "con_1");
  a->store->forget("w", "con_1");
  b->engine->refold("w");
  EXPECT_EQ(b->state("w").last, "");
  EXPECT_FALSE(b->keys.find("w", "con_1"));
  EXPECT_EQ(b->counted(), 1) << "the fact stays";
}

TEST_F(Nodes, another_key_file_is_refused) {
  EXPECT_THROW(Node(url, folder / "another-kek"), ledger::StoreFailure);
}

// A node of an earlier version, which does not know `tally.aimed` yet.
Module earlier() {
  return std::move(Feature("tally")
                       .events<tally::Counted, tally::Thirded>()
                       .creates("tallies", "Count", &tally::count)
                       .shows("tallies", &tally::item)
                       .reacts<tally::Counted>(&tally::follow));
}

class Upgrade : public Nodes {
 protected:
  void SetUp() override {
    Nodes::SetUp();
    b.reset();
    old = std::make_unique<Node>(url, folder / "kek", earlier());
    old->engine->on_outdated([this](const std::string& said) { cause = said, ++told; });
  }
  ~Upgrade() override { old.reset(); }
  Result<Answer> ask_old() {
    const auto& query = *old->registry.item("tallies");
    return old->engine->ask("w", query, Ask{{ActorKind::person, "per_1", ""}, {}, {}, "one", {}, 0}).answer;
  }

  std::unique_ptr<Node> old;
  std::atomic<int> told{0};
  std::string cause;
};

TEST_F(Upgrade, a_node_that_cannot_read_what_a_newer_one_wrote_serves_nothing_any_more) {
  old->engine->execute(old->count("w"));
  EXPECT_TRUE(ask_old());
  ASSERT_TRUE(a->engine->execute(a->aim(0)).answer);
  until([&] { return told > 0; });
  EXPECT_EQ(cause, "workspace w, event 2: no event type 'tally.aimed' (written by a newer version?)");
  EXPECT_TRUE(old->engine->outdated());
  ASSERT_FALSE(ask_old());
  EXPECT_EQ(ask_old().error().reasons[0].code, "node_outdated");
  const auto refused = old->engine->execute(old->count("w")).answer;
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, RefusalKind::busy);
  EXPECT_THROW(old->engine->append("w", {}, [](const World&, const Context&) { return Events{}; }),
               ledger::NewerVersion);
  EXPECT_EQ(old->counted(), 1) << "its state ends before what it cannot read";
  EXPECT_EQ(told, 1);
}

TEST_F(Upgrade, the_newer_node_goes_on_at_once_and_leads) {
  // The older one meets it in the middle of its own commands, while it holds the ledger.
  Counted at_old;
  at_old.ends.reserve(300);
  submit_many(*old, "w", 300, "", at_old);
  ASSERT_TRUE(a->engine->execute(a->aim(0)).answer);
  wait(at_old);
  until([&] { return told > 0; });
  const auto begun = SteadyClock::now();
  ASSERT_TRUE(a->engine->execute(a->count("w")).answer);
  until([&] { return a->engine->leads(); });
  EXPECT_LT(SteadyClock::now() - begun, std::chrono::seconds(5)) << "it waited for the older one";
  EXPECT_FALSE(old->engine->leads());
  EXPECT_EQ(a->counted(), at_old.done + 1) << "what was put off had no effect";
}

TEST_F(Upgrade, a_whole_workspace_that_it_cannot_read_ends_its_turn_too) {
  a->engine->add_workspace({"new", "New"});
  auto aim = a->aim(0);
  aim.workspace = "new";
  ASSERT_TRUE(a->engine->execute(std::move(aim)).answer);
  until([&] { return told > 0; });
  EXPECT_FALSE(ask_old()) << "also of those that it can read";
}

TEST_F(Upgrade, an_older_node_does_not_start_on_what_it_cannot_read) {
  ASSERT_TRUE(a->engine->execute(a->aim(0)).answer);
  EXPECT_THROW(Node(url, folder / "kek", earlier()), UnreadableEvent);
}

}  // namespace
}  // namespace vs::engine
