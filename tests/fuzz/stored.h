// Reading and writing of one event type, for the fuzzer of stored events. targets.cmake makes a file for each feature
// out of the list in its module.
#pragma once

#include <boost/json/parse.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/event_ops.h"

namespace vs::fuzz {

struct Stored {
  std::string_view type;
  /// Reads the event, looks at its words about people and writes it; nothing when it cannot be read.
  std::optional<std::string> (*again)(const json::Value&);
};

template <class E>
std::optional<std::string> again(const json::Value& value) try {
  const auto event = std::static_pointer_cast<E>(detail::decode_event<E>(value));
  each_personal(*event, [](Personal& words) { words.unseal("owner", words.ref()); });
  std::string out;
  json::write(out, *event);
  return out;
} catch (const UnreadableEvent&) {
  return {};
}

template <class... E>
void add(std::vector<Stored>& to) {
  (to.push_back({E::type, &again<E>}), ...);
}

/// Every event type of every feature.
std::vector<Stored> stored_events();

}  // namespace vs::fuzz
