// The Merkle tree of a workspace's ledger (RFC 6962 §2.1 hashing, SHA-256).
//
//   leaf = SHA-256(0x00 ‖ nonce(16) ‖ stored bytes)      node = SHA-256(0x01 ‖ left ‖ right)
//
// The nonce keeps events of little entropy from being guessed from a published leaf.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vs::ledger {

using Hash = std::array<std::uint8_t, 32>;
using Nonce = std::array<std::uint8_t, 16>;

Hash leaf_hash(const Nonce&, std::string_view stored_bytes);
Hash node_hash(const Hash& left, const Hash& right);
std::string hex(const Hash&);

/// The right edge of the tree: enough to append leaves and to know the root, O(log n) in space.
class Frontier {
 public:
  void append(const Hash& leaf);
  std::uint64_t size() const { return size_; }
  /// Root of the tree; SHA-256 of nothing for the empty tree.
  Hash root() const;

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> peaks_;  ///< roots of the full subtrees, largest first
};

}  // namespace vs::ledger
