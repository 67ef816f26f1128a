// The Merkle tree, the vault and the envelope.
// MISSION: REC-01
#include <gtest/gtest.h>
#include <sodium.h>

#include <filesystem>
#include <random>

#include "kernel/event.h"
#include "ledger/envelope.h"
#include "ledger/keys.h"
#include "ledger/store.h"
#include "ledger/vault.h"

namespace vs::ledger {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / ("vs-ledger-" + std::to_string(std::random_device{}()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
};

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
