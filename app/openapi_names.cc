#include "app/openapi_names.h"

#include <stdexcept>

namespace vs::app {
namespace {

void name_within(json::Value& value, json::Object& named);

void name_within(json::Object& object, json::Object& named) {
  for (auto& [key, inner] : object) name_within(inner, named);
}

// The innermost first: what a schema is compared with has references where it has them.
void name_within(json::Value& value, json::Object& named) {
  if (value.is_array())
    for (auto& each : value.get_array()) name_within(each, named);
  if (!value.is_object()) return;
  auto& object = value.get_object();
  name_within(object, named);
  const auto* title = object.if_contains("title");
  if (!title || !title->is_string()) return;
  const std::string name(title->get_string());
  object.erase("title");
  if (const auto* before = named.if_contains(name); before && *before != value)
    throw std::logic_error("two different answers are called " + name);
  named[name] = std::move(value);
  value = json::Object{{"$ref", "#/components/schemas/" + name}};
}

}  // namespace

void name_schemas(json::Object& document) {
  json::Object named;
  auto& components = document["components"].as_object();
  name_within(document["paths"].as_object(), named);
  name_within(components["schemas"].as_object(), named);
  for (auto& [name, schema] : named)
    if (!components["schemas"].as_object().emplace(name, std::move(schema)).second)
      throw std::logic_error("two different answers are called " + std::string(name));
}

}  // namespace vs::app
