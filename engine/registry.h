// All modules together: the only door to the product.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/module.h"

namespace vs::engine {

class Registry {
 public:
  /// Throws std::logic_error when two modules claim the same name.
  explicit Registry(std::vector<Module> modules);

  const std::vector<Module>& modules() const { return modules_; }
  /// The command behind `POST /{collection}[/{id}][/{action}]`, or null.
  const Command* command(const std::string& collection, const std::string& action, bool on_item) const;
  /// The query behind a path whose item id was replaced by `{id}`, or null.
  const Query* query(const std::string& path) const;
  /// The query `GET /{collection}/{id}`, or null.
  const Query* item(const std::string& collection) const { return query(collection + "/{id}"); }
  /// All commands on items of a collection, in order of registration.
  const std::vector<const Command*>& actions(const std::string& collection) const;
  /// How to read a stored event; throws UnreadableEvent for an unknown type.
  const EventOps& event(std::string_view type) const;
  const std::vector<const Reaction*>& reactions(std::string_view type) const;
  /// Collections of the module that a type of event belongs to: what may look different after it.
  std::vector<std::string> collections_of(std::string_view event_type) const;
  /// Creates every feature's state, so that reading never changes the world.
  void prepare(World&) const;

 private:
  std::vector<Module> modules_;
  std::map<std::string, const Command*> commands_;
  std::map<std::string, const Query*> queries_;
  std::map<std::string, std::vector<const Command*>> actions_;
  std::map<std::string, const EventOps*, std::less<>> events_;
  std::map<std::string, std::vector<const Reaction*>, std::less<>> reactions_;
};

}  // namespace vs::engine
