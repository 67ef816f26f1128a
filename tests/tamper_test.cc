// Whoever can write the database is found out: ten thousand random edits of a ledger that the engine wrote, each named
// by the first event that is wrong; and what leaves no trace inside is found by any one checkpoint from outside.
// VOUCHSAFE_TAMPER: another number of edits.
// MISSION: REC-01   QUALITY: S-TAMPER
#include <gtest/gtest.h>
#include <sodium.h>

#include <cstdlib>
#include <random>

#include "engine/engine.h"
#include "engine/tally.h"
#include "ledger/check.h"
#include "ledger/sqlite/db.h"
#include "ledger/sqlite/sqlite_store.h"

namespace {

namespace fs = std::filesystem;
using namespace vs;
using ledger::StoredEvent;
using ledger::sqlite::Statement;

// A ledger of so many events on the disk, with a second connection that nobody knows of, and a checkpoint outside.
class Ledger {
 public:
  explicit Ledger(std::uint64_t events) : chance_(events) {
    EXPECT_GE(sodium_init(), 0);
    fs::create_directories(folder_);
    write(events);
    store_ = ledger::sqlite::open_store(folder_);
    raw_ = std::make_unique<ledger::sqlite::Db>(folder_ / "vouchsafe.db");
    raw_->run("PRAGMA synchronous=OFF");
    store_->each_event("w", 0, [&](StoredEvent&& e) { good_.push_back(std::move(e)); });
    head_ = store_->head("w");
    note_ =
        key_.sign(ledger::Checkpoint{ledger::origin_of("w"), head_.first, head_.second}.text(), ledger::origin_of("w"));
  }
  ~Ledger() {
    raw_.reset();
    store_.reset();
    fs::remove_all(folder_);
  }

  std::uint64_t size() const { return good_.size(); }
  std::uint64_t below(std::uint64_t n) { return chance_() % n; }
  std::uint64_t any() { return 1 + below(size()); }
  const StoredEvent& good(std::uint64_t sequence) const { return good_.at(sequence - 1); }

  void put(std::uint64_t sequence, const StoredEvent& e) {
    touched_.insert(sequence);
    Statement(*raw_, "INSERT OR REPLACE INTO event(ws, seq, bytes, nonce, leaf) VALUES(CAST('w' AS BLOB), ?, ?, ?, ?)")
        .bind(sequence, e.bytes, e.nonce, e.leaf)
        .done();
  }
  void remove(std::uint64_t sequence) {
    touched_.insert(sequence);
    Statement(*raw_, "DELETE FROM event WHERE ws = CAST('w' AS BLOB) AND seq = ?").bind(sequence).done();
  }
  void give_away(std::uint64_t sequence) {
    touched_.insert(sequence);
    Statement(*raw_, "UPDATE OR REPLACE event SET ws = CAST('v' AS BLOB) WHERE ws = CAST('w' AS BLOB) AND seq = ?")
        .bind(sequence)
        .done();
  }
  void move(std::uint64_t from, std::uint64_t to) {
    remove(from);
    put(to, good(from));
  }
  void put_head(std::uint64_t size, const ledger::Hash& root) {
    Statement(*raw_, "UPDATE head SET size = ?, root = ?").bind(size, root).done();
  }
  void run(const char* sql) { raw_->run(sql); }

  ledger::Checked check() { return ledger::check_ledger(*store_, "w"); }
  std::optional<std::string> check_outside(const ledger::Tree& tree) {
    return ledger::contradiction(*store_, "w", tree, note_, {{ledger::origin_of("w"), key_.public_key()}});
  }
  // As if nothing had happened.
  void restore() {
    for (const auto sequence : std::exchange(touched_, {}))
      if (sequence >= 1 && sequence <= size()) put(sequence, good(sequence));
      else remove(sequence);
    touched_.clear();
    put_head(head_.first, head_.second);
  }
  ledger::Keys keys() { return ledger::Keys(folder_, folder_ / "kek"); }
  ledger::Store& store() { return *store_; }

 private:
  void write(std::uint64_t events) {
    const engine::Registry registry({engine::tally::module()});
    const auto store = ledger::sqlite::open_store(folder_);
    ledger::Keys keys(folder_, folder_ / "kek");
    engine::Engine engine(*store, keys, registry,
                          {[](const World&, const Actor&) { return std::set<std::string>{}; },
                           [](std::string_view, const std::set<std::string>&) { return true; }},
                          [] { return Instant{1'000'000}; });
    engine.start();
    engine.add_workspace({"w", "W"});
    engine.append("w", {ActorKind::person, "per_1", ""}, [&](const World&, const Context&) {
      Events out;
      for (std::uint64_t i = 0; i < events * 3 / 4; ++i)
        out.emplace_back(engine::tally::Counted{1, Personal::of("con_1", "word " + std::to_string(i))});
      return out;
    });
    engine.stop();
  }

