// The algorithms that seal words and wrap keys. Each has a number that is stored with keys and never given to another.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/store.h"

namespace vs::ledger {

enum class Algorithm : std::uint8_t {
  xchacha20_poly1305 = 1,  ///< of libsodium, nonces of 192 bits
  aes_256_gcm = 2          ///< of OpenSSL, nonces of 96 bits
};
inline constexpr std::array algorithms{Algorithm::xchacha20_poly1305, Algorithm::aes_256_gcm};

/// As people write it: `aes-256-gcm`.
std::string_view name_of(Algorithm);
std::optional<Algorithm> algorithm_named(std::string_view);

/// What is stored was made by an algorithm that came after this program.
struct UnknownAlgorithm : NewerVersion {
  UnknownAlgorithm(std::string_view of_what, unsigned number);
};
/// Throws UnknownAlgorithm.
Algorithm algorithm_numbered(std::string_view of_what, std::uint8_t number);

/// 256-bit key that wipes itself, cannot be printed, and knows by which algorithm it seals.
class Key {
 public:
  Key() = default;
  ~Key();
  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  std::array<std::uint8_t, 32> bytes{};
  Algorithm algorithm = Algorithm::xchacha20_poly1305;
};
/// A key by chance.
Key fresh_key(Algorithm);

/// nonce ‖ ciphertext ‖ tag under a nonce by chance; opens only with the same context.
std::string encrypt(const Key&, std::string_view context, std::string_view plain);
/// Nothing when key, context or bytes are not the right ones.
std::optional<std::string> decrypt(const Key&, std::string_view context, std::string_view bytes);

}  // namespace vs::ledger
