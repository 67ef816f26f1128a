// The store's contract, the Merkle tree and the vault. The contract tests are written against `Store`, so
// that every database runs the same ones: add a maker to `stores`.
// MISSION: REC-01
#include <gtest/gtest.h>
#include <sodium.h>

#include <filesystem>
#include <random>

#include "kernel/event.h"
#include "ledger/envelope.h"
#include "ledger/sqlite/sqlite_store.h"
#include "ledger/vault.h"

namespace vs::ledger {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / ("vs-ledger-" + std::to_string(std::random_device{}()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
};

using Maker = std::unique_ptr<Store> (*)(const fs::path&);
class StoreContract : public testing::TestWithParam<Maker> {
 protected:
  void SetUp() override { ASSERT_GE(sodium_init(), 0); }
  Folder folder_;
};
INSTANTIATE_TEST_SUITE_P(stores, StoreContract, testing::Values(&sqlite::open_store));

Append append_of(const std::string& workspace, std::uint64_t from, int n, Frontier& tree) {
  Append out;
  out.workspace = workspace;
  for (int i = 0; i < n; ++i) {
    StoredEvent e{from + std::uint64_t(i), "{\"n\":" + std::to_string(i) + "}", {}, {}};
    randombytes_buf(e.nonce.data(), e.nonce.size());
    e.leaf = leaf_hash(e.nonce, e.bytes);
    tree.append(e.leaf);
    out.events.push_back(e);
  }
  out.size = tree.size();
  out.root = tree.root();
  return out;
}

std::vector<StoredEvent> all(Store& store, const std::string& workspace) {
  std::vector<StoredEvent> out;
  store.each_event(workspace, 0, [&](StoredEvent&& e) { out.push_back(std::move(e)); });
  return out;
}

TEST_P(StoreContract, gives_back_exactly_the_bytes_that_were_appended_in_order) {
  auto store = GetParam()(folder_.path);
  Frontier a, b;
  store->commit({append_of("a", 1, 3, a), append_of("b", 1, 2, b)});
  store->commit({append_of("a", 4, 1, a)});
  store.reset();
  store = GetParam()(folder_.path);
  const auto events = all(*store, "a");
  ASSERT_EQ(events.size(), 4u);
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_EQ(events[i].sequence, i + 1);
    EXPECT_EQ(leaf_hash(events[i].nonce, events[i].bytes), events[i].leaf);
  }
  EXPECT_EQ(store->head("a"), std::pair(std::uint64_t{4}, a.root()));
  EXPECT_EQ(all(*store, "b").size(), 2u);
  EXPECT_EQ(store->head("nobody").first, 0u);
}

TEST_P(StoreContract, refuses_a_second_event_with_the_same_sequence_and_keeps_the_first) {
  auto store = GetParam()(folder_.path);
  Frontier tree, other;
  store->commit({append_of("a", 1, 1, tree)});
  const auto before = all(*store, "a");
  EXPECT_THROW(store->commit({append_of("a", 1, 1, other)}), StoreFailure);
  store.reset();
  store = GetParam()(folder_.path);
  const auto after = all(*store, "a");
  ASSERT_EQ(after.size(), 1u);
  EXPECT_EQ(after[0].leaf, before[0].leaf);
}

TEST_P(StoreContract, remembers_the_first_answer_to_a_key) {
  auto store = GetParam()(folder_.path);
  Append part;
  part.workspace = "a";
  part.answers.push_back({"per_x|k1", "f", 201, "{}"});
  store->commit({part});
  const auto answer = store->answer("a", "per_x|k1");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 201);
  EXPECT_FALSE(store->answer("b", "per_x|k1")) << "keys of one workspace mean nothing in another";
}

TEST_P(StoreContract, keeps_users_sessions_tokens_blobs_and_settings) {
  auto store = GetParam()(folder_.path);
  store->put_user({"per_1", "a@b.test", "hash"});
  store->put_user({"per_1", "a@b.test", "hash2"});
  EXPECT_EQ(store->user_by_email("a@b.test")->password, "hash2");
  EXPECT_FALSE(store->user_by_email("nobody@b.test"));
  store->put_session({"d", "per_1", {1}, {1}});
  store->put_session({"d", "per_1", {1}, {7}});
  ASSERT_EQ(store->sessions().size(), 1u);
  EXPECT_EQ(store->sessions()[0].seen.us, 7);
  store->drop_session("d");
  EXPECT_TRUE(store->sessions().empty());
  store->put_token({"tok_1", "d", "a", "per_1", "sync", {"read", "write"}, {5}, Instant{9}, false});
  EXPECT_EQ(store->tokens()[0].scopes.size(), 2u);
  store->put_blob("a", {"fil_1", "text/plain", "x.txt", std::string("\0bytes", 6)});
  EXPECT_EQ(store->blob("a", "fil_1")->bytes.size(), 6u);
  EXPECT_FALSE(store->blob("b", "fil_1"));
  store->put_setting("per_1", "views", "[]");
  EXPECT_EQ(store->setting("per_1", "views"), "[]");
}

