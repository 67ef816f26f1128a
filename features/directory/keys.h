// How records are found by what a file or a person calls them: external id, name, e-mail address.
#pragma once

#include <string>

#include "features/directory/directory.h"

namespace vs::directory {

template <class R>
auto& records(auto& state) {
  if constexpr (std::same_as<R, Account>) return state.accounts;
  else if constexpr (std::same_as<R, Contact>) return state.contacts;
  else if constexpr (std::same_as<R, Deal>) return state.deals;
  else if constexpr (std::same_as<R, Product>) return state.products;
  else return state.sellers;
}

/// A name without differences of case and spacing.
std::string plain_name(std::string_view);
/// Letters and digits only, lower case: `GTX Pro` and `gtx-pro` are `gtxpro`.
std::string letters_of(std::string_view);

/// What a record goes by where it has no external id: its e-mail address or its name.
inline const std::string& called(const Account& r) {
  return r.name;
}
inline const std::string& called(const Contact& r) {
  return r.email.empty() ? r.name.words() : r.email.words();
}
inline const std::string& called(const Deal& r) {
  return r.name;
}
inline const std::string& called(const Product& r) {
  return r.name;
}
inline const std::string& called(const Seller& r) {
  return r.name.words();
}

template <class R>
std::string external_key(std::string_view external_id) {
  return std::string(KindOf<R>::collection) + '#' + std::string(external_id);
}
template <class R>
std::string name_key(std::string_view name) {
  return std::string(KindOf<R>::collection) + '=' + plain_name(name);
}

/// Adds the record to the index, or takes it out.
template <class R>
void index(State& state, const R& r) {
  if (!r.external_id.empty()) state.ids[external_key<R>(r.external_id)] = r.id;
  if (!called(r).empty()) state.ids.try_emplace(name_key<R>(called(r)), r.id);
}
template <class R>
void unindex(State& state, const R& r) {
  for (const auto& key : {external_key<R>(r.external_id), name_key<R>(called(r))})
    if (const auto it = state.ids.find(key); it != state.ids.end() && it->second == r.id) state.ids.erase(it);
}

/// The record of that external id or name, or null.
template <class R>
const R* by_key(const State& state, const std::string& key) {
  const auto id = state.ids.find(key);
  if (id == state.ids.end()) return nullptr;
  const auto it = records<R>(state).find(id->second);
  return it == records<R>(state).end() ? nullptr : &it->second;
}
template <class R>
const R* by_external(const State& state, std::string_view external_id) {
  return external_id.empty() ? nullptr : by_key<R>(state, external_key<R>(external_id));
}
template <class R>
const R* by_name(const State& state, std::string_view name) {
  return name.empty() ? nullptr : by_key<R>(state, name_key<R>(name));
}

}  // namespace vs::directory
