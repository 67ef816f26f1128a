// Addresses and words of letters: whatever they hold, a letter has the headers that we gave it and no others, and an
// address that was taken is found again where it was written.
#include <set>

#include "app/mime.h"
#include "kernel/text.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

namespace {

void only_our_headers(const std::string& letter) {
  static const std::set<std::string> ours{"From",
                                          "To",
                                          "Reply-To",
                                          "Subject",
                                          "Message-Id",
                                          "Date",
                                          "MIME-Version",
                                          "Auto-Submitted",
                                          "Content-Language",
                                          "Content-Type",
                                          "List-Unsubscribe",
                                          "List-Unsubscribe-Post"};
  const auto end = letter.find("\r\n\r\n");
  fuzz::must(end != std::string::npos, "a letter has a head");
  for (std::size_t from = 0; from < end;) {
    const auto line = letter.substr(from, letter.find("\r\n", from) - from);
    fuzz::must(line.find_first_of("\r\n") == std::string::npos, "a line is one line");
    if (!line.starts_with(' ') && !line.starts_with('\t'))
      fuzz::must(ours.contains(line.substr(0, line.find(':'))), "a letter has only headers of ours");
    from += line.size() + 2;
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::text_of(data, size));
  if (!valid_utf8(text)) return 0;
  const auto address = app::bare_address(text);
  const auto to = app::with_name(text, address.value_or("ann@example.org"));
  if (address) {
    fuzz::must(address->find_first_of(" \t\r\n<>,;") == std::string::npos, "an address has no blanks");
    const auto again = app::bare_address(to);
    fuzz::must(again && app::with_name("", *again) == app::with_name("", *address),
               "beside any name it is found again, the same for mail servers");
  }
  app::Message letter{"m1", "House <house@example.org>", to, address.value_or(""), "en", text, text, text, "", "", {}};
  only_our_headers(app::to_mime(letter));
  return 0;
}
