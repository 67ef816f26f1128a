#include "ledger/key_record.h"

#include <sodium.h>

#include <algorithm>

namespace vs::ledger {
namespace {

constexpr std::size_t nonce_size = crypto_secretbox_NONCEBYTES, key_size = 32, entry_size = 1 + key_size;
constexpr std::size_t unnumbered_size = nonce_size + crypto_secretbox_MACBYTES + key_size;
static_assert(unnumbered_size == 72);

[[noreturn]] void wrong_key_file() {
  throw WrongKeyFile("a key of the vault does not open with this key file");
}

// No algorithm shares its key with another.
Key wrapping_key(const Key& kek, Algorithm algorithm) {
  Key key = derived_from(kek, "wrap keys by " + std::string(name_of(algorithm)));
  key.algorithm = algorithm;
  return key;
}

void put(std::string& plain, const Key& key) {
  plain += char(key.algorithm);
  plain.append(reinterpret_cast<const char*>(key.bytes.data()), key_size);
}

Key take(std::string_view entry) {
  Key key;
  key.algorithm = algorithm_numbered("what the vault holds", std::uint8_t(entry[0]));
  std::copy_n(entry.data() + 1, key_size, reinterpret_cast<char*>(key.bytes.data()));
  return key;
}

KeyRecord unwrap_unnumbered(std::string_view wrapped, const Key& kek) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(wrapped.data());
  KeyRecord out;
  if (crypto_secretbox_open_easy(out.key.bytes.data(), bytes + nonce_size, wrapped.size() - nonce_size, bytes,
                                 kek.bytes.data()) != 0)
    wrong_key_file();
  return out;
}

}  // namespace

std::string wrap(const KeyRecord& record, const Key& kek, std::string_view name) {
  std::string plain;
  plain.reserve(2 * entry_size);
  put(plain, record.key);
  if (record.next) put(plain, *record.next);
  auto out = char(kek.algorithm) + encrypt(wrapping_key(kek, kek.algorithm), name, plain);
  sodium_memzero(plain.data(), plain.size());
  return out;
}

std::string wrap_unnumbered(const Key& key, const Key& kek) {
  std::string wrapped(unnumbered_size, '\0');
  auto* bytes = reinterpret_cast<unsigned char*>(wrapped.data());
  randombytes_buf(bytes, nonce_size);
  crypto_secretbox_easy(bytes + nonce_size, key.bytes.data(), key_size, bytes, kek.bytes.data());
  return wrapped;
}

bool is_numbered(std::string_view wrapped) {
  return wrapped.size() != unnumbered_size;
}

KeyRecord unwrap(std::string_view wrapped, const Key& kek, std::string_view name) {
  if (!is_numbered(wrapped)) return unwrap_unnumbered(wrapped, kek);
  if (wrapped.empty()) wrong_key_file();
  const auto algorithm = algorithm_numbered("a wrapped key of the vault", std::uint8_t(wrapped[0]));
  auto plain = decrypt(wrapping_key(kek, algorithm), name, wrapped.substr(1));
  if (!plain || (plain->size() != entry_size && plain->size() != 2 * entry_size)) wrong_key_file();
  KeyRecord out{take(*plain), {}};
  if (plain->size() == 2 * entry_size) out.next = take(std::string_view(*plain).substr(entry_size));
  sodium_memzero(plain->data(), plain->size());
  return out;
}

Key derived_from(const Key& from, std::string_view purpose) {
  Key key;
  crypto_generichash(key.bytes.data(), key.bytes.size(), reinterpret_cast<const unsigned char*>(purpose.data()),
                     purpose.size(), from.bytes.data(), from.bytes.size());
  return key;
}

}  // namespace vs::ledger
