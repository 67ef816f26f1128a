// The routes of the house in OpenAPI: what no feature registers.
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "app/api_call.h"
#include "app/breach_report.h"
#include "features/authorizations/wordings.h"
#include "features/mail/mail_views.h"

namespace vs::app {
namespace {

json::Object text() {
  return {{"type", "string"}};
}
json::Object texts() {
  return {{"type", "array"}, {"items", text()}};
}
json::Object optional_time() {
  return {{"type", json::Array{"string", "null"}}, {"format", "date-time"}};
}

json::Object object(json::Object properties, json::Array required = {}) {
  json::Object out{{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) out["required"] = std::move(required);
  return out;
}

json::Object page_of(json::Object item) {
  return object({{"items", json::Object{{"type", "array"}, {"items", std::move(item)}}},
                 {"next", {{"type", json::Array{"string", "null"}}}},
                 {"total", {{"type", "integer"}}}},
                {"items", "next", "total"});
}

json::Object scopes() {
  return {{"type", "array"}, {"items", {{"type", "string"}, {"enum", json::Array{"read", "write"}}}}};
}

json::Object token() {
  return object({{"id", text()},
                 {"name", text()},
                 {"person", text()},
                 {"scopes", scopes()},
                 {"created_at", text()},
                 {"expires_at", optional_time()},
                 {"last_used_at", optional_time()},
                 {"revoked", {{"type", "boolean"}}}});
}

struct Route {
  const char *path, *method, *id, *summary;
  json::Object input, output;
  const char* in_query = nullptr;
};

json::Object me() {
  const auto place = answer({{"id", text()}, {"name", text()}, {"roles", texts()}, {"second_factor_lacking", truth()}});
  const auto myself = answer({{"id", text()}, {"name", text()}, {"email", text()}, {"language", text()}}, "language");
  auto out = answer({{"person", myself}, {"workspaces", list_of(place)}});
  out["title"] = "Me";
  return out;
}

// Of whoever is signed in, in whatever workspace. A path that begins with a stroke stands outside of workspaces.
std::vector<Route> routes_of_a_person() {
  const json::Object none, done = object({{"ok", {{"type", "boolean"}}}});
  const json::Object proof = object({{"password", text()}, {"code", text()}}, {"password"});
  return {
      {"/session", "post", "session_create", "Sign in; the code is that of a second factor",
       object({{"email", text()}, {"password", text()}, {"code", text()}}, {"email", "password"}), done},
      {"/invitation/look", "post", "invitation_look", "Whom the link of an invitation is for",
       object({{"secret", text()}}, {"secret"}),
       object({{"name", text()},
               {"email", text()},
               {"workspace", text()},
               {"workspace_name", text()},
               {"password_characters_least", {{"type", "integer"}}}})},
      {"/invitation", "post", "invitation_accept", "Choose a password by the link of an invitation; it works once",
       object({{"secret", text()}, {"password", text()}}, {"secret", "password"}), done},
      {"/session", "delete", "session_remove", "Sign out", none, none},
      {"/me", "get", "me_item", "Who is signed in, with which roles where", none, me},
      {"/me/security", "get", "me_security", "One's sessions, second factor and password", none, security},
      {"/me/password", "post", "me_password", "Choose a password; it ends one's other sessions",
       object({{"current", text()}, {"next", text()}}, {"current", "next"}), done},
      {"/me/step_up", "post", "me_step_up", "Show again who one is, before what matters most", proof, done},
      {"/me/second_factor/begin", "post", "me_second_factor_begin", "A secret for an authenticator app", proof,
       object({{"secret", text()}, {"uri", text()}})},
      {"/me/second_factor/confirm", "post", "me_second_factor_confirm", "Put the second factor in force",
       object({{"code", text()}}, {"code"}), object({{"recovery_codes", text_list()}})},
      {"/me/second_factor/end", "post", "me_second_factor_end", "Do without a second factor", proof, done},
      {"/me/sessions/{id}/end", "post", "me_sessions_end", "End one of one's sessions", object({}), done},
      {"/me/sessions/end_others", "post", "me_sessions_end_others", "End all of one's sessions but this", object({}),
       done},
  };
}

      {"/me/language", "post", "me_language", "Choose the language in which screens and letters speak",
       json::schema<people::ChooseLanguage>().as_object(), done},
// Letters and controlled wording, as far as it takes more than the registry.
std::vector<Route> routes_of_words() {
  return {
      {"mails/{id}/link", "post", "mails_link", "Take a fresh link of a letter; it is answered this once", object({}),
       object({{"id", text()}, {"url", text()}})},
      {"mail_templates/{id}/preview", "post", "mail_templates_preview", "A letter made of words not adopted yet",
       json::schema<mail::Template>().as_object(), json::schema<mail::Preview, json::Way::out>().as_object()},
      {"wordings/{id}/preview", "post", "wordings_preview", "A request made of words not adopted yet",
       json::schema<authorizations::TryWording>().as_object(),
       json::schema<authorizations::RoundPage, json::Way::out>().as_object()},
      {"mail_delivery", "get", "mail_delivery_item", "Whether a mail server is named, and who sends", json::Object{},
       object({{"delivers", {{"type", "boolean"}}}, {"from", text()}})},
  };
}

std::vector<Route> own_routes() {
  const json::Object made = object({{"id", text()}, {"token", text()}}), none;
  const json::Object file =
      object({{"id", text()}, {"name", text()}, {"size", {{"type", "integer"}}}, {"type", text()}});
  return {
      {"tokens", "get", "tokens_list", "API tokens of the workspace", none, page_of(token())},
      {"tokens", "post", "tokens_create", "Make an API token; its secret is answered this once",
       object(
           {{"name", text()}, {"scopes", scopes()}, {"days", {{"type", "integer"}, {"minimum", 1}, {"maximum", 365}}}},
           {"name", "scopes"}),
       made},
      {"tokens/{id}/revoke", "post", "tokens_revoke", "End an API token at once", object({}),
       object({{"id", text()}, {"revoked", {{"type", "boolean"}}}})},
      {"saved_views", "get", "saved_views_list", "One's own views of lists", none,
       page_of(json::schema<SavedView, json::Way::out>().as_object()), "screen"},
      {"saved_views", "post", "saved_views_create", "Save a view of a list", json::schema<SaveView>().as_object(),
       json::schema<SavedView, json::Way::out>().as_object()},
      {"saved_views/{id}/rename", "post", "saved_views_rename", "Rename a saved view",
       json::schema<RenameView>().as_object(), json::schema<SavedView, json::Way::out>().as_object()},
      {"saved_views/{id}/remove", "post", "saved_views_remove", "Remove a saved view", object({}),
       json::schema<SavedView, json::Way::out>().as_object()},
      {"files", "post", "files_create", "Keep a file as evidence; the body is its bytes", none, file, "name"},
      {"subjects/{id}/found", "get", "subjects_found", "Everything that is held about a person, and who mentions them",
       none,
       object({{"own", object({})},
               {"mentions", json::Object{{"type", "array"}, {"items", object({})}}},
               {"files", {{"type", "integer"}}},
               {"more", {{"type", "integer"}}}})},
      {"subjects/{id}/export", "get", "subjects_export", "The same as a zip for the person: to read, and as JSON", none,
       none},
      {"processing", "get", "processing_list", "The record of processing: what is held, why, and for how long", none,
       page_of(object({}))},
      {"affected", "get", "affected_list", "Who is affected by an incident between two times; format=csv for a table",
       none, page_of(json::schema<AffectedRow, json::Way::out>().as_object()), "from"},
      {"audit", "get", "audit_list", "The trail, newest first", none, page_of(object({}))},
      {"checkpoint", "get", "checkpoint_item", "Size and Merkle root of the ledger, signed", none,
       object({{"origin", text()}, {"size", {{"type", "integer"}}}, {"root", text()}, {"note", text()}})},
      {"checkpoint/keys", "get", "checkpoint_keys", "Public keys that sign and signed, now first", none,
       object({{"keys", texts()}})},
      {"checkpoint/consistency", "get", "checkpoint_consistency",
       "Proof that the ledger of that size is the beginning of the ledger now", none,
       object({{"origin", text()},
               {"from", {{"type", "integer"}}},
               {"to", {{"type", "integer"}}},
               {"path", texts()},
               {"checkpoint", text()}}),
       "from"},
      {"authorizations/{id}/evidence", "get", "authorizations_evidence",
       "Evidence pack (zip): receipt with proof, PDF, consent record, attachments", none, object({})},
      {"proof/{id}", "get", "proof_item", "An event's stored bytes and the proof that they stand in the ledger", none,
       object({{"sequence", {{"type", "integer"}}},
               {"event", text()},
               {"nonce", text()},
               {"path", texts()},
               {"checkpoint", text()},
               {"keys", texts()}})},
  };
}

json::Object operation(const Route& route) {
  const std::string_view path = route.path;
  json::Array parameters;
  if (!path.starts_with('/')) parameters.push_back(json::Object{{"$ref", "#/components/parameters/workspace"}});
  if (path.find("{id}") != path.npos) parameters.push_back(json::Object{{"$ref", "#/components/parameters/id"}});
  if (route.in_query) parameters.push_back(json::Object{{"name", route.in_query}, {"in", "query"}, {"schema", text()}});
  const bool creates = std::string_view(route.method) == "post" && path.find('/') == path.npos;  // of a collection
  json::Object answer{{"description", route.summary}, {"content", {{"application/json", {{"schema", route.output}}}}}};
  json::Object out{
      {"operationId", route.id},
      {"summary", route.summary},
      {"tags", json::Array{json::Value(path.starts_with('/') ? "account" : path.substr(0, path.find('/')))}},
      {"parameters", std::move(parameters)},
      {"responses",
       {{creates ? "201" : "200", std::move(answer)}, {"default", {{"$ref", "#/components/responses/problem"}}}}}};
  if (!route.input.empty())
    out["requestBody"] = {{"required", true}, {"content", {{"application/json", {{"schema", route.input}}}}}};
  return out;
}

}  // namespace

std::string with_own_routes(const std::string& openapi) {
  auto document = boost::json::parse(openapi);
  auto& paths = document.as_object()["paths"].as_object();
  auto routes = own_routes();
  std::ranges::move(routes_of_words(), std::back_inserter(routes));
  std::ranges::move(routes_of_a_person(), std::back_inserter(routes));
  for (const auto& route : routes) {
    auto& path = paths[(*route.path == '/' ? "/api/v1" : "/api/v1/w/{workspace}/") + std::string(route.path)];
    if (!path.is_object()) path = json::Object{};
    path.as_object()[route.method] = operation(route);
  }
  return boost::json::serialize(document);
}

}  // namespace vs::app
