#include "app/secrets.h"

#include <sodium.h>

#include "ledger/merkle.h"

namespace vs::app {

std::string random_text(std::size_t length) {
  constexpr std::string_view alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
  std::string out;
  for (std::size_t i = 0; i < length; ++i) out += alphabet[randombytes_uniform(std::uint32_t(alphabet.size()))];
  return out;
}

std::string digest_of(std::string_view secret) {
  ledger::Hash hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
  return ledger::hex(hash);
}

std::string make_password() {
  return random_text(20);
}

}  // namespace vs::app
