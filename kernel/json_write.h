// Direct writing of described structs as JSON: fields in order of declaration, absent optionals left out.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <span>

#include "kernel/fields.h"
#include "kernel/json_value.h"

namespace vs::json {

void put_text(std::string& out, std::string_view text);
/// Any JSON value as text, keys in their order.
void put_value(std::string& out, const Value& v);
void put_number(std::string& out, double number);
void put_personal(std::string& out, const Personal& words);

template <class T>
void write(std::string& out, const T& v);

/// How one field is written.
struct WriteField {
  std::string_view name;
  FieldIn in;
  void (*write)(std::string& out, const void* field);
  bool (*absent)(const void* field);  ///< null for fields that are always there

  template <class F>
  static void any(std::string& out, const void* field) {
    json::write(out, *static_cast<const F*>(field));
  }
  template <class F>
  static bool none(const void* field) {
    return !*static_cast<const F*>(field);
  }
  template <class F>
  static constexpr WriteField of(std::string_view name, FieldIn in) {
    if constexpr (is_a<F, std::optional>) return {name, in, &any<F>, &none<F>};
    else return {name, in, &any<F>, nullptr};
  }
};

/// The fields of an object with the commas between them; `first` is false when something stands before them.
void write_fields(std::string& out, const void* object, std::span<const WriteField> fields, bool first = true);

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
    put_number(out, v);
  } else if constexpr (std::same_as<T, std::string> || std::same_as<T, std::string_view>) {
    put_text(out, v);
  } else if constexpr (std::same_as<T, Value> || std::same_as<T, Object>) {
    put_value(out, v);
  } else if constexpr (std::same_as<T, Personal>) {
    put_personal(out, v);
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
          write_fields(out, &x, fields_of<WriteField, std::remove_cvref_t<decltype(x)>>, false);
          out += '}';
        },
        v);
  } else if constexpr (Described<T>) {
    out += '{';
    write_fields(out, &v, fields_of<WriteField, T>);
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

// What most fields are is compiled once, in json_write.cc.
extern template void WriteField::any<std::string>(std::string&, const void*);
extern template void WriteField::any<bool>(std::string&, const void*);
extern template void WriteField::any<std::int64_t>(std::string&, const void*);
extern template void WriteField::any<std::uint64_t>(std::string&, const void*);
extern template void WriteField::any<int>(std::string&, const void*);
extern template void WriteField::any<Personal>(std::string&, const void*);
extern template void WriteField::any<std::optional<std::string>>(std::string&, const void*);
extern template void WriteField::any<std::vector<std::string>>(std::string&, const void*);

}  // namespace vs::json
