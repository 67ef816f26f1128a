#include "ledger/merkle.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <bit>
#include <initializer_list>
#include <memory>
#include <stdexcept>

namespace vs::ledger {

namespace {

// OpenSSL's SHA-256 uses the processor's instructions for it; replay hashes every event.
Hash sha256(std::initializer_list<std::string_view> parts) {
  thread_local const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
  static const EVP_MD* const algorithm = EVP_sha256();
  Hash out;
  bool good = context && EVP_DigestInit_ex(context.get(), algorithm, nullptr) == 1;
  for (const auto part : parts) good = good && EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1;
  if (!good || EVP_DigestFinal_ex(context.get(), out.data(), nullptr) != 1) throw std::runtime_error("SHA-256 failed");
  return out;
}

template <std::size_t N>
std::string_view view(const std::array<std::uint8_t, N>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

Hash leaf_hash(const Nonce& nonce, std::string_view bytes) {
  return sha256({std::string_view("\0", 1), view(nonce), bytes});
}

Hash node_hash(const Hash& left, const Hash& right) {
  return sha256({"\1", view(left), view(right)});
}

std::string hex(const Hash& hash) {
  std::string out(64, '0');
  std::array<char, 65> text{};
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  out.assign(text.data(), 64);
  return out;
}

void Tree::append(const Hash& leaf) {
  // As many full subtrees merge as there are trailing ones in the old size (binary addition).
  Hash carry = leaf;
  unsigned level = 0;
  for (const unsigned merges = unsigned(std::countr_one(size_)); level < merges;) {
    carry = node_hash(peaks_.back(), carry);
    peaks_.pop_back();
    ++level;
    if (level == 8) level8_.push_back(carry);
    if (level == 16) level16_.push_back(carry);
  }
  peaks_.push_back(carry);
  ++size_;
}

Hash Tree::root() const {
  if (peaks_.empty()) {
    return sha256({});
  }
  Hash right = peaks_.back();
  for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak) right = node_hash(*peak, right);
  return right;
}

std::optional<Hash> Tree::kept(unsigned level, std::uint64_t index) const {
  if (level == 8 && index < level8_.size()) return level8_[index];
  if (level == 16 && index < level16_.size()) return level16_[index];
  const auto subtrees = size_ >> level;
  // A one in the size is a full subtree of the edge; larger ones stand before it.
  if (subtrees % 2 == 1 && index == subtrees - 1) return peaks_[std::size_t(std::popcount(subtrees)) - 1];
  return {};
}

}  // namespace vs::ledger
