// Owners of all kinds move to another algorithm, broken off at any step and taken up again: whatever happens,
// everything can be read, its commitments hold, and in the end the old keys open nothing. MISSION: REC-01, REC-02
// QUALITY: 11.2.2, R-PG
#include "app/reseal.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <filesystem>
#include <random>

#include "app/second_factor.h"
#include "kernel/json.h"
#include "ledger/key_file.h"
#include "ledger/note.h"
#include "ledger/postgres/postgres_keys.h"
#include "ledger/postgres/postgres_store.h"
#include "ledger/private_postgres.h"
#include "ledger/sqlite/sqlite_keys.h"
#include "ledger/sqlite/sqlite_store.h"
#include "ledger/vault.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;
using ledger::Algorithm;

struct PowerCut {};

// What somebody wrote down of every seal that there is.
struct Known {
  struct Word {
    std::string owner, words, commitment;
  };
  std::map<std::pair<std::string, std::string>, Word> words;  ///< by workspace and reference
  std::map<std::pair<std::string, std::string>, std::string> files;
  std::map<std::string, std::string> secrets;  ///< of second factors, by person
};

struct Resealing : testing::TestWithParam<const char*> {
  Resealing() {
    if (sodium_init() < 0) throw std::runtime_error("no libsodium");
    fs::create_directories(folder);
    if (on_postgres()) url = ledger::PrivatePostgres::get().fresh();
    open();
    store->add_workspace({"a", "A"});
    store->add_workspace({"b", "B"});
  }
  ~Resealing() override {
    keys.reset(), store.reset();
    fs::remove_all(folder);
  }

  static bool on_postgres() { return std::string(GetParam()) == "postgres"; }
  // As after a start: a move that was broken off is ended first.
  void open() {
    keys.reset(), store.reset();
    store = on_postgres() ? ledger::postgres::open_store(url) : ledger::sqlite::open_store(folder);
    keys = std::make_unique<ledger::Keys>(
        on_postgres() ? ledger::postgres::open_keys(url) : ledger::sqlite::open_keys(folder), folder / "kek");
    settle_moves(*store, *keys);
  }

