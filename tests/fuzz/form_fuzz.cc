// What the portal is sent: the first line is the content type, the rest the body. Whatever comes out is text.
#include "app/portal_call.h"
#include "kernel/text.h"
#include "tests/fuzz/fuzz.h"

using namespace vs;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  const auto line = std::min(text.find('\n'), text.size());
  http::Request request;
  request.headers["content-type"] = text.substr(0, line);
  request.body = text.substr(std::min(line + 1, text.size()));
  if (const auto sent = app::portal_wire::sent_by(request))
    for (const auto& [name, value] : sent->form.fields) fuzz::must(valid_utf8(value), "a value is UTF-8");
  const auto secret = app::portal_wire::secret_of(request.body);
  fuzz::must(secret.find_first_of(" \n\r\t#") == std::string::npos, "a secret has no blanks and no mark");
  return 0;
}
