#include "app/witness_note.h"

#include <sodium.h>

#include <algorithm>

namespace vs::app {
namespace {

constexpr char ed25519_cosignature = 4;  // the algorithm's number in C2SP
constexpr std::size_t time_bytes = 8;

const unsigned char* octets(std::string_view s) {
  return reinterpret_cast<const unsigned char*>(s.data());
}

std::string_view view(const std::array<std::uint8_t, 4>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::array<std::uint8_t, 4> id_of(const std::string& name, std::string_view material) {
  const std::string named = name + '\n' + std::string(material);
  ledger::Hash hash;
  crypto_hash_sha256(hash.data(), octets(named), named.size());
  return {hash[0], hash[1], hash[2], hash[3]};
}

std::string hex_of(const std::array<std::uint8_t, 4>& id) {
  char hex[9];
  sodium_bin2hex(hex, sizeof hex, id.data(), id.size());
  return hex;
}

// When this line was written, if the witness wrote it.
std::optional<std::int64_t> time_of(const ledger::Signature& line, const std::string& text, const WitnessKey& witness) {
  if (line.name != witness.name || line.id != witness.id) return {};
  if (line.bytes.size() != time_bytes + crypto_sign_BYTES) return {};
  std::uint64_t seconds = 0;
  for (std::size_t i = 0; i < time_bytes; ++i) seconds = seconds << 8 | std::uint8_t(line.bytes[i]);
  const std::string signed_text = "cosignature/v1\ntime " + std::to_string(seconds) + '\n' + text;
  if (seconds > std::uint64_t(INT64_MAX) ||
      crypto_sign_verify_detached(octets(line.bytes) + time_bytes, octets(signed_text), signed_text.size(),
                                  witness.key.data()) != 0)
    return {};
  return std::int64_t(seconds);
}

}  // namespace

std::optional<WitnessKey> WitnessKey::parse(std::string_view text) {
  const auto first = text.find('+'), second = text.find('+', first + 1);
  if (first == text.npos || second == text.npos || first == 0) return {};
  const auto bytes = ledger::from_base64(text.substr(second + 1));
  WitnessKey out{std::string(text.substr(0, first)), {}, {}};
  if (!bytes || bytes->size() != 1 + out.key.size() || bytes->front() != ed25519_cosignature) return {};
  if (std::ranges::any_of(out.name, [](unsigned char c) { return c <= ' ' || c == 0x7f; })) return {};
  std::copy(bytes->begin() + 1, bytes->end(), out.key.begin());
  out.id = id_of(out.name, *bytes);
  return hex_of(out.id) == text.substr(first + 1, second - first - 1) ? std::optional(out) : std::nullopt;
}

std::optional<std::int64_t> cosigned_at(const ledger::Note& note, const WitnessKey& witness) {
  for (const auto& line : note.signatures)
    if (const auto time = time_of(line, note.text, witness)) return time;
  return {};
}

std::optional<std::string> with_cosignature(const std::string& note, const std::string& answer,
                                            const WitnessKey& witness) {
  const auto both = ledger::parse_note(note + answer);
  if (!both) return {};
  for (const auto& line : both->signatures)
    if (time_of(line, both->text, witness))
      return note + "\u2014 " + line.name + ' ' + ledger::base64(std::string(view(line.id)) + line.bytes) + '\n';
  return {};
}

}  // namespace vs::app
