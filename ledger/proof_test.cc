// MISSION: REC-01, AUT-03   QUALITY: S-PROOF
#include "ledger/proof.h"

#include <gtest/gtest.h>

#include <random>

namespace vs::ledger {
namespace {

constexpr std::size_t exhaustive = 512;

std::vector<Hash> some_leaves(std::size_t n) {
  std::vector<Hash> out;
  for (std::size_t i = 0; i < n; ++i) out.push_back(leaf_hash({}, std::to_string(i)));
  return out;
}

Subtrees over(const std::vector<Hash>& leaves) {
  Tree tree;
  for (const auto& leaf : leaves) tree.append(leaf);
  return {tree, [&leaves](std::uint64_t first, std::size_t count) {
            const auto last = std::min(std::size_t(first) + count, leaves.size());
            return std::vector<Hash>(leaves.begin() + std::ptrdiff_t(first), leaves.begin() + std::ptrdiff_t(last));
          }};
}

// Roots of every beginning, by appending: independent of how proofs take trees apart.
std::vector<Hash> roots_of(const std::vector<Hash>& leaves) {
  Tree tree;
  std::vector<Hash> out{tree.root()};
  for (const auto& leaf : leaves) tree.append(leaf), out.push_back(tree.root());
  return out;
}

std::vector<Hash> hashes(std::initializer_list<const char*> hex) {
  std::vector<Hash> out;
  for (const std::string_view text : hex) {
    Hash hash;
    for (std::size_t i = 0; i < 32; ++i)
      hash[i] = std::uint8_t(std::stoi(std::string(text.substr(i * 2, 2)), nullptr, 16));
    out.push_back(hash);
  }
  return out;
}

TEST(Proof, every_leaf_of_every_tree_up_to_512_is_shown_to_be_in_it) {
  const auto leaves = some_leaves(exhaustive), roots = roots_of(leaves);
  auto subtrees = over(leaves);
  for (std::size_t size = 1; size <= exhaustive; ++size)
    for (std::size_t i = 0; i < size; ++i) {
      const auto path = inclusion_path(i, size, subtrees);
      ASSERT_EQ(root_from_inclusion(leaves[i], i, size, path), roots[size]) << i << " of " << size;
    }
}

TEST(Proof, every_pair_of_trees_up_to_512_is_shown_to_be_consistent) {
  const auto leaves = some_leaves(exhaustive), roots = roots_of(leaves);
  auto subtrees = over(leaves);
  for (std::size_t size = 0; size <= exhaustive; ++size)
    for (std::size_t old = 0; old <= size; ++old) {
      const auto path = consistency_path(old, size, subtrees);
      ASSERT_TRUE(verify_consistency(old, roots[old], size, roots[size], path)) << old << " of " << size;
    }
}

TEST(Proof, empty_and_equal_trees_take_an_empty_path_and_no_other) {
  const auto leaves = some_leaves(3), roots = roots_of(leaves);
  EXPECT_TRUE(verify_consistency(0, roots[0], 0, roots[0], {}));
  EXPECT_TRUE(verify_consistency(0, roots[0], 3, roots[3], {}));
  EXPECT_TRUE(verify_consistency(3, roots[3], 3, roots[3], {}));
  EXPECT_FALSE(verify_consistency(3, roots[3], 3, roots[2], {}));
  EXPECT_FALSE(verify_consistency(3, roots[3], 3, roots[3], {leaves[0]}));
  EXPECT_FALSE(verify_consistency(0, roots[1], 3, roots[3], {})) << "the empty tree has one root only";
  EXPECT_FALSE(verify_consistency(0, roots[0], 3, roots[3], {leaves[0]}));
  EXPECT_FALSE(verify_consistency(2, roots[2], 3, roots[3], {})) << "without a path nothing is shown";
  EXPECT_FALSE(verify_consistency(3, roots[3], 2, roots[2], {}));
  EXPECT_EQ(root_from_inclusion(leaves[0], 0, 1, {}), roots[1]);
  EXPECT_FALSE(root_from_inclusion(leaves[0], 0, 0, {}));
  EXPECT_FALSE(root_from_inclusion(leaves[0], 1, 1, {}));
}

// The seven leaves and the paths drawn in RFC 9162 §2.1.5, built from single hashes.
TEST(Proof, takes_the_shape_of_the_example_in_the_standard) {
  const auto d = some_leaves(7);
  const auto g = node_hash(d[0], d[1]), h = node_hash(d[2], d[3]), i = node_hash(d[4], d[5]), j = d[6];
  const auto k = node_hash(g, h), l = node_hash(i, j);
  auto subtrees = over(d);
  EXPECT_EQ(inclusion_path(0, 7, subtrees), (std::vector{d[1], h, l}));
  EXPECT_EQ(inclusion_path(3, 7, subtrees), (std::vector{d[2], g, l}));
  EXPECT_EQ(inclusion_path(4, 7, subtrees), (std::vector{d[5], j, k}));
  EXPECT_EQ(inclusion_path(6, 7, subtrees), (std::vector{i, k}));
  EXPECT_EQ(consistency_path(3, 7, subtrees), (std::vector{d[2], d[3], g, l}));
  EXPECT_EQ(consistency_path(4, 7, subtrees), (std::vector{l}));
  EXPECT_EQ(consistency_path(6, 7, subtrees), (std::vector{i, j, k}));
}

// The eight entries that all logs of Certificate Transparency are tested with, as leaf hashes, and their roots.
TEST(Proof, agrees_with_the_published_vectors) {
  const auto leaves = hashes({"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                              "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                              "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
                              "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
                              "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                              "4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
                              "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                              "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1"});
  const auto roots = hashes({"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                             "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                             "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                             "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                             "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                             "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                             "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                             "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"});
  Tree tree;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    tree.append(leaves[i]);
    EXPECT_EQ(tree.root(), roots[i]) << i + 1;
  }
  auto subtrees = over(leaves);
  EXPECT_EQ(inclusion_path(5, 8, subtrees),
            hashes({"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
  EXPECT_EQ(consistency_path(6, 8, subtrees),
            hashes({"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
}

TEST(Proof, a_large_tree_reads_at_most_a_few_blocks_of_leaves) {
  Tree tree;
  std::vector<Hash> leaves(200'000);
  for (std::size_t i = 0; i < leaves.size(); ++i) leaves[i][0] = std::uint8_t(i), leaves[i][1] = std::uint8_t(i >> 8);
  for (const auto& leaf : leaves) tree.append(leaf);
  std::mt19937_64 chance(20261122);
  for (int n = 0; n < 200; ++n) {
    std::size_t read = 0;
    Subtrees subtrees(tree, [&](std::uint64_t first, std::size_t count) {
      read += count;
      const auto last = std::min(std::size_t(first) + count, leaves.size());
      return std::vector<Hash>(leaves.begin() + std::ptrdiff_t(first), leaves.begin() + std::ptrdiff_t(last));
    });
    const auto i = chance() % leaves.size();
    ASSERT_EQ(root_from_inclusion(leaves[i], i, tree.size(), inclusion_path(i, tree.size(), subtrees)), tree.root());
    ASSERT_LE(read, 256u) << i;
  }
}

// Spoils one thing of a proof. Sizes are not spoiled: they come signed, together with the root.
class Forger {
 public:
  explicit Forger(std::uint64_t seed) : chance_(seed) {}
  std::uint64_t below(std::uint64_t n) { return chance_() % n; }

  void spoil(std::vector<Hash>& path, Hash& one, Hash& other) {
    switch (below(path.empty() ? 3 : 6)) {
      case 0: return flip(one);
      case 1: return flip(other);
      case 2: path.insert(path.begin() + std::ptrdiff_t(below(path.size() + 1)), other); return;
      case 3: return flip(path[below(path.size())]);
      case 4: path.erase(path.begin() + std::ptrdiff_t(below(path.size()))); return;
      default: std::swap(path[below(path.size())], one);
    }
  }

 private:
  void flip(Hash& hash) { hash[below(32)] ^= std::uint8_t(1u << below(8)); }
  std::mt19937_64 chance_;
};

TEST(Proof, half_a_million_forged_inclusions_are_refused) {
  const auto leaves = some_leaves(exhaustive), roots = roots_of(leaves);
  auto subtrees = over(leaves);
  Forger forger(6962);
  for (int n = 0; n < 5'000; ++n) {
    const std::uint64_t size = 1 + forger.below(exhaustive), index = forger.below(size);
    const auto path = inclusion_path(index, size, subtrees);
    for (int times = 0; times < 100; ++times) {
      auto forged = path;
      auto leaf = leaves[index], root = roots[size];
      auto i = index;
      if (times % 5 == 0) i ^= 1ull << forger.below(10);  // another place
      else forger.spoil(forged, leaf, root);
      ASSERT_NE(root_from_inclusion(leaf, i, size, forged), std::optional(root)) << index << " of " << size;
    }
  }
}

TEST(Proof, half_a_million_forged_consistencies_are_refused) {
  const auto leaves = some_leaves(exhaustive), roots = roots_of(leaves);
  auto subtrees = over(leaves);
  Forger forger(9162);
  for (int n = 0; n < 5'000; ++n) {
    const std::uint64_t size = 2 + forger.below(exhaustive - 1), old = 1 + forger.below(size - 1);
    const auto path = consistency_path(old, size, subtrees);
    for (int times = 0; times < 100; ++times) {
      auto forged = path;
      auto old_root = roots[old], root = roots[size];
      forger.spoil(forged, old_root, root);
      ASSERT_FALSE(verify_consistency(old, old_root, size, root, forged)) << old << " of " << size;
    }
  }
}

}  // namespace
}  // namespace vs::ledger
