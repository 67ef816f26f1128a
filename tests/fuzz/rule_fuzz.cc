// Rules as data, held against facts: the first line is the rule, the rest the facts.
#include "kernel/rule.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  const auto line = text.find('\n');
  const auto value = json::parse(text.substr(0, line));
  if (!value) return 0;
  const auto rule = json::from_value<Rule>(*value);
  if (!rule) return 0;
  const auto facts = json::parse(line == text.npos ? "{}" : text.substr(line + 1));
  const json::Object given = facts && facts->is_object() ? facts->as_object() : json::Object{};
  const auto written = json::parse(json::to_text(*rule));
  fuzz::must(written.has_value(), "a written rule is JSON");
  const auto again = json::from_value<Rule>(*written);
  fuzz::must(again.has_value(), "a written rule is read again");
  fuzz::must(holds(*again, given) == holds(*rule, given), "a rule read again decides the same");
  Rule opposite;
  opposite.none.push_back(*rule);
  if (holds(*rule, given)) fuzz::must(!holds(opposite, given), "what holds is not among what does not");
  return 0;
}
