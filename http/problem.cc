#include "http/problem.h"

#include "kernel/json.h"

namespace vs::http {
namespace {

const char* title_of(RefusalKind kind) {
  switch (kind) {
    case RefusalKind::malformed: return "The request cannot be understood";
    case RefusalKind::unauthorized: return "Nobody is signed in";
    case RefusalKind::forbidden: return "This is not allowed for your role";
    case RefusalKind::not_found: return "There is no such thing here";
    case RefusalKind::conflict: return "This contradicts what is already recorded";
    case RefusalKind::stale: return "This has moved on since you read it";
    case RefusalKind::too_large: return "This is too large";
    case RefusalKind::rule: return "A rule refuses this";
    case RefusalKind::too_many: return "Too many tries";
    case RefusalKind::busy: return "Not possible at this moment";
    case RefusalKind::no_room: return "There is no room for it";
  }
  return "Refused";
}

void put_reason(std::string& out, const Reason& r) {
  out += "{\"code\":";
  json::put_text(out, r.code);
  const auto optional = [&](const char* name, const std::string& value) {
    if (value.empty()) return;
    out += std::string(",\"") + name + "\":";
    json::put_text(out, value);
  };
  optional("field", r.field);
  out += ",\"message\":";
  json::put_text(out, r.message);
  optional("remedy", r.remedy);
  out += '}';
}

}  // namespace

int status_of(RefusalKind kind) {
  switch (kind) {
    case RefusalKind::malformed: return 400;
    case RefusalKind::unauthorized: return 401;
    case RefusalKind::forbidden: return 403;
    case RefusalKind::not_found: return 404;
    case RefusalKind::conflict: return 409;
    case RefusalKind::stale: return 412;
    case RefusalKind::too_large: return 413;
    case RefusalKind::rule: return 422;
    case RefusalKind::too_many: return 429;
    case RefusalKind::busy: return 503;
    case RefusalKind::no_room: return 507;
  }
  return 500;
}

Response problem(const Refusal& refusal) {
  Response out;
  out.status = status_of(refusal.kind);
  out.content_type = "application/problem+json";
  if (out.status == 503) out.headers.emplace_back("Retry-After", "1");
  if (out.status == 429) out.headers.emplace_back("Retry-After", "60");
  const Reason first =
      refusal.reasons.empty() ? Reason{"refused", "", title_of(refusal.kind), ""} : refusal.reasons.front();
  out.body = "{\"type\":\"about:blank\",\"title\":";
  json::put_text(out.body, title_of(refusal.kind));
  out.body += ",\"status\":" + std::to_string(out.status) + ",\"detail\":";
  json::put_text(out.body, first.message);
  out.body += ",\"code\":";
  json::put_text(out.body, first.code);
  out.body += ",\"reasons\":[";
  for (std::size_t i = 0; i < refusal.reasons.size(); ++i) {
    if (i) out.body += ',';
    put_reason(out.body, refusal.reasons[i]);
  }
  out.body += "]}";
  return out;
}

Response problem(RefusalKind kind, std::string code, std::string message, std::string remedy) {
  return problem(Refusal{kind, {{std::move(code), "", std::move(message), std::move(remedy)}}});
}

}  // namespace vs::http
