// What can be done with events, for the file of a feature that names its events and states to the registry. Other
// files only make events: so each is compiled once.
#pragma once

#include <memory>

#include "kernel/event.h"
#include "kernel/json.h"

// Other files link to what is instantiated here, so it must be emitted even where every call could be inlined.
#define VS_FOR_ALL_FILES [[gnu::used, gnu::noinline]]

namespace vs {

namespace detail {

/// Where one field holds words about people.
struct PersonalField {
  std::string_view name;
  void (*find)(const std::string& path, std::vector<std::string>& out);

  template <class F>
  static void any(const std::string& path, std::vector<std::string>& out);
  template <class F>
  static constexpr PersonalField of(std::string_view name, FieldIn) {
    return {name, &any<F>};
  }
};

/// Adds the path of every field, at any depth, that holds words about people: `facts.name`.
void find_personal(std::span<const PersonalField> fields, const std::string& path, std::vector<std::string>& out);

template <class F>
void PersonalField::any(const std::string& path, std::vector<std::string>& out) {
  if constexpr (std::same_as<F, Personal>) out.push_back(path);
  else if constexpr (is_a<F, std::optional> || is_a<F, std::vector>) any<typename F::value_type>(path, out);
  else if constexpr (is_a<F, std::map>) any<typename F::mapped_type>(path, out);
  else if constexpr (Described<F>) find_personal(fields_of<PersonalField, F>, path, out);
}

template <class E>
std::shared_ptr<void> decode_event(const json::Value& v) {
  auto read = json::from_value<E>(v);
  if (!read)
    throw UnreadableEvent("event '" + std::string(E::type) + "': " + read.error().reasons.front().field + " " +
                          read.error().reasons.front().message);
  return std::make_shared<E>(std::move(*read));
}

}  // namespace detail

template <class E>
VS_FOR_ALL_FILES const EventOps& EventOpsOf<E>::ops() {
  static constexpr EventOps ops{
      .type = E::type,
      .personal = [](void* e, const EachPersonal& f) { each_personal(*static_cast<E*>(e), f); },
      .write = [](const void* e, std::string& out) { json::write(out, *static_cast<const E*>(e)); },
      .apply = [](World& w, const void* e,
                  const Meta& m) { on(w.mut<typename E::Of>(), *static_cast<const E*>(e), m); },
      .decode = &detail::decode_event<E>,
      .prepare = [](World& w) { w.prepare<typename E::Of>(); },
      .personal_fields =
          [] {
            std::vector<std::string> out;
            detail::find_personal(fields_of<detail::PersonalField, E>, "", out);
            return out;
          },
  };
  return ops;
}

template <class S>
VS_FOR_ALL_FILES std::shared_ptr<void> fresh_state() {
  return std::make_shared<S>();
}

}  // namespace vs
