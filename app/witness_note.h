// What a witness puts under a checkpoint, as C2SP writes it (tlog-cosignature, Ed25519):
//
//   — witness.example <base64 of key id (4 bytes) ‖ seconds since 1970 (8 bytes) ‖ signature (64 bytes)>
//
// over `cosignature/v1`, `time <seconds>` and the checkpoint's text: at that time this was the longest history of the
// ledger that the witness knew, and it goes on from all that it cosigned before.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/note.h"

namespace vs::app {

/// Who cosigns, as others know it: `name+key id+base64(4 ‖ public key)`.
struct WitnessKey {
  std::string name;
  std::array<std::uint8_t, 4> id{};
  ledger::PublicKey key{};

  /// Nothing for what is not the key of Ed25519 cosignatures or has another key id than it says.
  static std::optional<WitnessKey> parse(std::string_view text);
};

/// Seconds since 1970 at which the witness cosigned; nothing when it did not, or its signature is wrong.
std::optional<std::int64_t> cosigned_at(const ledger::Note&, const WitnessKey&);

/// The note with the line of this witness out of its answer; nothing when there is none that is right.
std::optional<std::string> with_cosignature(const std::string& note, const std::string& answer, const WitnessKey&);

}  // namespace vs::app
