// The routes of the house in OpenAPI: what no feature registers.
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "app/api_answers.h"
#include "app/api_call.h"
#include "app/audit.h"
#include "app/breach_report.h"
#include "app/openapi_names.h"
#include "features/authorizations/wordings.h"
#include "features/mail/mail_views.h"
#include "features/people/people.h"
#include "features/privacy/processing.h"

namespace vs::app {
namespace {

json::Object text() {
  return {{"type", "string"}};
}
json::Object truth() {
  return {{"type", "boolean"}};
}
json::Object whole_number() {
  return {{"type", "integer"}};
}
json::Object list_of(json::Object item) {
  return {{"type", "array"}, {"items", std::move(item)}};
}
json::Object texts() {
  return list_of(text());
}

json::Object object(json::Object properties, json::Array required = {}) {
  json::Object out{{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) out["required"] = std::move(required);
  return out;
}

// What comes: all of it, unless it is named as one that may be absent.
json::Object answer(json::Object properties, std::string_view may_be_absent = {}) {
  json::Array required;
  for (const auto& [name, schema] : properties)
    if (name != may_be_absent) required.emplace_back(name);
  return object(std::move(properties), std::move(required));
}

template <class T>
json::Object answer_of() {
  return json::schema<T, json::Way::out>().as_object();
}

json::Object page_of(json::Object item) {
  return answer({{"items", list_of(std::move(item))},
                 {"next", {{"type", json::Array{"string", "null"}}}},
                 {"total", whole_number()}});
}

json::Object scopes() {
  return {{"type", "array"}, {"items", {{"type", "string"}, {"enum", json::Array{"read", "write"}}}}};
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
  const json::Object none, done = answer({{"ok", truth()}});
  const json::Object proof = object({{"password", text()}, {"code", text()}}, {"password"});
  return {
      {"/session", "post", "session_create", "Sign in; the code is that of a second factor",
       object({{"email", text()}, {"password", text()}, {"code", text()}}, {"email", "password"}), done},
      {"/invitation/look", "post", "invitation_look", "Whom the link of an invitation is for",
       object({{"secret", text()}}, {"secret"}),
       answer({{"name", text()},
               {"email", text()},
               {"workspace", text()},
               {"workspace_name", text()},
               {"password_characters_least", whole_number()}})},
      {"/invitation", "post", "invitation_accept", "Choose a password by the link of an invitation; it works once",
       object({{"secret", text()}, {"password", text()}}, {"secret", "password"}), done},
      {"/session", "delete", "session_remove", "Sign out", none, none},
      {"/me", "get", "me_item", "Who is signed in, with which roles where", none, me()},
      {"/me/security", "get", "me_security", "One's sessions, second factor and password", none, answer_of<Security>()},
      {"/me/password", "post", "me_password", "Choose a password; it ends one's other sessions",
       object({{"current", text()}, {"next", text()}}, {"current", "next"}), done},
      {"/me/language", "post", "me_language", "Choose the language in which screens and letters speak",
       json::schema<people::ChooseLanguage>().as_object(), done},
      {"/me/step_up", "post", "me_step_up", "Show again who one is, before what matters most", proof, done},
      {"/me/second_factor/begin", "post", "me_second_factor_begin", "A secret for an authenticator app", proof,
       answer({{"secret", text()}, {"uri", text()}})},
      {"/me/second_factor/confirm", "post", "me_second_factor_confirm", "Put the second factor in force",
       object({{"code", text()}}, {"code"}), answer({{"recovery_codes", texts()}})},
      {"/me/second_factor/end", "post", "me_second_factor_end", "Do without a second factor", proof, done},
      {"/me/sessions/{id}/end", "post", "me_sessions_end", "End one of one's sessions", object({}), done},
      {"/me/sessions/end_others", "post", "me_sessions_end_others", "End all of one's sessions but this", object({}),
       done},
  };
}

// Letters and controlled wording, as far as it takes more than the registry.
std::vector<Route> routes_of_words() {
  return {
      {"mails/{id}/link", "post", "mails_link", "Take a fresh link of a letter; it is answered this once", object({}),
       answer({{"id", text()}, {"url", text()}})},
      {"mail_templates/{id}/preview", "post", "mail_templates_preview", "A letter made of words not adopted yet",
       json::schema<mail::Template>().as_object(), answer_of<mail::Preview>()},
      {"wordings/{id}/preview", "post", "wordings_preview", "A request made of words not adopted yet",
       json::schema<authorizations::TryWording>().as_object(), answer_of<authorizations::RoundPage>()},
      {"mail_delivery", "get", "mail_delivery_item", "Whether a mail server is named, and who sends", json::Object{},
       answer_of<MailDelivery>()},
  };
}

json::Object affected() {
  auto out = page_of(answer_of<AffectedRow>());
  auto& properties = out["properties"].as_object();
  properties["from"] = json::schema<Instant, json::Way::out>();
  properties["to"] = json::schema<Instant, json::Way::out>();
  properties["records"] = json::schema<std::map<std::string, std::uint64_t>, json::Way::out>();
  out["required"] = json::Array{"from", "to", "records", "items", "next", "total"};
  return out;
}

std::vector<Route> own_routes() {
  const json::Object made = answer({{"id", text()}, {"token", text()}}), none;
  return {
      {"tokens", "get", "tokens_list", "API tokens of the workspace", none, page_of(answer_of<TokenItem>())},
      {"tokens", "post", "tokens_create", "Make an API token; its secret is answered this once",
       object(
           {{"name", text()}, {"scopes", scopes()}, {"days", {{"type", "integer"}, {"minimum", 1}, {"maximum", 365}}}},
           {"name", "scopes"}),
       made},
      {"tokens/{id}/revoke", "post", "tokens_revoke", "End an API token at once", object({}),
       answer({{"id", text()}, {"revoked", truth()}})},
      {"saved_views", "get", "saved_views_list", "One's own views of lists", none, page_of(answer_of<SavedView>()),
       "screen"},
      {"saved_views", "post", "saved_views_create", "Save a view of a list", json::schema<SaveView>().as_object(),
       answer_of<SavedView>()},
      {"saved_views/{id}/rename", "post", "saved_views_rename", "Rename a saved view",
       json::schema<RenameView>().as_object(), answer_of<SavedView>()},
      {"saved_views/{id}/remove", "post", "saved_views_remove", "Remove a saved view", object({}),
       answer_of<SavedView>()},
      {"people/{id}/reset_password", "post", "people_reset_password",
       "Set a password to hand over; it is answered this once", object({{"end_second_factor", truth()}}),
       answer({{"id", text()}, {"password", text()}})},
      {"files", "post", "files_create", "Keep a file as evidence; the body is its bytes", none, answer_of<StoredFile>(),
       "name"},
      {"subjects/{id}/found", "get", "subjects_found", "Everything that is held about a person, and who mentions them",
       none, answer_of<FoundPage>()},
      {"subjects/{id}/export", "get", "subjects_export", "The same as a zip for the person: to read, and as JSON", none,
       none},
      {"processing", "get", "processing_list", "The record of processing: what is held, why, and for how long", none,
       page_of(answer_of<privacy::ProcessingRow>())},
      {"affected", "get", "affected_list", "Who is affected by an incident between two times; format=csv for a table",
       none, affected(), "from"},
      {"audit", "get", "audit_list", "The trail, newest first", none, page_of(answer_of<AuditRow>())},
      {"checkpoint", "get", "checkpoint_item", "Size and Merkle root of the ledger, signed", none,
       answer({{"origin", text()}, {"size", whole_number()}, {"root", text()}, {"note", text()}})},
      {"checkpoint/keys", "get", "checkpoint_keys", "Public keys that sign and signed, now first", none,
       answer({{"keys", texts()}})},
      {"checkpoint/consistency", "get", "checkpoint_consistency",
       "Proof that the ledger of that size is the beginning of the ledger now", none,
       answer({{"origin", text()},
               {"from", whole_number()},
               {"to", whole_number()},
               {"path", texts()},
               {"checkpoint", text()}}),
       "from"},
      {"authorizations/{id}/evidence", "get", "authorizations_evidence",
       "Evidence pack (zip): receipt with proof, PDF, consent record, attachments", none, none},
      {"proof/{id}", "get", "proof_item", "An event's stored bytes and the proof that they stand in the ledger", none,
       answer({{"sequence", whole_number()},
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
  name_schemas(document.as_object());
  return boost::json::serialize(document);
}

}  // namespace vs::app
