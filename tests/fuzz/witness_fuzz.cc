// Keys of witnesses, and what they answer: the first line is a key, the rest an answer, which could come from anybody
// and is never taken for a cosignature; the one that is made here always is.
#include "app/witness_note.h"

#include <sodium.h>

#include "tests/fuzz/fuzz.h"

using namespace vs;

namespace {

constexpr const char* text = "vouchsafe/main\n7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";

// A witness whose secret key nobody else has.
struct Witness {
  Witness() {
    key.name = "witness.example";
    crypto_sign_keypair(key.key.data(), secret.data());
  }
  std::string cosigned(std::uint64_t seconds) const {
    const std::string what = "cosignature/v1\ntime " + std::to_string(seconds) + '\n' + text;
    std::string bytes(key.id.begin(), key.id.end());
    for (int shift = 56; shift >= 0; shift -= 8) bytes += char(seconds >> shift);
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                         reinterpret_cast<const unsigned char*>(what.data()), what.size(), secret.data());
    return "\u2014 " + key.name + ' ' + ledger::base64(bytes + signature) + '\n';
  }
  app::WitnessKey key;
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
};

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Witness witness;
  static const auto note = ledger::SigningKey::make().sign(text, "vouchsafe/main");
  const auto given = fuzz::text_of(data, size);
  const auto line = std::min(given.find('\n'), given.size());
  const std::string answer(given.substr(std::min(line + 1, given.size())));
  fuzz::must(!app::with_cosignature(note, answer, witness.key), "nobody else cosigns");
  if (const auto other = app::WitnessKey::parse(given.substr(0, line)))
    fuzz::must(!app::with_cosignature(note, answer, *other), "nor does a stranger");
  if (size % 8) return 0;  // signatures take their time
  const auto cosigned = app::with_cosignature(note, witness.cosigned(size), witness.key);
  fuzz::must(cosigned && app::cosigned_at(*ledger::parse_note(*cosigned), witness.key) == std::int64_t(size),
             "who cosigned, did");
  return 0;
}
