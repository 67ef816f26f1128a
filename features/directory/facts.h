// Facts against records, field by field of the same name: what differs, what is owned, how they merge.
#pragma once

#include <string>
#include <vector>

#include "features/directory/directory.h"

namespace vs::directory {

inline bool same_value(const Personal& a, const Personal& b) {
  return a.words() == b.words();
}
template <class T>
bool same_value(const T& a, const T& b) {
  return a == b;
}
template <class T, class U>
  requires is_a<T, std::optional> && (!is_a<U, std::optional>)
bool same_value(const T& a, const U& b) {
  return a && *a == b;
}

/// Calls `f(name, field of the record, value)` for every fact that is stated.
template <class R, class F, class Do>
void each_fact(R& record, F& facts, const Do& f) {
  boost::mp11::mp_for_each<members<std::remove_const_t<F>>>([&](auto fact) {
    if (!(facts.*fact.pointer)) return;
    boost::mp11::mp_for_each<members<std::remove_const_t<R>>>([&](auto field) {
      constexpr bool same = std::string_view(decltype(fact)::name) == std::string_view(decltype(field)::name);
      if constexpr (same) f(fact.name, record.*field.pointer, *(facts.*fact.pointer));
    });
  });
}

/// States the facts of the record.
template <class R, class F>
void merge(R& record, const F& facts) {
  each_fact(record, facts, [](const char*, auto& field, const auto& value) { field = value; });
}

/// Names of the facts that say something else than the record.
template <class R, class F>
std::vector<std::string> differences(const R& record, const F& facts) {
  std::vector<std::string> names;
  each_fact(record, facts, [&](const char* name, const auto& field, const auto& value) {
    if (!same_value(field, value)) names.emplace_back(name);
  });
  return names;
}

/// Names of the facts that are stated.
template <class F>
std::vector<std::string> stated(const F& facts) {
  std::vector<std::string> names;
  boost::mp11::mp_for_each<members<F>>([&](auto fact) {
    if (facts.*fact.pointer) names.emplace_back(fact.name);
  });
  return names;
}

}  // namespace vs::directory
