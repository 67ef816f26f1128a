// The one way of describing fields: Boost.Describe. JSON in and out, schemas, sealing and filters all
// come from the description of the struct, so that a field is written once.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <array>
#include <concepts>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "kernel/personal.h"

namespace vs {

template <class T>
using members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;
/// A type that is one JSON string: has `vj_str()` and `vj_parse(string_view)`.
template <class T>
concept Scalar = requires(T t) {
  { t.vj_str() } -> std::convertible_to<std::string>;
  { T::vj_parse(std::string_view{}) } -> std::same_as<std::optional<T>>;
};

template <class T, template <class...> class U>
inline constexpr bool is_a = false;
template <template <class...> class U, class... A>
inline constexpr bool is_a<U<A...>, U> = true;

namespace detail {

template <class T, template <class...> class List, class... D>
constexpr auto enumerator_rows(List<D...>) {
  return std::array<std::pair<std::string_view, T>, sizeof...(D)>{{{D::name, D::value}...}};
}

template <DescribedEnum T>
inline constexpr auto enumerators_of = enumerator_rows<T>(boost::describe::describe_enumerators<T>{});

}  // namespace detail

/// Name of an enumerator as stored; "" for a value outside the enumeration.
template <DescribedEnum T>
constexpr std::string_view name_of(T value) {
  for (const auto& [name, known] : detail::enumerators_of<T>)
    if (known == value) return name;
  return {};
}
/// The enumerator of that name.
template <DescribedEnum T>
std::optional<T> parse_enum(std::string_view name) {
  for (const auto& [known, value] : detail::enumerators_of<T>)
    if (known == name) return value;
  return {};
}

/// Calls `f(Personal&)` for every personal value inside `value`, at any depth, in order of declaration.
template <class T, class F>
void each_personal(T& value, const F& f) {
  using V = std::remove_cvref_t<T>;
  if constexpr (std::same_as<V, Personal>) f(value);
  else if constexpr (is_a<V, std::optional>) {
    if (value) each_personal(*value, f);
  } else if constexpr (is_a<V, std::vector>) {
    if constexpr (!std::same_as<V, std::vector<bool>>)
      for (auto& each : value) each_personal(each, f);
  } else if constexpr (is_a<V, std::map>) {
    for (auto& [key, each] : value) each_personal(each, f);
  } else if constexpr (Described<V>) {
    boost::mp11::mp_for_each<members<V>>([&](auto d) { each_personal(value.*d.pointer, f); });
  }
}

}  // namespace vs
