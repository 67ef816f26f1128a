// Changes JSON as JSON: one value of it becomes another, goes away or comes twice. Bytes that are changed blindly are
// hardly ever read, so nothing behind the reader would be reached.
#pragma once

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstring>
#include <random>
#include <vector>

#include "kernel/json_value.h"
#include "tests/fuzz/fuzz.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace vs::fuzz {

/// Every value within, itself included.
inline void values_in(json::Value& value, std::vector<json::Value*>& out) {
  out.push_back(&value);
  if (auto* list = value.if_array())
    for (auto& each : *list) values_in(each, out);
  if (auto* object = value.if_object())
    for (auto& member : *object) values_in(member.value(), out);
}

inline json::Value odd_value(std::minstd_rand& chance) {
  static const json::Value all[] = {nullptr,
                                    true,
                                    false,
                                    0,
                                    -1,
                                    1,
                                    INT64_MIN,
                                    INT64_MAX,
                                    UINT64_MAX,
                                    0.5,
                                    -1e300,
                                    1e15,
                                    "",
                                    "x",
                                    "1970-01-01",
                                    "9999-12-31",
                                    "2026-11-22T09:00:00Z",
                                    "\u00e9\U0001F600",
                                    json::Array{},
                                    json::Object{},
                                    json::Array{nullptr},
                                    json::Object{{"ref", "v_1"}, {"com", "c"}}};
  return all[chance() % std::size(all)];
}

inline std::string changed_bytes(std::string text, std::minstd_rand& chance) {
  const auto room = text.size() + 8;
  const auto size = text.size();
  text.resize(room);
  text.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(text.data()), size, room));
  if (chance() % 4) std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return text;
}

inline void change(json::Value& root, std::minstd_rand& chance) {
  std::vector<json::Value*> all;
  values_in(root, all);
  auto& here = *all[chance() % all.size()];
  auto other = json::Value(*all[chance() % all.size()]);
  auto* list = here.if_array();
  auto* object = here.if_object();
  if (list && chance() % 2) {
    if (!list->empty() && chance() % 2) list->erase(list->begin() + long(chance() % list->size()));
    else list->insert(list->begin() + long(chance() % (list->size() + 1)), std::move(other));
  } else if (object && chance() % 2) {
    if (!object->empty() && chance() % 2) object->erase(object->begin() + long(chance() % object->size()));
    else (*object)[object->empty() || chance() % 2 ? "x" : object->begin()->key()] = std::move(other);
  } else if (here.is_string() && chance() % 2) {
    here = changed_bytes(std::string(here.get_string()), chance);
  } else {
    here = chance() % 2 ? odd_value(chance) : std::move(other);
  }
}

/// A custom mutator for inputs that end in JSON: what stands before `from` is left to the library, as is every third
/// try.
inline std::size_t mutate_tree(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed,
                               std::size_t from) {
  std::minstd_rand chance(seed);
  boost::system::error_code bad;
  json::Value root;
  if (from <= size) root = boost::json::parse(text_of(data + from, size - from), bad);
  if (from > size || bad || chance() % 3 == 0) return LLVMFuzzerMutate(data, size, most);
  for (auto rounds = 1 + chance() % 3; rounds > 0; --rounds) change(root, chance);
  const auto text = boost::json::serialize(root);
  if (from + text.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::memcpy(data + from, text.data(), text.size());
  return from + text.size();
}

}  // namespace vs::fuzz
