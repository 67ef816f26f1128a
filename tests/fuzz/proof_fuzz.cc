// Proofs from anywhere: the first bytes choose a tree and a leaf, the rest is the path. A path other than the true one
// leads to another root.
#include <cstring>

#include "ledger/proof.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;
using ledger::Hash;

namespace {

constexpr std::uint64_t leaves_most = 64;

struct Trees {
  Trees() {
    for (std::uint64_t i = 0; i < leaves_most; ++i) {
      leaves.push_back(ledger::leaf_hash({}, std::to_string(i)));
      tree.append(leaves.back());
    }
  }
  ledger::Subtrees subtrees() const {
    return {tree, [this](std::uint64_t first, std::size_t count) {
              const auto last = std::min<std::uint64_t>(first + count, leaves.size());
              return std::vector<Hash>(leaves.begin() + long(first), leaves.begin() + long(last));
            }};
  }
  std::vector<Hash> leaves;
  ledger::Tree tree;
};

std::vector<Hash> path_of(const std::uint8_t* data, std::size_t size) {
  std::vector<Hash> path(size / sizeof(Hash));
  for (std::size_t i = 0; i < path.size(); ++i) std::memcpy(path[i].data(), data + i * sizeof(Hash), sizeof(Hash));
  return path;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Trees trees;
  static auto subtrees = trees.subtrees();
  if (size < 2) return 0;
  const std::uint64_t whole = 1 + data[0] % leaves_most, index = data[1] % whole;
  const auto path = path_of(data + 2, size - 2);
  const auto root = subtrees.root(0, whole);
  const auto truth = ledger::inclusion_path(index, whole, subtrees);
  const auto led = ledger::root_from_inclusion(trees.leaves[index], index, whole, path);
  fuzz::must((led == root) == (path == truth), "only the true path leads to the root");
  const auto old_size = 1 + index;
  const auto old_root = subtrees.root(0, old_size);
  const auto growth = ledger::consistency_path(old_size, whole, subtrees);
  fuzz::must(ledger::verify_consistency(old_size, old_root, whole, root, growth), "the true growth is shown");
  fuzz::must(ledger::verify_consistency(old_size, old_root, whole, root, path) == (path == growth),
             "and by nothing else");
  return 0;
}