// RFC 6962 §2.1: MTH of the first n leaves, by the recursive definition, as the model.
Hash model_root(const std::vector<Hash>& leaves, std::size_t from, std::size_t to) {
  if (to - from == 1) return leaves[from];
  std::size_t k = 1;
  while (k * 2 < to - from) k *= 2;
  return node_hash(model_root(leaves, from, from + k), model_root(leaves, from + k, to));
}

TEST(Merkle, root_equals_the_recursive_definition_for_every_size_up_to_512) {
  std::vector<Hash> leaves;
  Frontier tree;
  for (int n = 1; n <= 512; ++n) {
    leaves.push_back(leaf_hash({}, std::to_string(n)));
    tree.append(leaves.back());
    ASSERT_EQ(tree.root(), model_root(leaves, 0, leaves.size())) << n;
  }
}

TEST(Merkle, knows_the_published_hashes_of_the_empty_tree_and_the_empty_leaf) {
  EXPECT_EQ(hex(Frontier{}.root()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Vault, gives_words_back_only_with_the_right_key_workspace_and_reference) {
  ASSERT_GE(sodium_init(), 0);
  Key key, other;
  randombytes_buf(key.bytes.data(), 32);
  randombytes_buf(other.bytes.data(), 32);
  const auto sealed = seal(key, "ws", "v_1", "Marta Lindqvist");
  EXPECT_EQ(sealed.bytes.find("Marta"), std::string::npos);
  EXPECT_EQ(unseal(key, "ws", "v_1", sealed.bytes), "Marta Lindqvist");
  EXPECT_FALSE(unseal(other, "ws", "v_1", sealed.bytes));
  EXPECT_FALSE(unseal(key, "ws2", "v_1", sealed.bytes));
  EXPECT_FALSE(unseal(key, "ws", "v_2", sealed.bytes));
  EXPECT_NE(seal(key, "ws", "v_1", "Marta Lindqvist").commitment, sealed.commitment) << "salted";
}

TEST(Vault, keys_outlive_the_process_and_belong_to_their_key_file) {
  ASSERT_GE(sodium_init(), 0);
  Folder folder;
  std::string sealed;
  {
    Keys keys(folder.path, folder.path / "kek");
    sealed = seal(keys.of("ws", "con_1"), "ws", "v_1", "words").bytes;
    keys.flush();
  }
  Keys again(folder.path, folder.path / "kek");
  ASSERT_TRUE(again.find("ws", "con_1"));
  EXPECT_EQ(unseal(*again.find("ws", "con_1"), "ws", "v_1", sealed), "words");
  EXPECT_FALSE(again.find("ws", "con_2"));
  EXPECT_THROW(Keys(folder.path, folder.path / "another-kek"), StoreFailure);
}

TEST(Envelope, reads_back_what_it_wrote_and_refuses_anything_else) {
  Meta meta{7, {1'700'000'000'000'000}, {ActorKind::token, "tok_1", "per_1"}, "cmd_1", 3};
  const auto bytes = encode_envelope("ws", meta, "thing.happened", "{\"a\":1}");
  const auto e = decode_envelope(bytes);
  EXPECT_EQ(e.workspace, "ws");
  EXPECT_EQ(e.meta.sequence, 7u);
  EXPECT_EQ(e.meta.actor, meta.actor);
  EXPECT_EQ(e.meta.cause, 3u);
  EXPECT_EQ(e.type, "thing.happened");
  EXPECT_EQ(
      bytes,
      R"({"v":1,"ws":"ws","seq":7,"at":1700000000000000,"actor":{"kind":"token","id":"tok_1","on_behalf_of":"per_1"},)"
      R"("cmd":"cmd_1","cause":3,"type":"thing.happened","data":{"a":1}})")
      << "the format is final: leaves already stored cover these bytes";
  EXPECT_THROW(decode_envelope("{}"), UnreadableEvent);
  EXPECT_THROW(decode_envelope("not json"), UnreadableEvent);
}

}  // namespace
}  // namespace vs::ledger
