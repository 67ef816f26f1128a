// What a decision may know besides state and command, and what is known of an event besides its data.
#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <set>
#include <string>

#include "kernel/ids.h"
#include "kernel/time.h"

namespace vs {

/// Who acts: a person of the staff, a portal contact, an API token, an agent, a watcher (the product itself).
enum class ActorKind { person, contact, token, agent, watcher };
BOOST_DESCRIBE_ENUM(ActorKind, person, contact, token, agent, watcher)

struct Actor {
  ActorKind kind{};
  std::string id;            ///< `per_…`, `con_…`, `tok_…`, or the watcher's name
  std::string on_behalf_of;  ///< person for whom a token, agent or delegate acts; may be empty

  friend auto operator<=>(const Actor&, const Actor&) = default;
  /// The person answerable for the act: separation of duties compares this.
  const std::string& person() const { return on_behalf_of.empty() ? id : on_behalf_of; }
};
BOOST_DESCRIBE_STRUCT(Actor, (), (kind, id, on_behalf_of))

/// Given to `decide`. Ids come from `seed`, so that the same inputs always decide the same.
struct Context {
  Actor actor;
  std::set<std::string> roles;  ///< of the actor in this workspace
  Instant now;
  Seed seed{};
  std::string target;  ///< id of the item that the command addresses ("" when it creates one)
  mutable std::uint32_t issued = 0;

  Date today() const { return now.date(); }
  bool has_role(const std::string& role) const { return roles.contains(role); }
  /// A fresh id of this command, e.g. `id("req")`.
  std::string id(std::string_view prefix) const { return make_id(prefix, seed, issued++); }
};

/// Given to `on(State&, const Event&, const Meta&)`: the envelope of a stored event.
struct Meta {
  std::uint64_t sequence = 0;  ///< 1-based position in the workspace's ledger
  Instant at;
  Actor actor;
  std::string command;      ///< id shared by all events of one command
  std::uint64_t cause = 0;  ///< sequence of the event that this one reacts to; 0 for none
};

}  // namespace vs
