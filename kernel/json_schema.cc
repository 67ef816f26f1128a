#include "kernel/json_schema.h"

#include <boost/core/demangle.hpp>

namespace vs::json {
namespace {

// `requests.Row` for vs::requests::Row.
std::string name_outside(const std::type_info& type) {
  auto name = boost::core::demangle(type.name());
  for (const std::string_view inner : {"vs::", "(anonymous namespace)::"})
    if (const auto at = name.find(inner); at != name.npos) name.erase(at, inner.size());
  for (auto at = name.find("::"); at != name.npos; at = name.find("::")) name.replace(at, 2, ".");
  return name;
}

}  // namespace

Value titled(Value schema, const std::type_info& type) {
  schema.as_object()["title"] = name_outside(type);
  return schema;
}

template <Way way>
Value object_schema(std::span<const SchemaField<way>> fields, const std::type_info& type, std::string_view tag) {
  Object props;
  Array required;
  if (!tag.empty()) {
    props["type"] = Object{{"const", tag}};
    required.emplace_back("type");
  }
  for (const auto& field : fields) {
    props[field.name] = field.schema();
    if (field.required) required.emplace_back(field.name);
  }
  Object out{{"type", "object"}, {"properties", std::move(props)}, {"required", std::move(required)}};
  if (way == Way::out) return titled(std::move(out), type);
  out["additionalProperties"] = false;
  return out;
}

template Value object_schema<Way::in>(std::span<const SchemaField<Way::in>>, const std::type_info&, std::string_view);
template Value object_schema<Way::out>(std::span<const SchemaField<Way::out>>, const std::type_info&, std::string_view);

Value plain_schema(std::string_view type) {
  return Object{{"type", type}};
}

Value text_schema(std::size_t length_max) {
  return Object{{"type", "string"}, {"maxLength", length_max}};
}

Value text_schema_of(std::string_view format) {
  return Object{{"type", "string"}, {"format", format}};
}

Value enum_schema(Array names) {
  return Object{{"type", "string"}, {"enum", std::move(names)}};
}

Value list_schema(Value item) {
  return Object{{"type", "array"}, {"items", std::move(item)}};
}

Value map_schema(Value item) {
  return Object{{"type", "object"}, {"additionalProperties", std::move(item)}};
}

Value choice_schema(Array schemas) {
  return Object{{"oneOf", std::move(schemas)}};
}

}  // namespace vs::json
