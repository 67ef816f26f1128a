// Words that an administrator adopts for letters: filled without end or error, and values are never taken for
// placeholders. The first line is the subject, the rest the text.
#include "features/mail/templates.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  if (!valid_utf8(text)) return 0;
  const auto line = std::min(text.find('\n'), text.size());
  mail::Template words;
  words.subject = text.substr(0, line);
  words.text = {std::string(text.substr(std::min(line + 1, text.size())))};
  Reasons reasons;
  mail::check(words, "authorization.ask", reasons);
  if (!reasons.empty()) return 0;  // nobody can adopt them
  const auto filled = mail::filled(words, {{"customer", "{{link}}{{company}}"}, {"company", "<b>{{{customer}}}"}});
  fuzz::must(filled.subject.find("{{link}}{{company}}") == std::string::npos, "a value does not become a placeholder");
  return 0;
}
