#include "ledger/note.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <fstream>

#include "ledger/durable_file.h"
#include "ledger/store.h"

namespace vs::ledger {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view dash = "\u2014 ";
constexpr char ed25519 = 1;  // the algorithm's number in C2SP

template <std::size_t N>
std::string_view view(const std::array<std::uint8_t, N>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), N};
}

template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> exactly(const std::optional<std::string>& bytes) {
  if (!bytes || bytes->size() != N) return {};
  std::array<std::uint8_t, N> out;
  std::ranges::copy(*bytes, out.begin());
  return out;
}

const unsigned char* octets(std::string_view s) {
  return reinterpret_cast<const unsigned char*>(s.data());
}

// Names stand between spaces and plus signs.
bool good_name(std::string_view name) {
  return !name.empty() && std::ranges::none_of(name, [](unsigned char c) { return c <= ' ' || c == '+' || c == 0x7f; });
}

std::string_view taken_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  const auto line = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  return line;
}

std::optional<Signature> parse_signature(std::string_view line) {
  if (!line.starts_with(dash)) return {};
  line.remove_prefix(dash.size());
  const auto space = line.find(' ');
  if (space == line.npos || !good_name(line.substr(0, space))) return {};
  const auto bytes = from_base64(line.substr(space + 1));
  if (!bytes || bytes->size() < 5) return {};
  Signature out{std::string(line.substr(0, space)), {}, bytes->substr(4)};
  std::copy_n(bytes->begin(), 4, out.id.begin());
  return out;
}

}  // namespace

std::string base64(std::string_view bytes) {
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
  std::string out(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), octets(bytes), bytes.size(), variant);
  out.pop_back();  // the terminating NUL that libsodium counts
  return out;
}

std::string base64(const Hash& hash) {
  return base64(view(hash));
}

std::string base64_of_key(const PublicKey& key) {
  return base64(view(key));
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string out(text.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(), nullptr,
                        &size, &end, sodium_base64_VARIANT_ORIGINAL) != 0 ||
      end != text.data() + text.size())
    return {};
  out.resize(size);
  return out;
}

std::optional<Hash> hash_from_base64(std::string_view text) {
  return exactly<32>(from_base64(text));
}

std::array<std::uint8_t, 4> Verifier::id() const {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  crypto_hash_sha256_update(&state, octets(name), name.size());
  const unsigned char between[] = {'\n', ed25519};
  crypto_hash_sha256_update(&state, between, sizeof between);
  crypto_hash_sha256_update(&state, key.data(), key.size());
  Hash hash;
  crypto_hash_sha256_final(&state, hash.data());
  return {hash[0], hash[1], hash[2], hash[3]};
}

std::string Verifier::text() const {
  char hex[9];
  const auto id = this->id();
  sodium_bin2hex(hex, sizeof hex, id.data(), id.size());
  return name + '+' + hex + '+' + base64(ed25519 + std::string(view(key)));
}

std::optional<Verifier> Verifier::parse(std::string_view text) {
  const auto first = text.find('+'), second = text.find('+', first + 1);
  if (first == text.npos || second == text.npos || !good_name(text.substr(0, first))) return {};
  const auto bytes = from_base64(text.substr(second + 1));
  if (!bytes || bytes->empty() || bytes->front() != ed25519) return {};
  const auto key = exactly<32>(bytes->substr(1));
  if (!key) return {};
  Verifier out{std::string(text.substr(0, first)), *key};
  return out.text() == text ? std::optional(out) : std::nullopt;
}

SigningKey::SigningKey(const std::array<std::uint8_t, 32>& seed) : seed_(seed) {
  crypto_sign_seed_keypair(public_.data(), secret_.data(), seed_.data());
}

SigningKey::~SigningKey() {
  sodium_memzero(seed_.data(), seed_.size());
  sodium_memzero(secret_.data(), secret_.size());
}

