// Proofs over the Merkle tree of a ledger, after RFC 9162 §2.1.3 and §2.1.4: that a leaf is in a tree, and that a
// tree is the beginning of a larger one. Making them takes a source of subtree hashes; checking them takes nothing
// but the proof.
//
// Leaves are counted from 0 here: the event of sequence n is leaf n - 1.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "ledger/merkle.h"

namespace vs::ledger {

/// Hashes of the subtrees of one tree: those that the tree keeps, the rest from leaves, read 256 at a time.
/// Not for several threads at once.
class Subtrees {
 public:
  /// At most `count` leaf hashes from leaf `first` on.
  using Leaves = std::function<std::vector<Hash>(std::uint64_t first, std::size_t count)>;
  Subtrees(Tree tree, Leaves leaves) : tree_(std::move(tree)), leaves_(std::move(leaves)) {}

  const Tree& tree() const { return tree_; }
  /// Root over the leaves from `first` up to, not including, `last`. `first` is 0 or where the tree splits.
  /// Throws std::runtime_error when leaves are missing.
  Hash root(std::uint64_t first, std::uint64_t last);

 private:
  Hash complete(unsigned level, std::uint64_t index);
  const Hash& leaf(std::uint64_t index);

  Tree tree_;
  Leaves leaves_;
  std::map<std::uint64_t, std::vector<Hash>> blocks_;            ///< leaves read so far, by number of the block
  std::map<std::pair<unsigned, std::uint64_t>, Hash> subtrees_;  ///< made so far, by level and index
};

/// Shows that leaf `index` is in the tree of the first `size` leaves; `index < size <= tree().size()`.
std::vector<Hash> inclusion_path(std::uint64_t index, std::uint64_t size, Subtrees&);
/// The root that the path leads to, or nothing when it is not a path of such a tree.
std::optional<Hash> root_from_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size,
                                        const std::vector<Hash>& path);

/// Shows that the tree of the first `old_size` leaves is the beginning of that of the first `size`;
/// `old_size <= size <= tree().size()`. Empty for equal sizes and for the empty tree.
std::vector<Hash> consistency_path(std::uint64_t old_size, std::uint64_t size, Subtrees&);
/// True when the path shows that a tree with the old root is the beginning of one with the new root.
bool verify_consistency(std::uint64_t old_size, const Hash& old_root, std::uint64_t size, const Hash& root,
                        const std::vector<Hash>& path);

}  // namespace vs::ledger
