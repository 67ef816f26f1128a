// Pictures that customers send: what comes out bare is a picture, and the same one when it is made bare again.
#include "app/pictures.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

namespace {

using Bare = Result<std::string> (*)(const std::string&);

void still_a_picture(Bare bare, const std::string& bytes) {
  const auto once = bare(bytes);
  if (!once) return;
  const auto twice = bare(*once);
  fuzz::must(twice.has_value(), "a bare picture is a picture");
  fuzz::must(*twice == *once, "and has nothing left to take away");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::text_of(data, size));
  still_a_picture(&app::bare_jpeg, bytes);
  still_a_picture(&app::bare_png, bytes);
  return 0;
}
