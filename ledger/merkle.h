// The Merkle tree of a workspace's ledger (RFC 6962 §2.1 hashing, SHA-256).
//
//   leaf = SHA-256(0x00 ‖ nonce(16) ‖ stored bytes)      node = SHA-256(0x01 ‖ left ‖ right)
//
// The nonce keeps events of little entropy from being guessed from a published leaf.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vs::ledger {

using Hash = std::array<std::uint8_t, 32>;
using Nonce = std::array<std::uint8_t, 16>;

Hash leaf_hash(const Nonce&, std::string_view stored_bytes);
Hash node_hash(const Hash& left, const Hash& right);
std::string hex(const Hash&);

/// A tree that only grows: its right edge, which is enough to append and to know the root, and the roots of its
/// complete subtrees of 2^8 and 2^16 leaves (32 bytes for 256 events), from which proofs are made (ledger/proof.h).
class Tree {
 public:
  void append(const Hash& leaf);
  std::uint64_t size() const { return size_; }
  /// Root of the tree; SHA-256 of nothing for the empty tree.
  Hash root() const;
  /// Root of the complete subtree of 2^level leaves whose first leaf is `index << level`, where it is kept: at level
  /// 8 and 16, and on the right edge.
  std::optional<Hash> kept(unsigned level, std::uint64_t index) const;

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> peaks_;  ///< roots of the full subtrees of the right edge, largest first
  std::vector<Hash> level8_, level16_;
};

using Frontier = Tree;

}  // namespace vs::ledger
