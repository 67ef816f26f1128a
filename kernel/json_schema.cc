#include "kernel/json_schema.h"

namespace vs::json {

template <Way way>
Value object_schema(std::span<const SchemaField<way>> fields, std::string_view tag) {
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
  if (way == Way::in) out["additionalProperties"] = false;
  return out;
}

template Value object_schema<Way::in>(std::span<const SchemaField<Way::in>>, std::string_view);
template Value object_schema<Way::out>(std::span<const SchemaField<Way::out>>, std::string_view);

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
