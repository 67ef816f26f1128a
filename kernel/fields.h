// The fields of a described struct as a table: code that walks the table is compiled once, instead of once for
// each struct. A row says the field's name, where it is, and what is done with values of its type.
#pragma once

#include <array>

#include "kernel/reflect.h"

namespace vs {

/// What a field is called outside: a stroke at its end keeps it apart from a word of C++ (`private_`).
constexpr std::string_view outside(std::string_view name) {
  if (name.ends_with('_')) name.remove_suffix(1);
  return name;
}

/// Finds a field in its object.
using FieldIn = const void* (*)(const void* object);

namespace detail {

template <class T, class D>
const void* field_in(const void* object) {
  return &(static_cast<const T*>(object)->*D::pointer);
}

template <class T, class D>
using field_type = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;

template <class Row, class T, template <class...> class List, class... D>
constexpr std::array<Row, sizeof...(D)> field_rows(List<D...>) {
  return {Row::template of<field_type<T, D>>(outside(D::name), &field_in<T, D>)...};
}

}  // namespace detail

/// One `Row` for each field of T in order of declaration, made by `Row::of<type of the field>(name, where)`.
template <class Row, Described T>
inline constexpr auto fields_of = detail::field_rows<Row, T>(members<T>{});

}  // namespace vs
