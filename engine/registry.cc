#include "engine/registry.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace vs::engine {
namespace {

std::string key_of(const std::string& collection, const std::string& action, bool on_item) {
  return collection + (on_item ? "/{id}/" : "/") + action;
}

template <class Map, class Value>
void claim(Map& map, const std::string& name, Value value) {
  if (!map.emplace(name, value).second) throw std::logic_error("claimed twice: " + name);
}

}  // namespace

Registry::Registry(std::vector<Module> modules) : modules_(std::move(modules)) {
  for (auto& module : modules_) {
    for (auto& c : module.commands) {
      c.form = json::to_text(c.input());
      claim(commands_, key_of(c.collection, c.action, c.on_item), &c);
      if (c.on_item) actions_[c.collection].push_back(&c);
    }
    for (const auto& q : module.queries) claim(queries_, q.path, &q);
    for (const auto* e : module.events) claim(events_, std::string(e->type), e);
    for (const auto& r : module.reactions) reactions_[r.event_type].push_back(&r);
  }
}

const Command* Registry::command(const std::string& collection, const std::string& action, bool on_item) const {
  const auto it = commands_.find(key_of(collection, action, on_item));
  return it == commands_.end() ? nullptr : it->second;
}

const Query* Registry::query(const std::string& path) const {
  const auto it = queries_.find(path);
  return it == queries_.end() ? nullptr : it->second;
}

const std::vector<const Command*>& Registry::actions(const std::string& collection) const {
  static const std::vector<const Command*> none;
  const auto it = actions_.find(collection);
  return it == actions_.end() ? none : it->second;
}

const EventOps& Registry::event(std::string_view type) const {
  const auto it = events_.find(type);
  if (it == events_.end())
    throw UnreadableEvent("no event type '" + std::string(type) + "' (written by a newer version?)");
  return *it->second;
}

const std::vector<const Reaction*>& Registry::reactions(std::string_view type) const {
  static const std::vector<const Reaction*> none;
  const auto it = reactions_.find(type);
  return it == reactions_.end() ? none : it->second;
}

std::vector<std::string> Registry::collections_of(std::string_view type) const {
  std::set<std::string> found;
  for (const auto& module : modules_) {
    if (std::ranges::none_of(module.events, [&](const EventOps* e) { return e->type == type; })) continue;
    for (const auto& command : module.commands) found.insert(command.collection);
  }
  return {found.begin(), found.end()};
}

void Registry::prepare(World& world) const {
  for (const auto& [type, ops] : events_) ops->prepare(world);
}

}  // namespace vs::engine
