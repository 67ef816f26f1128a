// Refusals as `application/problem+json` (RFC 9457). The one table from kind of refusal to status.
#pragma once

#include "http/message.h"
#include "kernel/result.h"

namespace vs::http {

int status_of(RefusalKind);
Response problem(const Refusal&);
Response problem(RefusalKind, std::string code, std::string message, std::string remedy = {});

}  // namespace vs::http
