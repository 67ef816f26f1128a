#include <boost/json/serialize.hpp>

#include "app/api_call.h"

namespace vs::app {
namespace {

json::Object problem_ref() {
  return {{"$ref", "#/components/responses/problem"}};
}

json::Array parameters(bool item, bool list) {
  json::Array out{json::Object{{"$ref", "#/components/parameters/workspace"}}};
  if (item) out.push_back(json::Object{{"$ref", "#/components/parameters/id"}});
  if (list)
    for (const char* name : {"q", "rule", "sort", "limit", "cursor", "as_of", "format"})
      out.push_back(json::Object{{"name", name}, {"in", "query"}, {"schema", {{"type", "string"}}}});
  return out;
}

json::Object responses(const char* good, json::Value schema) {
  return {{good, {{"description", "The item or the list"}, {"content", {{"application/json", {{"schema", schema}}}}}}},
          {"default", problem_ref()}};
}

json::Object ref(const char* schema) {
  return {{"$ref", std::string("#/components/schemas/") + schema}};
}

// An item comes with what the reader may do with it; a list is a page of rows.
json::Value with_actions(json::Value item) {
  return json::Object{{"allOf", json::Array{std::move(item), ref("WithActions")}}};
}

json::Value page_of_rows(json::Value row) {
  return json::Object{{"type", "object"},
                      {"required", json::Array{"items", "next", "total"}},
                      {"properties",
                       {{"items", {{"type", "array"}, {"items", std::move(row)}}},
                        {"next", {{"type", json::Array{"string", "null"}}}},
                        {"total", {{"type", "integer"}}}}}};
}

json::Value answer_schema(const Query& q) {
  if (!q.output) return json::Object{};
  if (q.kind == QueryKind::list) return page_of_rows(q.output());
  return q.kind == QueryKind::item ? with_actions(q.output()) : q.output();
}

// The item as it is after the deed; of one that the doer may not see, no more than its id.
json::Value deed_schema(const Query* item) {
  return item ? json::Object{{"anyOf", json::Array{answer_schema(*item), ref("Done")}}} : ref("Done");
}

std::string operation_id(std::string name) {
  std::ranges::replace(name, '.', '_');
  return name;
}

void describe(json::Object& paths, const Command& c, const Query* item) {
  const std::string path =
      "/api/v1/w/{workspace}/" + c.collection + (c.on_item ? "/{id}" : "") + (c.action.empty() ? "" : "/" + c.action);
  json::Object op{{"operationId", operation_id(c.name)},
                  {"summary", c.label},
                  {"tags", json::Array{json::Value(c.collection)}},
                  {"parameters", parameters(c.on_item, false)},
                  {"requestBody", {{"required", true}, {"content", {{"application/json", {{"schema", c.input()}}}}}}},
                  {"responses", responses(c.on_item ? "200" : "201", deed_schema(item))}};
  if (!paths.contains(path)) paths[path] = json::Object{};
  paths[path].as_object()["post"] = std::move(op);
}

void describe(json::Object& paths, const Query& q) {
  const std::string path = "/api/v1/w/{workspace}/" + q.path;
  json::Object op{{"operationId", operation_id(q.name)},
                  {"summary", q.summary},
                  {"tags", json::Array{json::Value(q.path.substr(0, q.path.find('/')))}},
                  {"parameters", parameters(q.path.find("{id}") != std::string::npos, q.kind == QueryKind::list)},
                  {"responses", responses("200", answer_schema(q))}};
  if (!paths.contains(path)) paths[path] = json::Object{};
  paths[path].as_object()["get"] = std::move(op);
}

json::Object text_parameter(const char* name) {
  return {{"name", name}, {"in", "path"}, {"required", true}, {"schema", json::Object{{"type", "string"}}}};
}

json::Object problem_schema() {
  const json::Object text{{"type", "string"}};
  return {{"type", "object"},
          {"required", json::Array{"type", "title", "status", "detail", "code", "reasons"}},
          {"properties",
           {{"type", text},
            {"title", text},
            {"status", {{"type", "integer"}}},
            {"detail", text},
            {"code", text},
            {"reasons",
             {{"type", "array"},
              {"items",
               {{"type", "object"},
                {"title", "Reason"},
                {"required", json::Array{"code", "message"}},
                {"properties", {{"code", text}, {"field", text}, {"message", text}, {"remedy", text}}}}}}}}}};
}

json::Object action_schema() {
  const json::Object text{{"type", "string"}};
  return {{"type", "object"},
          {"required", json::Array{"name", "label", "enabled"}},
          {"properties",
           {{"name", text},
            {"label", text},
            {"enabled", {{"type", "boolean"}}},
            {"why_not", text},
            {"schema", ref("Schema")}}}};
}

// As much of JSON Schema as forms are described with (kernel/json_schema.h).
json::Object schema_schema() {
  const json::Object text{{"type", "string"}};
  const json::Object texts{{"type", "array"}, {"items", text}};
  const json::Object schemas{{"type", "object"}, {"additionalProperties", ref("Schema")}};
  const json::Array types{"object", "array", "string", "integer", "number", "boolean"};
  return {{"type", "object"},
          {"properties",
           {{"type", {{"type", "string"}, {"enum", types}}},
            {"properties", schemas},
            {"required", texts},
            {"items", ref("Schema")},
            {"enum", texts},
            {"const", text},
            {"format", text},
            {"maxLength", {{"type", "integer"}}},
            {"oneOf", {{"type", "array"}, {"items", ref("Schema")}}},
            {"additionalProperties", {{"anyOf", json::Array{json::Object{{"type", "boolean"}}, ref("Schema")}}}}}}};
}

json::Object schemas() {
  const json::Object actions{{"type", "array"}, {"items", ref("Action")}};
  return {
      {"Problem", problem_schema()},
      {"Action", action_schema()},
      {"Schema", schema_schema()},
      {"WithActions",
       {{"type", "object"}, {"required", json::Array{"actions"}}, {"properties", json::Object{{"actions", actions}}}}},
      {"Done", {{"type", "object"}, {"properties", json::Object{{"id", json::Object{{"type", "string"}}}}}}}};
}

}  // namespace

std::string openapi(const engine::Registry& registry) {
  json::Object paths;
  for (const auto& module : registry.modules()) {
    for (const auto& c : module.commands) describe(paths, c, registry.item(c.collection));
    for (const auto& q : module.queries) describe(paths, q);
  }
  const json::Object problem{{"description", "Refused; all reasons at once"},
                             {"content", {{"application/problem+json", {{"schema", ref("Problem")}}}}}};
  json::Object doc{
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "Vouchsafe"}, {"version", "1"}, {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
      {"security", json::Array{json::Object{{"token", json::Array{}}}, json::Object{{"session", json::Array{}}}}},
      {"paths", std::move(paths)},
      {"components",
       {{"parameters", {{"workspace", text_parameter("workspace")}, {"id", text_parameter("id")}}},
        {"responses", {{"problem", problem}}},
        {"schemas", schemas()},
        {"securitySchemes",
         {{"token", {{"type", "http"}, {"scheme", "bearer"}}},
          {"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "vouchsafe"}}}}}}}};
  return boost::json::serialize(doc);
}

}  // namespace vs::app