  fs::path folder_ = fs::temp_directory_path() / ("vs-tamper-" + std::to_string(std::random_device{}()));
  std::mt19937_64 chance_;
  std::unique_ptr<ledger::Store> store_;
  std::unique_ptr<ledger::sqlite::Db> raw_;
  std::vector<StoredEvent> good_;
  std::pair<std::uint64_t, ledger::Hash> head_;
  std::set<std::uint64_t> touched_;
  ledger::SigningKey key_ = ledger::SigningKey::make();
  std::string note_;
};

void flip(auto& bytes, std::uint64_t at) {
  using Byte = std::remove_reference_t<decltype(bytes[0])>;
  bytes[at / 8 % bytes.size()] ^= Byte(1u << at % 8);
}

bool replace(std::string& text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  if (at == std::string::npos) return false;
  text.replace(at, what.size(), by);
  return true;
}

// The clumsy ones: each answers the first event that is wrong afterwards.
using Edit = std::uint64_t (*)(Ledger&);

std::uint64_t changed(Ledger& l, const std::function<void(StoredEvent&)>& f) {
  const auto k = l.any();
  auto e = l.good(k);
  f(e);
  l.put(k, e);
  return k;
}

using Edits = std::vector<std::pair<const char*, Edit>>;

// What can be changed in a row.
Edits of_columns() {
  return {
      {"a bit of the bytes",
       [](Ledger& l) { return changed(l, [&](StoredEvent& e) { flip(e.bytes, l.below(1 << 20)); }); }},
      {"a bit of the nonce",
       [](Ledger& l) { return changed(l, [&](StoredEvent& e) { flip(e.nonce, l.below(1 << 20)); }); }},
      {"a bit of the leaf",
       [](Ledger& l) { return changed(l, [&](StoredEvent& e) { flip(e.leaf, l.below(1 << 20)); }); }},
      {"a bit of the sequence",
       [](Ledger& l) {
         const auto k = l.any();
         auto to = k;
         while (to >= 1 && to <= l.size()) to = k ^ (1ull << l.below(40));
         l.move(k, to);
         return k;
       }},
      {"another workspace's column",
       [](Ledger& l) {
         const auto k = l.any();
         l.give_away(k);
         return k;
       }},
  };
}

// What can be done to their order.
Edits of_places() {
  return {
      {"deleted",
       [](Ledger& l) {
         const auto k = l.any();
         return l.remove(k), k;
       }},
      {"inserted in the middle",
       [](Ledger& l) {
         const auto k = l.any(), copy = l.any();
         for (auto n = std::min(l.size(), k + 20); n >= k; --n) l.put(n + 1, l.good(n));
         l.put(k, l.good(copy));
         return k == copy ? k + 1 : k;
       }},
      {"appended behind the end", [](Ledger& l) { return l.put(l.size() + 1, l.good(l.any())), l.size() + 1; }},
      {"swapped",
       [](Ledger& l) {
         const auto a = l.any(), b = a % l.size() + 1;
         l.put(a, l.good(b)), l.put(b, l.good(a));
         return std::min(a, b);
       }},
      {"written over by a copy of another",
       [](Ledger& l) {
         const auto k = l.any();
         return l.put(k, l.good(k % l.size() + 1)), k;
       }},
  };
}

// What would change the meaning.
Edits of_meaning() {
  return {
      {"another time",
       [](Ledger& l) {
         return changed(l, [](StoredEvent& e) { EXPECT_TRUE(replace(e.bytes, "\"at\":1000000", "\"at\":2000000")); });
       }},
      {"another actor",
       [](Ledger& l) { return changed(l, [](StoredEvent& e) { EXPECT_TRUE(replace(e.bytes, "per_1", "per_2")); }); }},
      {"another workspace",
       [](Ledger& l) {
         return changed(l, [](StoredEvent& e) { EXPECT_TRUE(replace(e.bytes, "\"ws\":\"w\"", "\"ws\":\"v\"")); });
       }},
      {"another workspace, under a leaf that fits",
       [](Ledger& l) {
         return changed(l, [](StoredEvent& e) {
           EXPECT_TRUE(replace(e.bytes, "\"ws\":\"w\"", "\"ws\":\"v\""));
           e.leaf = ledger::leaf_hash(e.nonce, e.bytes);
         });
       }},
      {"the tail cut off",
       [](Ledger& l) {
         const auto k = l.size() - l.below(20);
         for (auto n = k; n <= l.size(); ++n) l.remove(n);
         return k;
       }},
      {"another size of the whole",
       [](Ledger& l) {
         const std::uint64_t size = l.size() ^ (1ull << l.below(30));
         l.put_head(size, l.check().tree.root());
         return std::min(size, l.size()) + 1;
       }},
  };
}

const Edits& edits() {
  static const Edits all = [] {
    Edits out;
    for (auto&& some : {of_columns(), of_places(), of_meaning()}) out.insert(out.end(), some.begin(), some.end());
    return out;
  }();
  return all;
}

std::uint64_t wanted() {
  const char* text = std::getenv("VOUCHSAFE_TAMPER");
  return text ? std::strtoull(text, nullptr, 10) : 10'000;
}

void tamper(Ledger& l, std::uint64_t times) {
  ASSERT_FALSE(l.check().damage);
  for (std::uint64_t n = 0; n < times; ++n) {
    const auto& [what, edit] = edits()[l.below(edits().size())];
    l.run("BEGIN");
    const auto first = edit(l);
    l.run("COMMIT");
    const auto damage = l.check().damage;
    ASSERT_TRUE(damage) << what << " at " << first << " was not found";
    ASSERT_EQ(damage->sequence, first) << what << ": " << damage->what;
    l.run("BEGIN");
    l.restore();
    l.run("COMMIT");
  }
  ASSERT_FALSE(l.check().damage) << "the edits were taken back";
}

TEST(Tamper, every_random_edit_is_found_and_the_first_wrong_event_is_named) {
  Ledger ledger(500);
  tamper(ledger, wanted() * 19 / 20);
}

TEST(Tamper, in_a_ledger_of_ten_thousand_events_too) {
  Ledger ledger(10'000);
  tamper(ledger, wanted() / 20);
}

// The clever ones: what is left fits together, and only a checkpoint that is elsewhere tells.
TEST(Tamper, a_tail_cut_off_with_a_head_to_match_is_found_by_any_checkpoint) {
  Ledger l(400);
  for (std::uint64_t lost = 1; lost <= 50; ++lost) {
    for (auto n = l.size() - lost + 1; n <= l.size(); ++n) l.remove(n);
    ledger::Tree tree;
    for (std::uint64_t n = 1; n <= l.size() - lost; ++n) tree.append(l.good(n).leaf);
    l.put_head(tree.size(), tree.root());
    const auto checked = l.check();
    ASSERT_FALSE(checked.damage) << "nothing inside tells";
    ASSERT_TRUE(l.check_outside(checked.tree)) << lost << " events are missing";
    l.restore();
  }
  EXPECT_FALSE(l.check_outside(l.check().tree));
}

TEST(Tamper, a_ledger_written_anew_from_any_event_on_is_found_by_any_checkpoint) {
  Ledger l(400);
  for (int times = 0; times < 50; ++times) {
    const auto from = l.any();
    ledger::Tree tree;
    for (std::uint64_t n = 1; n <= l.size(); ++n) {
      auto e = l.good(n);
      if (n == from) replace(e.bytes, "per_1", "per_9");
      if (n >= from) {
        randombytes_buf(e.nonce.data(), e.nonce.size());
        e.leaf = ledger::leaf_hash(e.nonce, e.bytes);
        l.put(n, e);
      }
      tree.append(e.leaf);
    }
    l.put_head(tree.size(), tree.root());
    const auto checked = l.check();
    ASSERT_FALSE(checked.damage) << "nothing inside tells";
    ASSERT_TRUE(l.check_outside(checked.tree)) << "written anew from " << from;
    l.restore();
  }
}

TEST(Tamper, words_that_were_exchanged_or_spoiled_are_found) {
  Ledger l(400);
  const auto keys = l.keys();
  const auto good = ledger::check_words(l.store(), keys, "w");
  ASSERT_FALSE(good.damage);
  EXPECT_EQ(good.kept, 300u);
  l.run("CREATE TABLE kept AS SELECT * FROM vault");
  for (const char* edit :
       {"UPDATE vault SET sealed = CAST(substr(sealed, 1, 40) || x'00' || substr(sealed, 42) AS BLOB)",
        "UPDATE vault SET sealed = (SELECT max(sealed) FROM vault)",
        "UPDATE vault SET ref = CAST('v_elsewhere' AS BLOB)"}) {
    l.run((std::string(edit) + " WHERE ref = (SELECT min(ref) FROM vault)").c_str());
    EXPECT_TRUE(ledger::check_words(l.store(), keys, "w").damage) << edit;
    l.run("DELETE FROM vault; INSERT INTO vault SELECT * FROM kept");
    EXPECT_FALSE(ledger::check_words(l.store(), keys, "w").damage);
  }
}

}  // namespace
