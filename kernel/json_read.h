// Strict reading of described structs from JSON: refuses unknown keys, wrong types, over-long or ill-encoded
// text, with all errors and their paths.
//
// Optional, vector, set and map members may be absent; every other member is required.
#pragma once

#include <span>

#include "kernel/fields.h"
#include "kernel/json_value.h"
#include "kernel/text.h"

namespace vs::json {

template <class T>
void read(const Value& v, T& out, const Path& at, Errors& errors);

bool read_text(const Value& v, std::string& out, std::size_t max, const Path& at, Errors& errors);

template <class T>
inline constexpr bool may_be_absent =
    is_a<T, std::optional> || is_a<T, std::vector> || is_a<T, std::set> || is_a<T, std::map>;

/// How one field is read.
struct ReadField {
  std::string_view name;
  FieldIn in;
  void (*read)(const Value& v, void* out, const Path& at, Errors& errors);
  bool may_be_absent;

  template <class F>
  static void any(const Value& v, void* out, const Path& at, Errors& errors) {
    json::read(v, *static_cast<F*>(out), at, errors);
  }
  template <class F>
  static constexpr ReadField of(std::string_view name, FieldIn in) {
    return {name, in, &any<F>, json::may_be_absent<F>};
  }
};

/// Reads an object's fields into `out`; `tag` is a key that names the type and is no field.
void read_fields(const Object& o, void* out, std::span<const ReadField> fields, const Path& at, Errors& errors,
                 std::string_view tag = {});
/// The same for a value that must be an object.
void read_object(const Value& v, void* out, std::span<const ReadField> fields, const Path& at, Errors& errors);
/// The list that `v` must be, else nothing and an error.
const Array* read_list(const Value& v, const Path& at, Errors& errors);
/// The text that `v` must be, else nothing and an error.
const boost::json::string* read_string(const Value& v, const Path& at, Errors& errors);
void read_bool(const Value& v, bool& out, const Path& at, Errors& errors);
void read_number(const Value& v, double& out, const Path& at, Errors& errors);
void read_personal(const Value& v, Personal& out, const Path& at, Errors& errors);
/// The `type` of a variant's object; an error and nothing when it is absent.
const boost::json::string* read_tag(const Object& o, const Path& at, Errors& errors);

template <class... A>
void read_variant(const Object& o, std::variant<A...>& out, const Path& at, Errors& errors) {
  const auto* name = read_tag(o, at, errors);
  if (!name) return;
  bool hit = false;
  ((std::string_view(*name) == A::tag
        ? (hit = true, read_fields(o, &out.template emplace<A>(), fields_of<ReadField, A>, at, errors, "type"))
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
    read_bool(v, out, at, errors);
  } else if constexpr (std::integral<T>) {
    boost::system::error_code ec;
    if (!v.is_number()) return errors.fail(at, "wrong_type", "Expected a whole number.");
    const T n = v.to_number<T>(ec);
    if (ec) errors.fail(at, "out_of_range", "This number is out of range or not whole.");
    else out = n;
  } else if constexpr (std::floating_point<T>) {
    double n = out;
    read_number(v, n, at, errors);
    out = static_cast<T>(n);
  } else if constexpr (std::same_as<T, std::string>) {
    read_text(v, out, short_text_max, at, errors);
  } else if constexpr (std::same_as<T, Value>) {
    out = v;
  } else if constexpr (std::same_as<T, Personal>) {
    read_personal(v, out, at, errors);
  } else if constexpr (DescribedEnum<T>) {
    const auto* s = read_string(v, at, errors);
    const auto found = s ? parse_enum<T>(*s) : std::nullopt;
    if (found) out = *found;
    else if (s) errors.fail(at, "unknown_value", "Not one of the allowed values.");
  } else if constexpr (Scalar<T>) {
    const auto* s = read_string(v, at, errors);
    if (!s) return;
    if (auto parsed = T::vj_parse(*s)) out = std::move(*parsed);
    else errors.fail(at, "bad_format", "This is not written as expected, or too long.");
  } else if constexpr (is_a<T, std::vector>) {
    const auto* a = read_list(v, at, errors);
    if (!a) return;
    out = T(a->size());
    for (std::size_t i = 0; i < a->size(); ++i) read((*a)[i], out[i], Path{&at, {}, i}, errors);
  } else if constexpr (is_a<T, std::set>) {
    const auto* a = read_list(v, at, errors);
    if (!a) return;
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
    read_object(v, &out, fields_of<ReadField, T>, at, errors);
  } else {
    static_assert(!sizeof(T), "json::read: type is not described");
  }
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

// What most fields are is compiled once, in json_read.cc.
extern template void ReadField::any<std::string>(const Value&, void*, const Path&, Errors&);
extern template void ReadField::any<bool>(const Value&, void*, const Path&, Errors&);
extern template void ReadField::any<std::int64_t>(const Value&, void*, const Path&, Errors&);
extern template void ReadField::any<std::uint64_t>(const Value&, void*, const Path&, Errors&);
extern template void ReadField::any<int>(const Value&, void*, const Path&, Errors&);
extern template void ReadField::any<Personal>(const Value&, void*, const Path&, Errors&);
extern template void ReadField::any<std::optional<std::string>>(const Value&, void*, const Path&, Errors&);
extern template void ReadField::any<std::vector<std::string>>(const Value&, void*, const Path&, Errors&);

}  // namespace vs::json
