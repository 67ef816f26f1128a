#include "ledger/merkle.h"

#include <sodium.h>

#include <bit>

namespace vs::ledger {

Hash leaf_hash(const Nonce& nonce, std::string_view bytes) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  const std::uint8_t prefix = 0;
  crypto_hash_sha256_update(&state, &prefix, 1);
  crypto_hash_sha256_update(&state, nonce.data(), nonce.size());
  crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  Hash out;
  crypto_hash_sha256_final(&state, out.data());
  return out;
}

Hash node_hash(const Hash& left, const Hash& right) {
  std::array<std::uint8_t, 65> input;
  input[0] = 1;
  std::copy(left.begin(), left.end(), input.begin() + 1);
  std::copy(right.begin(), right.end(), input.begin() + 33);
  Hash out;
  crypto_hash_sha256(out.data(), input.data(), input.size());
  return out;
}

std::string hex(const Hash& hash) {
  std::string out(64, '0');
  std::array<char, 65> text{};
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  out.assign(text.data(), 64);
  return out;
}

void Frontier::append(const Hash& leaf) {
  // As many full subtrees merge as there are trailing ones in the old size (binary addition).
  Hash carry = leaf;
  for (int merges = std::countr_one(size_); merges > 0; --merges) {
    carry = node_hash(peaks_.back(), carry);
    peaks_.pop_back();
  }
  peaks_.push_back(carry);
  ++size_;
}

Hash Frontier::root() const {
  if (peaks_.empty()) {
    Hash out;
    crypto_hash_sha256(out.data(), nullptr, 0);
    return out;
  }
  Hash right = peaks_.back();
  for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak) right = node_hash(*peak, right);
  return right;
}

}  // namespace vs::ledger
