#include "ledger/sealing.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <algorithm>
#include <climits>
#include <memory>

namespace vs::ledger {
namespace {

using Bytes = const unsigned char*;

Bytes bytes_of(std::string_view s) {
  return reinterpret_cast<Bytes>(s.data());
}
unsigned char* bytes_of(std::string& s) {
  return reinterpret_cast<unsigned char*>(s.data());
}

namespace xchacha {
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

void encrypt(const Key& key, std::string_view context, std::string_view plain, std::string& out) {
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(out) + nonce_size, nullptr, bytes_of(plain), plain.size(),
                                             bytes_of(context), context.size(), nullptr, bytes_of(out),
                                             key.bytes.data());
}

bool decrypt(const Key& key, std::string_view context, std::string_view bytes, std::string& plain) {
  return crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(plain), nullptr, nullptr, bytes_of(bytes) + nonce_size,
                                                    bytes.size() - nonce_size, bytes_of(context), context.size(),
                                                    bytes_of(bytes), key.bytes.data()) == 0;
}
}  // namespace xchacha

namespace aes {
constexpr std::size_t nonce_size = 12, tag_size = 16;
using Cipher = std::unique_ptr<EVP_CIPHER, decltype(&EVP_CIPHER_free)>;
using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

void need(bool good) {
  if (!good) throw StoreFailure("AES-256-GCM failed");
}
// Looking it up costs more than a short seal.
const EVP_CIPHER* cipher() {
  static const Cipher found(EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr), &EVP_CIPHER_free);
  need(found != nullptr);
  return found.get();
}
int size_of(std::string_view s) {
  need(s.size() <= INT_MAX);
  return int(s.size());
}

void encrypt(const Key& key, std::string_view context, std::string_view plain, std::string& out) {
  const Context run(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  auto* at = bytes_of(out) + nonce_size;
  int size = 0;
  need(run && EVP_EncryptInit_ex2(run.get(), cipher(), key.bytes.data(), bytes_of(out), nullptr) == 1 &&
       EVP_EncryptUpdate(run.get(), nullptr, &size, bytes_of(context), size_of(context)) == 1 &&
       EVP_EncryptUpdate(run.get(), at, &size, bytes_of(plain), size_of(plain)) == 1 &&
       EVP_EncryptFinal_ex(run.get(), at + size, &size) == 1 &&
       EVP_CIPHER_CTX_ctrl(run.get(), EVP_CTRL_AEAD_GET_TAG, int(tag_size), at + plain.size()) == 1);
}

bool decrypt(const Key& key, std::string_view context, std::string_view bytes, std::string& plain) {
  const Context run(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  std::string tag(bytes.substr(bytes.size() - tag_size));
  const auto sealed = bytes.substr(nonce_size, bytes.size() - nonce_size - tag_size);
  int size = 0;
  need(run && EVP_DecryptInit_ex2(run.get(), cipher(), key.bytes.data(), bytes_of(bytes), nullptr) == 1 &&
       EVP_DecryptUpdate(run.get(), nullptr, &size, bytes_of(context), size_of(context)) == 1 &&
       EVP_DecryptUpdate(run.get(), bytes_of(plain), &size, bytes_of(sealed), size_of(sealed)) == 1 &&
       EVP_CIPHER_CTX_ctrl(run.get(), EVP_CTRL_AEAD_SET_TAG, int(tag_size), tag.data()) == 1);
  return EVP_DecryptFinal_ex(run.get(), bytes_of(plain) + size, &size) == 1;
}
}  // namespace aes

std::pair<std::size_t, std::size_t> nonce_and_tag(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::xchacha20_poly1305: return {xchacha::nonce_size, xchacha::tag_size};
    case Algorithm::aes_256_gcm: return {aes::nonce_size, aes::tag_size};
  }
  throw UnknownAlgorithm("a seal", unsigned(algorithm));
}

}  // namespace

std::string_view name_of(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::xchacha20_poly1305: return "xchacha20-poly1305";
    case Algorithm::aes_256_gcm: return "aes-256-gcm";
  }
  return "";
}

std::optional<Algorithm> algorithm_named(std::string_view name) {
  const auto* found = std::ranges::find(algorithms, name, [](Algorithm a) { return name_of(a); });
  return found == algorithms.end() ? std::nullopt : std::optional(*found);
}

UnknownAlgorithm::UnknownAlgorithm(std::string_view of_what, unsigned number)
    : NewerVersion(std::string(of_what) + " was made by the unknown algorithm number " + std::to_string(number) +
                   ": a newer version of vouchsafe made it; start that one") {}

Algorithm algorithm_numbered(std::string_view of_what, std::uint8_t number) {
  if (std::ranges::find(algorithms, Algorithm(number)) == algorithms.end()) throw UnknownAlgorithm(of_what, number);
  return Algorithm(number);
}

Key::~Key() {
  sodium_memzero(bytes.data(), bytes.size());
}

Key fresh_key(Algorithm algorithm) {
  Key key;
  randombytes_buf(key.bytes.data(), key.bytes.size());
  key.algorithm = algorithm;
  return key;
}

std::string encrypt(const Key& key, std::string_view context, std::string_view plain) {
  const auto [nonce, tag] = nonce_and_tag(key.algorithm);
  std::string out(nonce + plain.size() + tag, '\0');
  randombytes_buf(out.data(), nonce);
  if (key.algorithm == Algorithm::aes_256_gcm) aes::encrypt(key, context, plain, out);
  else xchacha::encrypt(key, context, plain, out);
  return out;
}

std::optional<std::string> decrypt(const Key& key, std::string_view context, std::string_view bytes) {
  const auto [nonce, tag] = nonce_and_tag(key.algorithm);
  if (bytes.size() < nonce + tag) return {};
  std::optional<std::string> plain(std::in_place, bytes.size() - nonce - tag, '\0');
  const bool opened = key.algorithm == Algorithm::aes_256_gcm ? aes::decrypt(key, context, bytes, *plain)
                                                              : xchacha::decrypt(key, context, bytes, *plain);
  if (!opened) plain.reset();
  return plain;
}

}  // namespace vs::ledger
