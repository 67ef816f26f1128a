// JSON Schema (2020-12) of described structs, for OpenAPI 3.1 and for the forms of the web app.
#pragma once

#include <span>
#include <typeinfo>

#include "kernel/fields.h"
#include "kernel/json_value.h"
#include "kernel/text.h"

namespace vs::json {

/// Whom a schema tells what: a client what to send (lists may be absent, nothing else may be there), or what
/// comes (everything that is not optional is there, and more may follow in later releases).
enum class Way { in, out };

template <class T, Way way = Way::in>
Value schema();

/// How one field is described.
template <Way way>
struct SchemaField {
  std::string_view name;
  Value (*schema)();
  bool required;

  template <class F>
  static constexpr SchemaField of(std::string_view name, FieldIn) {
    return {name, &json::schema<F, way>,
            !(is_a<F, std::optional> ||
              (way == Way::in && (is_a<F, std::vector> || is_a<F, std::set> || is_a<F, std::map>)))};
  }
};

/// Schema of an object; `tag` is what its `type` says, "" when it has none. What comes says the type's name as `title`.
template <Way way>
Value object_schema(std::span<const SchemaField<way>> fields, const std::type_info& type, std::string_view tag = {});
/// `{"type": …}`
Value plain_schema(std::string_view type);
Value text_schema(std::size_t length_max);
Value text_schema_of(std::string_view format);
Value enum_schema(Array names);
/// The schema with the type's name outside as `title`: `requests.Row`.
Value titled(Value schema, const std::type_info& type);
Value list_schema(Value item);
Value map_schema(Value item);
Value choice_schema(Array schemas);

template <class T>
struct VariantSchema;
template <class... A>
struct VariantSchema<std::variant<A...>> {
  template <Way way>
  static Value all() {
    Array out;
    (out.push_back(object_schema<way>(fields_of<SchemaField<way>, A>, typeid(A), A::tag)), ...);
    return choice_schema(std::move(out));
  }
};

template <class T, Way way>
Value schema() {
  if constexpr (is_a<T, std::optional>) return schema<typename T::value_type, way>();
  else if constexpr (std::same_as<T, bool>) return plain_schema("boolean");
  else if constexpr (std::integral<T>) return plain_schema("integer");
  else if constexpr (std::floating_point<T>) return plain_schema("number");
  else if constexpr (std::same_as<T, std::string>)
    return way == Way::in ? text_schema(short_text_max) : plain_schema("string");
  else if constexpr (std::same_as<T, LongText>)
    return way == Way::in ? text_schema(long_text_max) : plain_schema("string");
  else if constexpr (std::same_as<T, Value>) return Object{};
  else if constexpr (std::same_as<T, Object>) return map_schema(Object{});
  else if constexpr (std::same_as<T, Personal>) return plain_schema("string");
  else if constexpr (DescribedEnum<T>) {
    Array names;
    for (const auto& [name, value] : vs::detail::enumerators_of<T>) names.emplace_back(name);
    auto out = enum_schema(std::move(names));
    return way == Way::out ? titled(std::move(out), typeid(T)) : out;
  } else if constexpr (Scalar<T>) {
    if constexpr (requires { T::vj_format; }) return text_schema_of(T::vj_format);
    else return plain_schema("string");
  } else if constexpr (is_a<T, std::vector> || is_a<T, std::set>) {
    return list_schema(schema<typename T::value_type, way>());
  } else if constexpr (is_a<T, std::map>) {
    return map_schema(schema<typename T::mapped_type, way>());
  } else if constexpr (is_a<T, std::variant>) {
    return VariantSchema<T>::template all<way>();
  } else {
    return object_schema<way>(fields_of<SchemaField<way>, T>, typeid(T));
  }
}

}  // namespace vs::json
