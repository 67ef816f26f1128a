// Replacing the key-encryption key and the algorithm of a table of keys, on both stores.
// MISSION: REC-01
// QUALITY: 11.2.2, R-PG
#include <gtest/gtest.h>
#include <sodium.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "ledger/durable_file.h"
#include "ledger/key_file.h"
#include "ledger/keys.h"
#include "ledger/postgres/postgres_keys.h"
#include "ledger/private_postgres.h"
#include "ledger/sqlite/sqlite_keys.h"

namespace vs::ledger {
namespace {

namespace fs = std::filesystem;

struct KeyMoves : testing::TestWithParam<const char*> {
  KeyMoves() {
    if (sodium_init() < 0) throw std::runtime_error("no libsodium");
    fs::create_directories(folder);
    if (on_postgres()) url = PrivatePostgres::get().fresh();
    make_key_file(other);
  }
  ~KeyMoves() override { fs::remove_all(folder); }

  static bool on_postgres() { return std::string(GetParam()) == "postgres"; }
  std::unique_ptr<KeyTable> table() { return on_postgres() ? postgres::open_keys(url) : sqlite::open_keys(folder); }
  Keys open(const fs::path& file) { return Keys(table(), file); }
  Key other_key(Algorithm algorithm) {
    auto key = read_key_file(other);
    key.algorithm = algorithm;
    return key;
  }
  std::map<std::string, std::string> stored() {
    std::map<std::string, std::string> out;
    table()->each([&](const std::string& name, const std::string& wrapped) { out[name] = wrapped; });
    return out;
  }

