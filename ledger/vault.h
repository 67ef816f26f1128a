// Sealing of personal words under the owner's key, by the key's algorithm, bound to workspace and reference.
// Plaintext is salt(32) ‖ words; the event carries HMAC-SHA-256(salt, words), so that while the words live
// anybody who holds words and salt can prove them, and afterwards the commitment tells nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/keys.h"

namespace vs::ledger {

struct Sealed {
  std::string bytes;       ///< nonce ‖ ciphertext ‖ tag
  std::string commitment;  ///< base64url of the HMAC, 43 characters
};

Sealed seal(const Key&, std::string_view workspace, std::string_view ref, std::string_view words);
/// What lies under a seal: whoever is given both can check the commitment in the ledger.
struct Opened {
  std::string salt, words;
};
/// Nothing when the key or the bytes are not the right ones.
std::optional<Opened> open_seal(const Key&, std::string_view workspace, std::string_view ref, std::string_view bytes);
/// The same words with the same salt under another key: the commitment in the ledger goes on holding. Nothing when
/// `from` does not open them.
std::optional<std::string> seal_anew(const Key& from, const Key& to, std::string_view workspace, std::string_view ref,
                                     std::string_view bytes);
/// What the event says of words with this salt.
std::string commitment_to(std::string_view salt, std::string_view words);
/// The words, or nothing when the key or the bytes are not the right ones.
std::optional<std::string> unseal(const Key&, std::string_view workspace, std::string_view ref, std::string_view bytes);

}  // namespace vs::ledger
