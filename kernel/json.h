// JSON of described structs: strict reading with all errors and their paths, direct canonical writing,
// JSON Schema. Reading refuses unknown keys, wrong types, over-long or ill-encoded text.
//
// Optional, vector, set and map members may be absent; every other member is required.
#pragma once

#include <boost/json/value.hpp>

#include <charconv>
#include <cmath>
#include <cstdint>

#include "kernel/reflect.h"
#include "kernel/result.h"
#include "kernel/text.h"

namespace vs::json {

using Value = boost::json::value;
using Object = boost::json::object;
using Array = boost::json::array;

/// Where reading stands; a list on the stack, turned into text only when something is wrong.
struct Path {
  const Path* up = nullptr;
  std::string_view key;
  std::size_t index = 0;
  std::string str() const;  ///< dotted: `prospect.industry`, `asks.0.until`
};

/// Collects what is wrong (first 50 findings).
struct Errors {
  std::vector<Reason> list;
  void fail(const Path& at, std::string code, std::string message);
};

/// What a described struct may add: `static void vj_check(const T&, …)` is not supported on purpose;
/// rules belong into `decide`.
template <class T>
void read(const Value& v, T& out, const Path& at, Errors& errors);

bool read_text(const Value& v, std::string& out, std::size_t max, const Path& at, Errors& errors);

template <Described T>
void read_fields(const Object& o, T& out, const Path& at, Errors& errors, std::string_view tag = {}) {
  std::size_t seen = 0;
  boost::mp11::mp_for_each<members<T>>([&](auto d) {
    using F = std::remove_cvref_t<decltype(out.*d.pointer)>;
    constexpr bool may_be_absent =
        is_a<F, std::optional> || is_a<F, std::vector> || is_a<F, std::set> || is_a<F, std::map>;
    const Path here{&at, d.name};
    const auto it = o.find(d.name);
    if (it == o.end()) {
      if constexpr (!may_be_absent) errors.fail(here, "required", "This field is required.");
      return;
    }
    ++seen;
    read(it->value(), out.*d.pointer, here, errors);
  });
  if (seen + (tag.empty() ? 0 : 1) == o.size()) return;
  for (const auto& pair : o) {
    bool known = pair.key() == tag;
    boost::mp11::mp_for_each<members<T>>([&](auto d) { known = known || pair.key() == d.name; });
    if (!known) errors.fail({&at, pair.key()}, "unknown_field", "No such field here.");
  }
}

template <class... A>
void read_variant(const Object& o, std::variant<A...>& out, const Path& at, Errors& errors) {
  const auto* type = o.if_contains("type");
  const auto* name = type ? type->if_string() : nullptr;
  if (!name) return errors.fail({&at, "type"}, "required", "Say which type it is.");
  bool hit = false;
  ((std::string_view(*name) == A::tag ? (hit = true, read_fields(o, out.template emplace<A>(), at, errors, "type"))
                                      : void()),
   ...);
  if (!hit) errors.fail({&at, "type"}, "unknown_type", "No such type.");
}

template <class T>
void read(const Value& v, T& out, const Path& at, Errors& errors) {
  if constexpr (is_a<T, std::optional>) {
    if (v.is_null()) out.reset();
    else read(v, out.emplace(), at, errors);
  } else if constexpr (std::same_as<T, bool>) {
    if (const auto* b = v.if_bool()) out = *b;
    else errors.fail(at, "wrong_type", "Expected true or false.");
  } else if constexpr (std::integral<T>) {
    boost::system::error_code ec;
    if (!v.is_number()) return errors.fail(at, "wrong_type", "Expected a whole number.");
    const T n = v.to_number<T>(ec);
    if (ec) errors.fail(at, "out_of_range", "This number is out of range or not whole.");
    else out = n;
  } else if constexpr (std::floating_point<T>) {
    if (v.is_number()) out = v.to_number<T>();
    else errors.fail(at, "wrong_type", "Expected a number.");
  } else if constexpr (std::same_as<T, std::string>) {
    read_text(v, out, short_text_max, at, errors);
  } else if constexpr (std::same_as<T, Value>) {
    out = v;
  } else if constexpr (std::same_as<T, Personal>) {
    const auto* o = v.if_object();
    const auto* ref = o ? o->if_contains("ref") : nullptr;
    const auto* com = o ? o->if_contains("com") : nullptr;
    if (!ref || !com || !ref->is_string() || !com->is_string())
      return errors.fail(at, "wrong_type", "Expected a vault reference.");
    out.seal(std::string(ref->get_string()), std::string(com->get_string()));
  } else if constexpr (DescribedEnum<T>) {
    const auto* s = v.if_string();
    const auto found = s ? parse_enum<T>(*s) : std::nullopt;
    if (!s) return errors.fail(at, "wrong_type", "Expected a text.");
    if (!found) errors.fail(at, "unknown_value", "Not one of the allowed values.");
    else out = *found;
  } else if constexpr (Scalar<T>) {
    const auto* s = v.if_string();
    if (!s) return errors.fail(at, "wrong_type", "Expected a text.");
    if (auto parsed = T::vj_parse(*s)) out = std::move(*parsed);
    else errors.fail(at, "bad_format", "This is not written as expected, or too long.");
  } else if constexpr (is_a<T, std::vector>) {
    const auto* a = v.if_array();
    if (!a) return errors.fail(at, "wrong_type", "Expected a list.");
    out.clear();
    out.reserve(a->size());
    for (std::size_t i = 0; i < a->size(); ++i) read((*a)[i], out.emplace_back(), Path{&at, {}, i}, errors);
  } else if constexpr (is_a<T, std::set>) {
    const auto* a = v.if_array();
    if (!a) return errors.fail(at, "wrong_type", "Expected a list.");
    out.clear();
    for (std::size_t i = 0; i < a->size(); ++i) {
      typename T::value_type item{};
      read((*a)[i], item, Path{&at, {}, i}, errors);
      out.insert(std::move(item));
    }
  } else if constexpr (is_a<T, std::map>) {
    const auto* o = v.if_object();
    if (!o) return errors.fail(at, "wrong_type", "Expected an object.");
    for (const auto& pair : *o) read(pair.value(), out[std::string(pair.key())], Path{&at, pair.key()}, errors);
  } else if constexpr (is_a<T, std::variant>) {
    if (const auto* o = v.if_object()) read_variant(*o, out, at, errors);
    else errors.fail(at, "wrong_type", "Expected an object.");
  } else if constexpr (Described<T>) {
    if (const auto* o = v.if_object()) read_fields(*o, out, at, errors);
    else errors.fail(at, "wrong_type", "Expected an object.");
  } else {
    static_assert(!sizeof(T), "json::read: type is not described");
  }
}

void put_text(std::string& out, std::string_view text);
/// Any JSON value as text, keys in their order.
void put_value(std::string& out, const Value& v);

template <class T>
void write(std::string& out, const T& v);

template <Described T>
void write_fields(std::string& out, const T& v, bool first = true) {
  boost::mp11::mp_for_each<members<T>>([&](auto d) {
    const auto& f = v.*d.pointer;
    if constexpr (is_a<std::remove_cvref_t<decltype(f)>, std::optional>)
      if (!f) return;
    if (!first) out += ',';
    first = false;
    out += '"';
    out += d.name;
    out += "\":";
    write(out, f);
  });
}

template <class T>
void write(std::string& out, const T& v) {
  const auto list = [&](const auto& items, auto&& each) {
    bool first = true;
    for (const auto& item : items) {
      if (!first) out += ',';
      first = false;
      each(item);
    }
  };
  if constexpr (is_a<T, std::optional>) {
    if (v) write(out, *v);
    else out += "null";
  } else if constexpr (std::same_as<T, bool>) {
    out += v ? "true" : "false";
  } else if constexpr (std::integral<T>) {
    char b[24];
    out.append(b, std::to_chars(b, b + 24, v).ptr);
  } else if constexpr (std::floating_point<T>) {
    char b[40];
    if (std::isfinite(v)) out.append(b, std::to_chars(b, b + 40, v).ptr);
    else out += "null";
  } else if constexpr (std::same_as<T, std::string> || std::same_as<T, std::string_view>) {
    put_text(out, v);
  } else if constexpr (std::same_as<T, Value>) {
    put_value(out, v);
  } else if constexpr (std::same_as<T, Personal>) {
    out += "{\"ref\":";
    put_text(out, v.ref());
    out += ",\"com\":";
    put_text(out, v.commitment());
    out += '}';
  } else if constexpr (DescribedEnum<T>) {
    put_text(out, name_of(v));
  } else if constexpr (Scalar<T>) {
    put_text(out, v.vj_str());
  } else if constexpr (is_a<T, std::vector> || is_a<T, std::set>) {
    out += '[';
    list(v, [&](const auto& item) { write(out, item); });
    out += ']';
  } else if constexpr (is_a<T, std::map>) {
    out += '{';
    list(v, [&](const auto& pair) {
      put_text(out, pair.first);
      out += ':';
      write(out, pair.second);
    });
    out += '}';
  } else if constexpr (is_a<T, std::variant>) {
    std::visit(
        [&](const auto& x) {
          out += "{\"type\":";
          put_text(out, x.tag);
          write_fields(out, x, false);
          out += '}';
        },
        v);
  } else if constexpr (Described<T>) {
    out += '{';
    write_fields(out, v);
    out += '}';
  } else {
    static_assert(!sizeof(T), "json::write: type is not described");
  }
}

template <class T>
std::string to_text(const T& v) {
  std::string out;
  write(out, v);
  return out;
}

/// Reads a whole struct; every finding becomes a reason.
template <class T>
Result<T> from_value(const Value& v, RefusalKind kind = RefusalKind::rule) {
  T out{};
  Errors errors;
  read(v, out, Path{}, errors);
  if (!errors.list.empty()) return std::unexpected(Refusal{kind, std::move(errors.list)});
  return out;
}

/// Parses text as JSON: at most `depth_max` deep; refusal `malformed` otherwise.
Result<Value> parse(std::string_view text, std::size_t depth_max = 32);

// ---- JSON Schema (2020-12), for OpenAPI 3.1 and for the forms of the web app ----

/// Whom a schema tells what: a client what to send (lists may be absent, nothing else may be there), or what
/// comes (everything that is not optional is there, and more may follow in later releases).
enum class Way { in, out };

template <class T, Way way = Way::in>
Value schema();

template <Described T, Way way = Way::in>
Object schema_fields(std::string_view tag = {}) {
  Object props;
  Array required;
  if (!tag.empty()) {
    props["type"] = Object{{"const", tag}};
    required.emplace_back("type");
  }
  boost::mp11::mp_for_each<members<T>>([&](auto d) {
    T* none = nullptr;
    using F = std::remove_cvref_t<decltype(none->*d.pointer)>;
    props[d.name] = schema<F, way>();
    constexpr bool may_be_absent =
        is_a<F, std::optional> || (way == Way::in && (is_a<F, std::vector> || is_a<F, std::set> || is_a<F, std::map>));
    if constexpr (!may_be_absent) required.emplace_back(d.name);
  });
  Object out{{"type", "object"}, {"properties", std::move(props)}, {"required", std::move(required)}};
  if (way == Way::in) out["additionalProperties"] = false;
  return out;
}

template <class T>
struct VariantSchema;
template <class... A>
struct VariantSchema<std::variant<A...>> {
  template <Way way>
  static Array all() {
    Array out;
    (out.push_back(schema_fields<A, way>(A::tag)), ...);
    return out;
  }
};

template <class T, Way way>
Value schema() {
  if constexpr (is_a<T, std::optional>) return schema<typename T::value_type, way>();
  else if constexpr (std::same_as<T, bool>) return Object{{"type", "boolean"}};
  else if constexpr (std::integral<T>) return Object{{"type", "integer"}};
  else if constexpr (std::floating_point<T>) return Object{{"type", "number"}};
  else if constexpr (std::same_as<T, std::string>)
    return way == Way::in ? Object{{"type", "string"}, {"maxLength", short_text_max}} : Object{{"type", "string"}};
  else if constexpr (std::same_as<T, LongText>)
    return way == Way::in ? Object{{"type", "string"}, {"maxLength", long_text_max}} : Object{{"type", "string"}};
  else if constexpr (std::same_as<T, Value>) return Object{};
  else if constexpr (std::same_as<T, Personal>) return Object{{"type", "string"}};
  else if constexpr (DescribedEnum<T>) {
    Array names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto d) { names.emplace_back(d.name); });
    return Object{{"type", "string"}, {"enum", std::move(names)}};
  } else if constexpr (Scalar<T>) {
    Object o{{"type", "string"}};
    if constexpr (requires { T::vj_format; }) o["format"] = T::vj_format;
    return o;
  } else if constexpr (is_a<T, std::vector> || is_a<T, std::set>) {
    return Object{{"type", "array"}, {"items", schema<typename T::value_type, way>()}};
  } else if constexpr (is_a<T, std::map>) {
    return Object{{"type", "object"}, {"additionalProperties", schema<typename T::mapped_type, way>()}};
  } else if constexpr (is_a<T, std::variant>) {
    return Object{{"oneOf", VariantSchema<T>::template all<way>()}};
  } else {
    return schema_fields<T, way>();
  }
}

}  // namespace vs::json
