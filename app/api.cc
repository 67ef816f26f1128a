#include "app/api.h"

#include <charconv>

#include "app/api_call.h"
#include "app/json_bound.h"
#include "features/people/people.h"
#include "features/policies/policies.h"

namespace vs::app {
namespace {

struct Login {
  std::string email, password;
  std::optional<std::string> code;
};
BOOST_DESCRIBE_STRUCT(Login, (), (email, password, code))

std::vector<std::string> segments(std::string_view path) {
  std::vector<std::string> out;
  for (std::size_t from = 0; from < path.size();) {
    const auto end = std::min(path.find('/', from), path.size());
    if (end > from) out.emplace_back(path.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

std::string etag_of(const Answer& answer) {
  if (answer.version) return '"' + std::to_string(answer.version) + '"';
  return '"' + ledger::hex(ledger::leaf_hash({}, answer.json)).substr(0, 20) + '"';
}

http::Response answered(const Answer& answer, int status, const std::string& if_none_match = {}) {
  http::Response out;
  out.status = status;
  if (!answer.content_type.empty()) out.content_type = answer.content_type;
  const auto etag = etag_of(answer);
  out.headers.emplace_back("ETag", etag);
  if (out.content_type.starts_with("text/html"))
    out.headers.emplace_back("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  if (!if_none_match.empty() && if_none_match == etag) out.status = 304;
  else out.body = answer.json;
  return out;
}

// `"12"` or `12`; an unreadable one never matches.
std::optional<std::uint64_t> version_of(const std::string& if_match) {
  if (if_match.empty() || if_match == "*") return {};
  std::string_view text = if_match;
  if (text.starts_with('"')) text = text.substr(1, text.size() - 2);
  std::uint64_t n = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), n);
  return ec == std::errc{} && end == text.data() + text.size() ? n : UINT64_MAX;
}

http::Response unsupported(const char* code, const char* message) {
  http::Response out = http::problem(RefusalKind::malformed, code, message, "Send application/json.");
  out.status = 415;
  return out;
}

bool scope_allows(const Caller& caller, bool writes) {
  if (caller.actor.kind != ActorKind::token) return true;
  return std::ranges::find(caller.scopes, writes ? "write" : "read") != caller.scopes.end();
}

}  // namespace

Api::Api(House& house, Sessions& sessions, StaticFiles files)
    : house_(house),
      sessions_(sessions),
      static_files_(std::move(files)),
      openapi_(with_own_routes(openapi(house.registry()))),
      saved_views_(house.store()),
      notices_(house),
      streams_([this](const Caller& caller, const std::string& workspace) {
        return sessions_.holds(caller) && !house_.engine().roles_of(workspace, caller.actor).empty() &&
               !lacks_second_factor(caller, workspace);
      }) {
  house_.engine().on_change([this](const auto& changes) { tell(changes); });
  sessions_.on_end([this] { streams_.review(); });
}

void Api::finish() {
  slow_.join();
  notices_.stop();
}

Api::~Api() {
  finish();
  sessions_.on_end([] {});
  house_.engine().on_change({});
}

void Api::handle(http::Request&& request, http::Respond respond) {
  if (!request.path.starts_with("/api/")) {
    if (request.method == "GET" || request.method == "HEAD") return respond(static_files_.get(request));
    return respond(http::problem(RefusalKind::not_found, "not_found", "There is no such address."));
  }
  Call call{std::move(request), std::move(respond), {}, {}, {}, {}};
  call.path = segments(std::string_view(call.request.path));
  if (call.path.size() < 3 || call.path[1] != "v1")
    return call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
  call.path.erase(call.path.begin(), call.path.begin() + 2);
  const bool reads = call.is("GET") || call.is("HEAD");
  if (!reads && Sessions::cross_site(call.request))
    return call.refuse(RefusalKind::forbidden, "cross_site", "This request came from another site.");
  if (const auto coding = call.request.header("content-encoding"); !coding.empty() && coding != "identity")
    return call.respond(unsupported("coded_body", "A body is taken as it is, not compressed."));
  const std::string first = call.path[0];
  if (first == "openapi.json" && reads) return call.ok(openapi_);
  if (first == "session") return session(call);
  if (first == "invitation") return invitation(call);
  const auto caller = sessions_.caller(call.request);
  if (!caller) return call.refuse(RefusalKind::unauthorized, "not_signed_in", "Sign in first.");
  call.caller = *caller;
  if (call.request.trace) call.request.trace->actor = caller->actor.id;
  if (too_fast(call)) return;
  if (!scope_allows(call.caller, !reads))
    return call.refuse(RefusalKind::forbidden, "scope_missing", "This token does not have the scope for that.");
  if (first == "me" && call.path.size() > 1) return account(call);
  if (first == "me" && reads) return me(call);
  if (first == "settings") return settings(call);
  if (first == "w" && call.path.size() >= 2) return workspace(call);
  call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
}

void Api::session(Call& call) {
  if (call.is("DELETE")) {
    if (const auto caller = sessions_.caller(call.request)) sessions_.sign_out(caller->session);
    http::Response out{204, "application/json", "", {{"Set-Cookie", sessions_.expired_cookie()}}, {}};
    return call.respond(std::move(out));
  }
  if (!call.is("POST")) return call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
  const auto login = body_of<Login>(call);
  if (!login) return;
  const auto& request = call.request;
  sessions_.sign_in({login->email, login->password, login->code.value_or(""), request.remote},
                    request.header("user-agent"),
                    [this, respond = call.respond, email = login->email, remote = request.remote,
                     device = request.header("user-agent")](Result<std::string> cookie) {
                      const auto person = sessions_.user_id(email).value_or("");
                      if (!cookie && cookie.error().kind == RefusalKind::too_many) notices_.refused(person);
                      if (!cookie) return respond(refused_login(cookie.error(), email, remote));
                      notices_.signed_in(person, device, remote);
                      respond({200, "application/json", "{\"ok\":true}", {{"Set-Cookie", *cookie}}, {}});
                    });
}

void Api::me(Call& call) {
  std::string name, email, language, workspaces;
  const auto& who = call.caller.actor;
  const bool without_factor = who.kind == ActorKind::person && !sessions_.passwords().second_factors().on(who.id);
  for (const auto* ws : house_.engine().workspaces()) {
    if (!call.caller.workspace.empty() && ws->id != call.caller.workspace) continue;
    std::shared_lock lock(ws->lock);
    const auto* person = people::find(ws->world.get<people::State>(), call.caller.actor.person());
    if (!person || !person->active) continue;
    if (name.empty()) name = person->name.words(), email = person->email.words();
    if (language.empty()) language = person->language.value_or("");
    const auto& rules = policies::in_force(ws->world.get<policies::State>());
    const bool lacks = without_factor && policies::demands_second_factor(rules, person->roles);
    if (!workspaces.empty()) workspaces += ',';
    workspaces += "{\"id\":";
    json::put_text(workspaces, ws->id);
    workspaces += ",\"name\":";
    json::put_text(workspaces, ws->name);
    workspaces += ",\"roles\":" + json::to_text(person->roles);
    workspaces += std::string(",\"second_factor_lacking\":") + (lacks ? "true" : "false") + "}";
  }
  std::string out = "{\"person\":{\"id\":";
  json::put_text(out, call.caller.actor.person());
  out += ",\"name\":";
  json::put_text(out, name);
  out += ",\"email\":";
  json::put_text(out, email);
  if (!language.empty()) out += ",\"language\":" + json::to_text(language);
  call.ok(out + "},\"workspaces\":[" + workspaces + "]}");
}

void Api::workspace(Call& call) {
  call.workspace = call.path[1];
  call.roles = house_.engine().roles_of(call.workspace, call.caller.actor);
  const bool foreign = !call.caller.workspace.empty() && call.caller.workspace != call.workspace;
  // A workspace one does not belong to does not exist, as far as one can tell.
  if (call.roles.empty() || foreign)
    return call.refuse(RefusalKind::not_found, "not_found", "There is no such workspace.");
  if (lacks_second_factor(call.caller, call.workspace))
    return call.refuse(RefusalKind::forbidden, "factor.demanded", "Your role asks for a second factor.",
                       "Set one up under Your account; until then you can only do that, and sign out.");
  if (call.is("POST") && !fresh(call)) return;
  if (special(call)) return;
  if (call.is("GET") || call.is("HEAD")) return read(call);
  if (call.is("POST")) return write(call);
  call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
}

// Tokens were made by somebody who had shown their second factor, and have no phone.
bool Api::lacks_second_factor(const Caller& caller, const std::string& workspace) {
  const auto* ws = house_.engine().workspace(workspace);
  if (!ws || caller.actor.kind != ActorKind::person) return false;
  {
    std::shared_lock lock(ws->lock);
    const auto* person = people::find(ws->world.get<people::State>(), caller.actor.id);
    const auto& rules = policies::in_force(ws->world.get<policies::State>());
    if (!person || !policies::demands_second_factor(rules, person->roles)) return false;
  }
  return !sessions_.passwords().second_factors().on(caller.actor.id);
}

// Streams wait rather than ask.
bool Api::too_fast(Call& call) {
  const auto& path = call.path;
  const bool stream = path.size() == 4 && path[0] == "w" && path[2] == "events" && path[3] == "stream";
  const int seconds = pace_ && !stream ? pace_->wait_seconds(call.caller) : 0;
  if (!seconds) return false;
  auto out = http::problem(RefusalKind::too_many, "too_fast", "You ask for more than the server gives one caller.",
                           "Wait a moment; whoever needs more often asks the administrator of the server.");
  std::erase_if(out.headers, [](const auto& header) { return header.first == "Retry-After"; });
  out.headers.emplace_back("Retry-After", std::to_string(seconds));
  call.respond(std::move(out));
  return true;
}

bool Api::takes_files(std::string_view target) {
  const auto path = target.substr(0, target.find('?'));
  return path.ends_with("/files") || path.ends_with("/imports") || path.starts_with("/p/");
}

// What gives others power over the program asks for the person, not only for a session left open somewhere.
bool Api::fresh(Call& call) {
  const bool matters = call.part(0) == "tokens" ||
                       (call.part(0) == "people" && (call.parts() == 1 || call.part(2) == "assign_roles" ||
                                                     call.part(2) == "reset_password" || call.part(2) == "invite"));
  if (!matters || sessions_.fresh(call.caller)) return true;
  ask_again(call);
  return false;
}

void Api::ask_again(Call& call) {
  call.refuse(RefusalKind::forbidden, "step_up_needed", "You signed in a while ago.",
              "Show again that it is you: enter your password.");
}

void Api::read(Call& call) {
  const auto n = call.parts();
  Ask ask = call.ask();
  const Query* query = nullptr;
  const auto& registry = house_.registry();
  if (n == 1) query = registry.query(call.part(0));
  if (n == 2) {
    query = registry.query(call.part(0) + "/" + call.part(1));
    if (!query && (query = registry.query(call.part(0) + "/{id}"))) ask.id = call.part(1);
  }
  if (n == 3 && (query = registry.query(call.part(0) + "/{id}/" + call.part(2)))) ask.id = call.part(1);
  if (!query) return call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
  if (query->kind == QueryKind::list && ask.params.contains("format"))
    return read_as_table(call, *query, std::move(ask));
  if (ask.params.contains("as_of")) return read_as_of(call, *query, std::move(ask));
  auto seen = house_.engine().ask(call.workspace, *query, std::move(ask));
  http::Response response = seen.answer ? answered(*seen.answer, 200, call.request.header("if-none-match"))
                                        : http::problem(seen.answer.error());
  house_.engine().after_durable(
      seen.batch,
      [respond = std::move(call.respond), response = std::move(response)]() mutable { respond(std::move(response)); });
}

// The state as of a sequence or a moment: the ledger folded up to there, in a world of its own (REC-02).
void Api::read_as_of(Call& call, const Query& query, Ask ask) {
  engine::ReplayLimits limits;
  const std::string text = ask.param("as_of");
  const bool number = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos && text.size() < 19;
  const auto instant = Instant::vj_parse(text);
  if (number) limits.sequence = std::stoull(text);
  else if (instant) limits.time = *instant;
  else
    return call.refuse(RefusalKind::malformed, "bad_as_of", "as_of is a sequence number or a time.",
                       "Write 1234 or 2026-11-22T09:00:00Z.");
  ask.params.erase("as_of");
  auto& engine = house_.engine();
  if (!engine.policy().allows(query.name, call.roles))
    return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.");
  slow_.answer(call.respond, [this, &query, ask = std::move(ask), limits,
                              workspace = call.workspace](const http::Respond& respond) mutable {
    try {
      engine::Workspace past({workspace, ""}, house_.registry());
      engine::replay(house_.store(), house_.keys(), house_.registry(), past, limits);
      if (past.tip) ask.now = std::min(ask.now, limits.time.us == INT64_MAX ? past.last_at : limits.time);
      ask.tip = past.tip;
      const auto answer = query.answer(past.world, ask);
      respond(answer ? answered(*answer, 200) : http::problem(answer.error()));
    } catch (const std::exception&) {
      respond(
          http::problem(RefusalKind::busy, "past_unreadable", "The past could not be read just now.", "Try again."));
    }
  });
}

void Api::write(Call& call) {
  const auto n = call.parts();
  const auto& registry = house_.registry();
  engine::Submission s;
  s.workspace = call.workspace;
  s.actor = call.caller.actor;
  if (n == 1) s.command = registry.command(call.part(0), "", false);
  if (n == 2) s.command = registry.command(call.part(0), call.part(1), false);
  if (n == 3 && (s.command = registry.command(call.part(0), call.part(2), true))) s.target = call.part(1);
  if (!s.command) return call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
  const auto type = call.request.header("content-type");
  if (!call.request.body.empty() && !type.empty() && !type.starts_with("application/json"))
    return call.respond(unsupported("not_json", "The body must be JSON."));
  if (const auto bound = json_bound(call.request.body); !bound) return call.refuse(bound.error());
  auto body = json::parse(call.request.body.empty() ? "{}" : call.request.body);
  if (!body) return call.refuse(body.error());
  s.body = std::move(*body);
  s.idempotency_key = call.request.header("idempotency-key");
  if (s.idempotency_key.size() > 200)
    return call.refuse(RefusalKind::malformed, "key_too_long", "An Idempotency-Key has at most 200 characters.");
  if (!s.idempotency_key.empty())
    s.fingerprint = ledger::hex(ledger::leaf_hash({}, call.request.path + '\n' + call.request.body));
  s.if_version = version_of(call.request.header("if-match"));
  s.done = [respond = std::move(call.respond)](engine::Outcome&& outcome) {
    if (!outcome.answer) return respond(http::problem(outcome.answer.error()));
    auto response = answered(*outcome.answer, outcome.replayed ? outcome.replayed_status : outcome.created ? 201 : 200);
    if (outcome.replayed) response.headers.emplace_back("Idempotent-Replay", "true");
    respond(std::move(response));
  };
  house_.engine().submit(std::move(s));
}

}  // namespace vs::app