  std::string some_words() {
    std::string out(chance() % 200, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
  }
  void add_words(const std::string& workspace, const std::string& owner, int many) {
    ledger::Append part;
    part.workspace = workspace;
    for (int i = 0; i < many; ++i) {
      const auto ref = "v_" + std::to_string(++number);
      const auto words = some_words();
      auto sealed = ledger::seal(keys->durable(workspace, owner), workspace, ref, words);
      known.words[{workspace, ref}] = {owner, words, sealed.commitment};
      part.vault.push_back({ref, owner, std::move(sealed.bytes)});
    }
    store->begin({{workspace, {}}});
    store->commit({part});
  }
  void add_file(const std::string& workspace, const std::string& id) {
    const auto bytes = some_words();
    store->put_blob(
        workspace, {id, "text/plain", "a.txt", ledger::seal(keys->durable(workspace, id), workspace, id, bytes).bytes});
    known.files[{workspace, id}] = bytes;
  }
  void add_factor(const std::string& person) {
    SecondFactors factors(*store, *keys, [] { return Instant{1}; });
    known.secrets[person] = factors.begin(person, "jo@example.test").secret;
  }
  void add_some() {
    for (int i = 0; i < 8; ++i)
      add_words(chance() % 2 ? "a" : "b", "con_" + std::to_string(chance() % 12), int(chance() % 4));
    for (int i = 0; i < 2; ++i) add_file("a", "fil_" + std::to_string(++number));
    if (!on_postgres() || known.secrets.empty()) add_factor("per_" + std::to_string(++number));
  }

  std::string secret_of(const std::string& person) {
    const auto row = json::parse(store->setting(person, second_factor_setting).value());
    const auto sealed = ledger::from_base64(std::string(row->at("secret").as_string())).value();
    return ledger::unseal(*keys->find(second_factor_shelf, person), second_factor_shelf, "totp", sealed).value_or("");
  }
  void expect_all_readable() {
    for (const auto& [place, known_word] : known.words) {
      const auto row = store->vault_row(place.first, place.second);
      ASSERT_TRUE(row) << place.second;
      const auto opened =
          ledger::open_seal(*keys->find(place.first, row->owner), place.first, place.second, row->sealed);
      ASSERT_TRUE(opened) << place.second << " of " << row->owner;
      ASSERT_EQ(opened->words, known_word.words);
      ASSERT_EQ(ledger::commitment_to(opened->salt, opened->words), known_word.commitment);
    }
    for (const auto& [place, bytes] : known.files)
      ASSERT_EQ(ledger::unseal(*keys->find(place.first, place.second), place.first, place.second,
                               store->blob(place.first, place.second)->bytes),
                bytes);
    for (const auto& [person, secret] : known.secrets) ASSERT_EQ(secret_of(person).size(), 20u) << person;
  }

  void begin(Algorithm algorithm) {
    auto kek = ledger::read_key_file(folder / "kek");
    kek.algorithm = algorithm;
    ASSERT_TRUE(keys->take_alone());
    keys->wrap_anew(kek, {});
  }
  std::uint32_t chance() { return random_(); }

  const fs::path folder = fs::temp_directory_path() / ("vs-reseal-" + std::to_string(std::random_device{}()));
  std::string url;
  std::unique_ptr<ledger::Store> store;
  std::unique_ptr<ledger::Keys> keys;
  Known known;
  int number = 0;

 private:
  std::mt19937 random_{20'261'122};
};
INSTANTIATE_TEST_SUITE_P(Both, Resealing, testing::Values("sqlite", "postgres"));

TEST_P(Resealing, broken_off_at_any_step_everything_is_readable_and_the_rest_is_taken_up) {
  for (int round = 0; round < (on_postgres() ? 6 : 20); ++round) {
    add_some();
    std::vector<std::pair<ledger::KeyOwner, ledger::Key>> old;
    for (const auto& owner : keys->owners())
      if (!owner.workspace.empty()) old.emplace_back(owner, *keys->find(owner.workspace, owner.owner));
    const auto to = round % 2 ? Algorithm::xchacha20_poly1305 : Algorithm::aes_256_gcm;
    begin(to);
    for (int step = 0;; ++step) {  // one step further each time
      int steps = 0;
      try {
        move_owners(*store, *keys, [&](const Seals&) {
          if (steps++ == step) throw PowerCut{};
        });
        break;
      } catch (const PowerCut&) {
        open();
        ASSERT_NO_FATAL_FAILURE(expect_all_readable()) << "round " << round << ", step " << step;
        add_words("a", "con_meanwhile", 1);  // the program served in between
        ASSERT_TRUE(keys->take_alone());
      }
    }
    open();
    ASSERT_NO_FATAL_FAILURE(expect_all_readable());
    for (const auto& [owner, key] : old) {
      const auto& now = *keys->find(owner.workspace, owner.owner);
      ASSERT_NE(now.bytes, key.bytes) << "the old key of " << owner.owner << " goes on";
      ASSERT_EQ(now.algorithm, to);
    }
    const auto all = open_everything(*store, *keys);
    ASSERT_EQ(all.words, known.words.size());
    ASSERT_EQ(all.files, known.files.size());
    ASSERT_EQ(all.second_factors, known.secrets.size());
    ASSERT_EQ(all.damaged + all.shut, 0u);
  }
}

TEST_P(Resealing, an_owner_whose_seals_are_damaged_keeps_the_key_and_the_others_move) {
  add_words("a", "con_1", 3);
  add_words("a", "con_2", 3);
  auto row = store->vault_row("a", "v_2").value();
  row.sealed.back() ^= 1;
  store->reseal({{"a", "con_1", {row}, {}, {}}});
  begin(Algorithm::aes_256_gcm);
  const auto moved = move_owners(*store, *keys, [](const Seals&) {});
  EXPECT_EQ(moved.owners, 1u);
  EXPECT_EQ(moved.damaged, 1u);
  EXPECT_EQ(keys->find("a", "con_1")->algorithm, Algorithm::xchacha20_poly1305);
  EXPECT_EQ(keys->find("a", "con_2")->algorithm, Algorithm::aes_256_gcm);
  EXPECT_EQ(open_everything(*store, *keys).damaged, 1u);
  EXPECT_TRUE(ledger::unseal(*keys->find("a", "con_1"), "a", "v_1", store->vault_row("a", "v_1")->sealed));
}

TEST_P(Resealing, a_seal_that_rots_after_the_move_does_not_take_the_others_along) {
  add_words("a", "con_1", 3);
  begin(Algorithm::aes_256_gcm);
  int steps = 0;
  EXPECT_THROW(move_owners(*store, *keys,
                           [&](const Seals&) {
                             if (++steps == 3) throw PowerCut{};
                           }),
               PowerCut);
  auto row = store->vault_row("a", "v_2").value();
  row.sealed.back() ^= 1;
  store->reseal({{"a", "con_1", {row}, {}, {}}});
  open();
  EXPECT_EQ(keys->find("a", "con_1")->algorithm, Algorithm::aes_256_gcm);
  EXPECT_TRUE(ledger::unseal(*keys->find("a", "con_1"), "a", "v_1", store->vault_row("a", "v_1")->sealed));
}

TEST_P(Resealing, keys_of_no_workspace_here_and_of_nobody_stay) {
  keys->durable("elsewhere", "con_1");  // as after an import that was broken off
  const auto links = keys->durable("", "unsubscribe").bytes;
  begin(Algorithm::aes_256_gcm);
  const auto moved = move_owners(*store, *keys, [](const Seals&) {});
  EXPECT_EQ(moved.strange, 1u);
  EXPECT_EQ(moved.owners_all, 0u);
  open();
  EXPECT_EQ(keys->find("elsewhere", "con_1")->algorithm, Algorithm::xchacha20_poly1305);
  EXPECT_EQ(keys->find("", "unsubscribe")->bytes, links) << "letters that are out carry what it marks";
}

}  // namespace
}  // namespace vs::app
