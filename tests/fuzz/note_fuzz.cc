// Signed notes, checkpoints and keys from anywhere: nothing verifies that was not signed.
#include "ledger/note.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto key = ledger::SigningKey::make();
  static const ledger::Verifier verifier{"vouchsafe/fuzz", key.public_key()};
  const auto text = fuzz::text_of(data, size);
  if (const auto note = ledger::parse_note(text))
    fuzz::must(!ledger::signed_by(*note, {verifier}), "nobody else signs with a fresh key");
  if (const auto checkpoint = ledger::Checkpoint::parse(text)) {
    const auto again = ledger::Checkpoint::parse(checkpoint->text());
    fuzz::must(again && again->origin == checkpoint->origin && again->size == checkpoint->size &&
                   again->root == checkpoint->root,
               "a checkpoint written again is the same");
    const auto signed_note = ledger::parse_note(key.sign(checkpoint->text(), verifier.name));
    fuzz::must(signed_note && ledger::signed_by(*signed_note, {verifier}), "what was signed verifies");
  }
  if (const auto parsed = ledger::Verifier::parse(text))
    fuzz::must(ledger::Verifier::parse(parsed->text()) == parsed, "a key written again is the same");
  if (const auto bytes = ledger::from_base64(text))
    fuzz::must(ledger::from_base64(ledger::base64(*bytes)) == bytes, "base64 written again is the same");
  return 0;
}