  const fs::path folder = fs::temp_directory_path() / ("vs-moves-" + std::to_string(std::random_device{}()));
  const fs::path first = folder / "kek", other = folder / "other";
  std::string url;
};
INSTANTIATE_TEST_SUITE_P(Both, KeyMoves, testing::Values("sqlite", "postgres"));

TEST_P(KeyMoves, a_house_seals_by_the_first_algorithm_until_it_is_told_otherwise) {
  EXPECT_EQ(open(first).durable("a", "con_1").algorithm, Algorithm::xchacha20_poly1305);
  EXPECT_EQ(stored().at("a|con_1")[0], 1);
  {
    auto keys = open(first);
    auto kek = read_key_file(first);
    kek.algorithm = Algorithm::aes_256_gcm;
    ASSERT_TRUE(keys.take_alone());
    keys.wrap_anew(kek, {});
  }
  auto keys = open(first);
  EXPECT_EQ(keys.algorithm(), Algorithm::aes_256_gcm) << "it is remembered";
  EXPECT_EQ(keys.durable("a", "con_2").algorithm, Algorithm::aes_256_gcm);
  EXPECT_EQ(keys.of("a", "con_3").algorithm, Algorithm::aes_256_gcm);
  EXPECT_EQ(keys.find("a", "con_1")->algorithm, Algorithm::xchacha20_poly1305) << "until this owner is moved";
  for (const auto& [name, wrapped] : stored()) EXPECT_EQ(wrapped[0], 2) << name;
}

TEST_P(KeyMoves, a_house_from_before_the_numbers_writes_none_until_it_is_resealed) {
  make_key_file(first);
  const auto kek = read_key_file(first);
  const auto old = fresh_key(Algorithm::xchacha20_poly1305);
  ASSERT_TRUE(table()->add({{"|key-file", wrap_unnumbered(old, kek)}, {"a|con_1", wrap_unnumbered(old, kek)}}).empty());
  {
    auto keys = open(first);
    EXPECT_EQ(keys.find("a", "con_1")->bytes, old.bytes);
    keys.durable("a", "con_2");
    keys.of("a", "con_3");
    keys.flush();
  }
  for (const auto& [name, wrapped] : stored()) EXPECT_FALSE(is_numbered(wrapped)) << name;
  {
    auto keys = open(first);
    ASSERT_TRUE(keys.take_alone());  // whoever opens them now waits
    keys.wrap_anew(kek, {});
    keys.durable("a", "con_4");
  }
  EXPECT_EQ(stored().size(), 5u);
  for (const auto& [name, wrapped] : stored()) EXPECT_TRUE(is_numbered(wrapped)) << name;
}

TEST_P(KeyMoves, after_another_key_file_the_old_one_opens_nothing_and_every_key_is_as_it_was) {
  std::array<std::uint8_t, 32> key{}, list{};
  {
    auto keys = open(first);
    key = keys.durable("a", "con_1").bytes;
    list = keys.derived("list of erasures").bytes;
    keys.of("a", "con_2");  // not durable yet
    ASSERT_TRUE(keys.take_alone());
    keys.wrap_anew(other_key(Algorithm::xchacha20_poly1305), {"list of erasures"});
    EXPECT_EQ(keys.find("a", "con_1")->bytes, key);
  }
  EXPECT_THROW(open(first), WrongKeyFile);
  auto keys = open(other);
  EXPECT_EQ(keys.find("a", "con_1")->bytes, key);
  EXPECT_TRUE(keys.find("a", "con_2"));
  EXPECT_EQ(keys.derived("list of erasures").bytes, list) << "the list must open beside older copies of the keys";
  EXPECT_NE(keys.derived("another purpose").bytes, list);
  ASSERT_TRUE(keys.take_alone());
  keys.wrap_anew(other_key(Algorithm::aes_256_gcm), {"list of erasures"});  // and again
  EXPECT_EQ(keys.derived("list of erasures").bytes, list);
}

TEST_P(KeyMoves, nothing_that_the_old_key_opens_is_left) {
  open(first).durable("a", "con_1");
  const auto before = stored();
  {
    auto keys = open(first);
    keys.wrap_anew(other_key(Algorithm::aes_256_gcm), {});
    for (const char* file : {"keys.db", "keys.db-wal"})  // the pages of a server are its own
      EXPECT_EQ(content_of(folder / file).find(before.at("a|con_1")), std::string::npos) << file;
  }
  const auto after = stored();
  for (const auto& [name, wrapped] : after) EXPECT_NE(wrapped, before.at(name));
  const bool seen = content_of(folder / "keys.db").find(after.at("a|con_1")) != std::string::npos;
  EXPECT_EQ(seen, !on_postgres()) << "what is there is found there";
}

TEST_P(KeyMoves, a_moving_owner_has_both_keys_and_then_the_one_that_was_decided_for) {
  const std::vector<KeyOwner> owners{{"a", "con_1"}, {"a", "con_2"}};
  std::map<std::string, Key> old, next;
  {
    auto keys = open(first);
    for (const auto& each : owners) old.emplace(each.owner, keys.durable(each.workspace, each.owner));
    auto kek = read_key_file(first);
    kek.algorithm = Algorithm::aes_256_gcm;
    ASSERT_TRUE(keys.take_alone());
    keys.wrap_anew(kek, {});
    keys.begin_moves(owners);
  }
  {
    auto keys = open(first);
    ASSERT_EQ(keys.moving().size(), 2u);
    for (const auto& [owner, key] : keys.moving()) {
      EXPECT_EQ(keys.find(owner.workspace, owner.owner)->bytes, old.at(owner.owner).bytes);
      EXPECT_EQ(key.algorithm, Algorithm::aes_256_gcm);
      next.emplace(owner.owner, key);
    }
    keys.end_moves({{owners[0], true}, {owners[1], false}});
    EXPECT_TRUE(keys.moving().empty());
  }
  auto keys = open(first);
  EXPECT_TRUE(keys.moving().empty());
  EXPECT_EQ(keys.find("a", "con_1")->bytes, next.at("con_1").bytes);
  EXPECT_EQ(keys.find("a", "con_2")->bytes, old.at("con_2").bytes);
}

TEST_P(KeyMoves, a_key_that_was_destroyed_does_not_come_back_with_a_move) {
  auto keys = open(first);
  keys.durable("a", "con_1");
  keys.begin_moves({{"a", "con_1"}});
  table()->drop("a|con_1");
  keys.end_moves({{{"a", "con_1"}, true}});
  EXPECT_FALSE(stored().contains("a|con_1"));
  keys.durable("a", "con_2");
  keys.begin_moves({{"a", "con_2"}});
  keys.forget("a", "con_2");
  EXPECT_TRUE(keys.moving().empty());
  EXPECT_FALSE(open(first).find("a", "con_2"));
}

TEST_P(KeyMoves, an_unknown_algorithm_in_the_table_stops_the_start_and_is_named) {
  open(first).durable("a", "con_1");
  auto wrapped = stored().at("a|con_1");
  wrapped[0] = 9;
  table()->replace({{"a|con_1", wrapped}});
  try {
    open(first);
    FAIL() << "it was read";
  } catch (const UnknownAlgorithm& error) {
    EXPECT_NE(std::string(error.what()).find("number 9"), std::string::npos) << error.what();
  }
}

TEST_P(KeyMoves, keys_that_a_node_uses_are_not_replaced) {
  auto keys = open(first);
  {
    const auto node = open(first);
    EXPECT_EQ(keys.take_alone(), !on_postgres()) << "of SQLite, the lock of the data folder sees to it";
  }
  EXPECT_TRUE(keys.take_alone());
}

}  // namespace
}  // namespace vs::ledger
