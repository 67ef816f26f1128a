#include "kernel/ids.h"

#include <sodium.h>

namespace vs {

std::string make_id(std::string_view prefix, const Seed& seed, std::uint32_t n) {
  static_assert(crypto_generichash_BYTES_MIN >= 15);
  std::array<std::uint8_t, 20> input{};
  std::copy(seed.begin(), seed.end(), input.begin());
  for (int k = 0; k < 4; ++k) input[16 + std::size_t(k)] = std::uint8_t(n >> (8 * k));
  std::array<std::uint8_t, 16> digest{};
  crypto_generichash(digest.data(), digest.size(), input.data(), input.size(), nullptr, 0);

  constexpr std::string_view alphabet = "abcdefghijkmnpqrstuvwxyz23456789";  // without l, o, 0, 1
  std::string out(prefix);
  out += '_';
  std::uint32_t bits = 0;
  int held = 0;
  for (std::size_t k = 0; k < 15; ++k) {
    bits = (bits << 8) | digest[k];
    for (held += 8; held >= 5; held -= 5) out += alphabet[(bits >> (held - 5)) & 31];
  }
  return out;
}

}  // namespace vs
