// Cookies: the value under a name is part of the header, and never goes beyond its pair.
#include "http/message.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  http::Request request;
  request.headers["cookie"] = fuzz::text_of(data, size);
  for (const char* name : {"vouchsafe", "__Host-vouchsafe", "vouchsafe_portal", ""}) {
    const auto value = request.cookie(name);
    fuzz::must(request.headers["cookie"].find(value) != std::string::npos, "a value is part of its header");
    fuzz::must(value.find(';') == std::string::npos, "a value ends where its pair does");
  }
  return 0;
}
