// The routes of the house in OpenAPI: what no feature registers.
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "app/api_call.h"
#include "features/mail/mail_views.h"

namespace vs::app {
namespace {

json::Object text() {
  return {{"type", "string"}};
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
      {"mails/{id}/link", "post", "mails_link", "Take a fresh link of a letter; it is answered this once", object({}),
       object({{"id", text()}, {"url", text()}})},
      {"mail_templates/{id}/preview", "post", "mail_templates_preview", "A letter made of words not adopted yet",
       json::schema<mail::Template>().as_object(), json::schema<mail::Preview, json::Way::out>().as_object()},
      {"mail_delivery", "get", "mail_delivery_item", "Whether a mail server is named, and who sends", none,
       object({{"delivers", {{"type", "boolean"}}}, {"from", text()}})},
      {"audit", "get", "audit_list", "The trail, newest first", none, page_of(object({}))},
      {"checkpoint", "get", "checkpoint_item", "Size and Merkle root of the ledger", none,
       object({{"origin", text()}, {"size", {{"type", "integer"}}}, {"root", text()}})},
  };
}

json::Object operation(const Route& route) {
  const std::string_view path = route.path;
  json::Array parameters{json::Object{{"$ref", "#/components/parameters/workspace"}}};
  if (path.find("{id}") != path.npos) parameters.push_back(json::Object{{"$ref", "#/components/parameters/id"}});
  if (route.in_query) parameters.push_back(json::Object{{"name", route.in_query}, {"in", "query"}, {"schema", text()}});
  const bool creates = std::string_view(route.method) == "post" && path.find('/') == path.npos;
  json::Object answer{{"description", route.summary}, {"content", {{"application/json", {{"schema", route.output}}}}}};
  json::Object out{
      {"operationId", route.id},
      {"summary", route.summary},
      {"tags", json::Array{json::Value(path.substr(0, path.find('/')))}},
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
  for (const auto& route : own_routes()) {
    auto& path = paths[std::string("/api/v1/w/{workspace}/") + route.path];
    if (!path.is_object()) path = json::Object{};
    path.as_object()[route.method] = operation(route);
  }
  return boost::json::serialize(document);
}

}  // namespace vs::app
