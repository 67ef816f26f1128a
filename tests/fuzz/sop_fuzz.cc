// Procedures in YAML: reading and checking end, whatever is written.
#include "features/procedures/sop.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  if (!procedures::SopText::vj_parse(text)) return 0;  // refused before anything is read
  const auto sop = procedures::parse_sop(text);
  if (!sop) {
    fuzz::must(!sop.error().reasons.empty(), "a refusal has reasons");
    return 0;
  }
  fuzz::must(sop->steps.size() == sop->order.size(), "every step has its place");
  const auto findings = procedures::check(*sop);
  if (findings.empty()) fuzz::must(sop->step(sop->start) != nullptr, "what is fit begins somewhere");
  return 0;
}
