#include "ledger/proof.h"

#include <bit>
#include <stdexcept>

namespace vs::ledger {
namespace {

constexpr unsigned block_level = 8;

// Where a tree of n > 1 leaves splits: the largest power of two below n.
std::uint64_t split(std::uint64_t n) {
  return std::bit_floor(n - 1);
}

// PATH of RFC 9162 §2.1.3.1, over the leaves from first to last.
void climb(std::vector<Hash>& out, std::uint64_t index, std::uint64_t first, std::uint64_t last, Subtrees& subtrees) {
  if (last - first <= 1) return;
  const auto middle = first + split(last - first);
  if (index < middle) {
    climb(out, index, first, middle, subtrees);
    out.push_back(subtrees.root(middle, last));
  } else {
    climb(out, index, middle, last, subtrees);
    out.push_back(subtrees.root(first, middle));
  }
}

// SUBPROOF of RFC 9162 §2.1.4.1: `known` while the old tree's root is one that the reader holds.
void compare(std::vector<Hash>& out, std::uint64_t old_last, std::uint64_t first, std::uint64_t last, bool known,
             Subtrees& subtrees) {
  if (old_last == last) {
    if (!known) out.push_back(subtrees.root(first, last));
    return;
  }
  const auto middle = first + split(last - first);
  if (old_last <= middle) {
    compare(out, old_last, first, middle, known, subtrees);
    out.push_back(subtrees.root(middle, last));
  } else {
    compare(out, old_last, middle, last, false, subtrees);
    out.push_back(subtrees.root(first, middle));
  }
}

// The way from a leaf and from the last leaf up to the root, as the standard walks it.
struct Ascent {
  std::uint64_t leaf, last;

  bool from_left() const { return leaf % 2 == 1 || leaf == last; }
  void rise() {
    leaf >>= 1;
    last >>= 1;
  }
  // Levels on which the right edge has no sibling.
  void skip() {
    while (leaf % 2 == 0 && leaf != 0) rise();
  }
};

}  // namespace

Hash Subtrees::root(std::uint64_t first, std::uint64_t last) {
  if (first == last) return Tree{}.root();
  const auto n = last - first;
  if (std::has_single_bit(n)) {
    const auto level = unsigned(std::countr_zero(n));
    return complete(level, first >> level);
  }
  const auto middle = first + split(n);
  const Hash left = root(first, middle);
  return node_hash(left, root(middle, last));
}

Hash Subtrees::complete(unsigned level, std::uint64_t index) {
  if (const auto known = tree_.kept(level, index)) return *known;
  if (level == 0) return leaf(index);
  const auto made = subtrees_.find({level, index});
  if (made != subtrees_.end()) return made->second;
  const Hash left = complete(level - 1, index * 2);
  return subtrees_[{level, index}] = node_hash(left, complete(level - 1, index * 2 + 1));
}

const Hash& Subtrees::leaf(std::uint64_t index) {
  constexpr std::uint64_t block_size = 1u << block_level;
  const auto number = index / block_size;
  auto& block = blocks_[number];
  if (block.empty()) block = leaves_(number * block_size, block_size);
  if (index % block_size >= block.size()) throw std::runtime_error("leaf " + std::to_string(index) + " is missing");
  return block[index % block_size];
}

std::vector<Hash> inclusion_path(std::uint64_t index, std::uint64_t size, Subtrees& subtrees) {
  std::vector<Hash> out;
  climb(out, index, 0, size, subtrees);
  return out;
}

std::optional<Hash> root_from_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size,
                                        const std::vector<Hash>& path) {
  if (index >= size) return {};
  Ascent at{index, size - 1};
  Hash root = leaf;
  for (const auto& sibling : path) {
    if (at.last == 0) return {};
    if (at.from_left()) {
      root = node_hash(sibling, root);
      at.skip();
    } else {
      root = node_hash(root, sibling);
    }
    at.rise();
  }
  return at.last == 0 ? std::optional(root) : std::nullopt;
}

std::vector<Hash> consistency_path(std::uint64_t old_size, std::uint64_t size, Subtrees& subtrees) {
  std::vector<Hash> out;
  if (old_size > 0 && old_size < size) compare(out, old_size, 0, size, true, subtrees);
  return out;
}

bool verify_consistency(std::uint64_t old_size, const Hash& old_root, std::uint64_t size, const Hash& root,
                        const std::vector<Hash>& path) {
  if (old_size > size) return false;
  if (old_size == size) return path.empty() && old_root == root;
  if (old_size == 0) return path.empty() && old_root == Tree{}.root();
  if (path.empty()) return false;
  Ascent at{old_size - 1, size - 1};
  while (at.leaf % 2 == 1) at.rise();
  // A full old tree is itself the first step; the proof leaves it out.
  const bool full = std::has_single_bit(old_size);
  Hash then = full ? old_root : path.front(), now = then;
  for (std::size_t i = full ? 0 : 1; i < path.size(); ++i) {
    if (at.last == 0) return false;
    if (at.from_left()) {
      then = node_hash(path[i], then);
      now = node_hash(path[i], now);
      at.skip();
    } else {
      now = node_hash(now, path[i]);
    }
    at.rise();
  }
  return at.last == 0 && then == old_root && now == root;
}

}  // namespace vs::ledger
