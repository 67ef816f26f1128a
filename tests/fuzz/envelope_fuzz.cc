// Stored events: bytes that are taken are exactly those that would be written.
#include "kernel/event.h"
#include "ledger/envelope.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto envelope = ledger::decode_envelope(fuzz::text_of(data, size));
    const auto text = json::to_text(envelope.data);
    const auto written = ledger::encode_envelope(envelope.workspace, envelope.meta, envelope.type, text);
    const auto again = ledger::decode_envelope(written);
    fuzz::must(again.workspace == envelope.workspace && again.type == envelope.type &&
                   again.meta.sequence == envelope.meta.sequence && json::to_text(again.data) == text,
               "an envelope written again is the same");
  } catch (const UnreadableEvent&) {
  }
  return 0;
}
