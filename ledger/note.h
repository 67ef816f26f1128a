// Signed notes and checkpoints as C2SP writes them (signed-note, tlog-checkpoint), signed with Ed25519:
//
//   vouchsafe/main                  ← origin
//   12345                           ← size of the tree
//   <base64 of the root>
//                                   ← empty line
//   — vouchsafe/main <base64 of key id (4 bytes) ‖ signature (64 bytes)>
//
// Whoever holds one holds the whole ledger up to there: nothing in it can change any more without being found.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/merkle.h"

namespace vs::ledger {

/// Standard base64 with padding.
std::string base64(std::string_view bytes);
std::string base64(const Hash&);
/// Nothing for what is not base64.
std::optional<std::string> from_base64(std::string_view text);
std::optional<Hash> hash_from_base64(std::string_view text);

using PublicKey = std::array<std::uint8_t, 32>;
std::string base64_of_key(const PublicKey&);

/// Who signs, as others know it: `name+key id+base64(1 ‖ public key)`.
struct Verifier {
  std::string name;
  PublicKey key{};

  /// First four bytes of SHA-256(name ‖ "\n" ‖ 1 ‖ key).
  std::array<std::uint8_t, 4> id() const;
  std::string text() const;
  /// Nothing for what is not an Ed25519 verifier key or has another key id than it says.
  static std::optional<Verifier> parse(std::string_view text);

  friend bool operator==(const Verifier&, const Verifier&) = default;
};

/// The house's signing key: kept in a file of its own, never in a database; wipes itself.
class SigningKey {
 public:
  /// A fresh one.
  static SigningKey make();
  /// Reads the 32 bytes of the file; throws StoreFailure.
  static SigningKey read(const std::filesystem::path& file);
  /// Writes it durably, for the owner's eyes only; throws StoreFailure.
  void write(const std::filesystem::path& file) const;
  SigningKey(const SigningKey&) = default;
  SigningKey& operator=(const SigningKey&) = default;
  ~SigningKey();

  const PublicKey& public_key() const { return public_; }
  /// The text with a signature line under this name. The text ends in a newline and has no empty line.
  std::string sign(const std::string& text, const std::string& name) const;

 private:
  explicit SigningKey(const std::array<std::uint8_t, 32>& seed);
  std::array<std::uint8_t, 32> seed_{};
  std::array<std::uint8_t, 64> secret_{};
  PublicKey public_{};
};

struct Signature {
  std::string name;
  std::array<std::uint8_t, 4> id{};
  std::string bytes;
};

struct Note {
  std::string text;  ///< what is signed, its last newline included
  std::vector<Signature> signatures;
};

/// Nothing for what is not a note; signatures of unknown kinds are kept, and ignored by `signed_by`.
std::optional<Note> parse_note(std::string_view);
/// The first of these keys that signed it, or null. A wrong signature under one of their ids makes it null too.
const Verifier* signed_by(const Note&, const std::vector<Verifier>&);

struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Hash root{};

  std::string text() const;
  /// From a note's text; nothing when it is none. Lines of extensions are ignored.
  static std::optional<Checkpoint> parse(std::string_view text);
};

/// The old key names the next one of a ledger: a note of two lines, origin and `key <base64>`.
std::string handover_text(const std::string& origin, const PublicKey& next);
/// These keys and those that they, or keys so found, handed over to.
std::vector<Verifier> with_handovers(std::vector<Verifier>, const std::vector<std::string>& notes);

/// How a workspace's ledger is called in its checkpoints, and the name of its keys.
std::string origin_of(std::string_view workspace);

}  // namespace vs::ledger
