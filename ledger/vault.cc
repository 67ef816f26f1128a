#include "ledger/vault.h"

#include <sodium.h>

namespace vs::ledger {
namespace {

constexpr std::size_t salt_size = crypto_auth_hmacsha256_KEYBYTES;

const unsigned char* bytes_of(std::string_view s) {
  return reinterpret_cast<const unsigned char*>(s.data());
}

std::string context_of(std::string_view workspace, std::string_view ref) {
  return std::string(workspace) + '|' + std::string(ref);
}

std::string base64url(const unsigned char* data, std::size_t size) {
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string out(sodium_base64_ENCODED_LEN(size, variant), '\0');
  sodium_bin2base64(out.data(), out.size(), data, size, variant);
  out.pop_back();  // the terminating NUL that libsodium counts
  return out;
}

}  // namespace

std::string commitment_to(std::string_view salt, std::string_view words) {
  unsigned char mac[crypto_auth_hmacsha256_BYTES];
  crypto_auth_hmacsha256_state state;  // a salt of any length, so that a wrong one is no danger
  crypto_auth_hmacsha256_init(&state, bytes_of(salt), salt.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(words), words.size());
  crypto_auth_hmacsha256_final(&state, mac);
  return base64url(mac, sizeof mac);
}

Sealed seal(const Key& key, std::string_view workspace, std::string_view ref, std::string_view words) {
  std::string plain(salt_size, '\0');
  randombytes_buf(plain.data(), salt_size);
  Sealed out;
  out.commitment = commitment_to(plain, words);
  plain += words;
  out.bytes = encrypt(key, context_of(workspace, ref), plain);
  sodium_memzero(plain.data(), plain.size());
  return out;
}

std::optional<Opened> open_seal(const Key& key, std::string_view workspace, std::string_view ref,
                                std::string_view bytes) {
  const auto plain = decrypt(key, context_of(workspace, ref), bytes);
  if (!plain || plain->size() < salt_size) return {};
  return Opened{plain->substr(0, salt_size), plain->substr(salt_size)};
}

std::optional<std::string> seal_anew(const Key& from, const Key& to, std::string_view workspace, std::string_view ref,
                                     std::string_view bytes) {
  const auto context = context_of(workspace, ref);
  auto plain = decrypt(from, context, bytes);
  if (!plain || plain->size() < salt_size) return {};
  auto out = encrypt(to, context, *plain);
  sodium_memzero(plain->data(), plain->size());
  return out;
}

std::optional<std::string> unseal(const Key& key, std::string_view workspace, std::string_view ref,
                                  std::string_view bytes) {
  auto opened = open_seal(key, workspace, ref, bytes);
  return opened ? std::optional(std::move(opened->words)) : std::nullopt;
}

}  // namespace vs::ledger
