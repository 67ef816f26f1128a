// The languages that a browser or a contact asks for: always one that letters and pages are written in.
#include "features/mail/templates.h"
#include "features/portal/words.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string wish(fuzz::text_of(data, size));
  const auto language = mail::nearest_language(wish);
  fuzz::must(mail::nearest_language(language) == language, "the language of a letter is one that there is");
  fuzz::must(!mail::phrase("unsubscribe_title", wish).empty(), "there are words in it");
  const auto page = portal::language_for(wish);
  fuzz::must(portal::Words(page).language() == page, "so is that of a page");
  fuzz::must(portal::language_for(page + ";q=0.8, xx") == page, "and asking for it gives it");
  return 0;
}
