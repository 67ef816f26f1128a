// What an entry of the trail may say: the codes of its event, and names for the ids among them.
#pragma once

#include <map>
#include <set>
#include <string>

#include "kernel/json.h"
#include "kernel/world.h"

namespace vs::app {

/// Numbers, codes, dates and ids of an event's data; never words about people, never long texts.
/// `grants[].use_type` becomes `grants.use_type`, `counts.created` stays a number beside it.
json::Object codes_of(const json::Value& data);
/// The ids among these codes.
std::set<std::string> ids_in(const json::Object& codes);

struct Named {
  std::map<std::string, std::string> names;  ///< id → the name or number people know
  std::map<std::string, std::string> roads;  ///< id → the id of the record on whose screen it is shown
};
/// As the state is now. `people_too`: whether the reader may see contacts by name.
Named named(const World&, const std::set<std::string>& ids, bool people_too);

}  // namespace vs::app