SigningKey SigningKey::make() {
  std::array<std::uint8_t, 32> seed;
  randombytes_buf(seed.data(), seed.size());
  return SigningKey(seed);
}

SigningKey SigningKey::read(const fs::path& file) {
  std::array<std::uint8_t, 32> seed{};
  std::ifstream in(file, std::ios::binary);
  in.read(reinterpret_cast<char*>(seed.data()), std::streamsize(seed.size()));
  if (in.gcount() != std::streamsize(seed.size()) || in.peek() != std::ifstream::traits_type::eof())
    throw StoreFailure("the signing key file " + file.filename().string() + " is not 32 bytes long");
  return SigningKey(seed);
}

void SigningKey::write(const fs::path& file) const {
  write_durably(file, view(seed_));
}

std::string SigningKey::sign(const std::string& text, const std::string& name) const {
  std::array<std::uint8_t, crypto_sign_BYTES> signature;
  crypto_sign_detached(signature.data(), nullptr, octets(text), text.size(), secret_.data());
  const Verifier self{name, public_};
  const auto id = self.id();
  return text + '\n' + std::string(dash) + name + ' ' + base64(std::string(view(id)) + std::string(view(signature))) +
         '\n';
}

std::optional<Note> parse_note(std::string_view bytes) {
  const auto empty = bytes.rfind("\n\n");
  if (empty == bytes.npos || !bytes.ends_with('\n')) return {};
  Note out{std::string(bytes.substr(0, empty + 1)), {}};
  for (auto rest = bytes.substr(empty + 2); !rest.empty();) {
    auto signature = parse_signature(taken_line(rest));
    if (!signature) return {};
    out.signatures.push_back(std::move(*signature));
  }
  return out.signatures.empty() ? std::nullopt : std::optional(std::move(out));
}

const Verifier* signed_by(const Note& note, const std::vector<Verifier>& keys) {
  const Verifier* found = nullptr;
  for (const auto& signature : note.signatures)
    for (const auto& key : keys) {
      if (signature.name != key.name || signature.id != key.id()) continue;
      if (signature.bytes.size() != crypto_sign_BYTES ||
          crypto_sign_verify_detached(octets(signature.bytes), octets(note.text), note.text.size(), key.key.data()) !=
              0)
        return nullptr;
      if (!found) found = &key;
    }
  return found;
}

std::string Checkpoint::text() const {
  return origin + '\n' + std::to_string(size) + '\n' + base64(root) + '\n';
}

std::optional<Checkpoint> Checkpoint::parse(std::string_view text) {
  Checkpoint out;
  out.origin = taken_line(text);
  const auto number = taken_line(text);
  const auto [end, bad] = std::from_chars(number.data(), number.data() + number.size(), out.size);
  const auto root = hash_from_base64(taken_line(text));
  if (!good_name(out.origin) || bad != std::errc{} || end != number.data() + number.size() ||
      std::to_string(out.size) != number || !root)
    return {};
  out.root = *root;
  return out;
}

std::string handover_text(const std::string& origin, const PublicKey& next) {
  return origin + "\nkey " + base64_of_key(next) + '\n';
}

std::vector<Verifier> with_handovers(std::vector<Verifier> keys, const std::vector<std::string>& notes) {
  for (const auto& bytes : notes) {
    const auto note = parse_note(bytes);
    if (!note) continue;
    std::string_view text = note->text;
    const std::string origin(taken_line(text));
    const auto line = taken_line(text);
    const auto next = line.starts_with("key ") ? exactly<32>(from_base64(line.substr(4))) : std::nullopt;
    if (!next || !text.empty() || !signed_by(*note, keys)) continue;
    const Verifier found{origin, *next};
    if (std::ranges::find(keys, found) == keys.end()) keys.push_back(found);
  }
  return keys;
}

std::string origin_of(std::string_view workspace) {
  return "vouchsafe/" + std::string(workspace);
}

}  // namespace vs::ledger
