// For tests: a desk with one customer on it, where decisions take effect at once.
#pragma once

#include "features/authorizations/commands.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "features/policies/policies.h"

namespace vs::authorizations::testing {

/// The n-th day of the tests' calendar.
inline Date day(int n) {
  return Date::vj_parse("2026-11-22")->plus_days(n);
}

struct Desk {
  State state;
  directory::State directory;
  people::State people;
  policies::State policies;
  std::uint64_t sequence = 0;
  std::uint8_t commands = 0;
  int today = 0;

  Desk() {
    directory.accounts["acc_1"].id = "acc_1";
    directory.accounts["acc_1"].name = "Northwind Robotics";
    auto& contact = directory.contacts["con_1"];
    contact.id = "con_1";
    contact.account = "acc_1";
    contact.name = Personal::of("con_1", "Ana Ruiz");
  }

  Actor actor{ActorKind::person, "per_ana", ""};  ///< of the events that are folded

  Instant now() const { return Instant::vj_parse(day(today).vj_str() + "T09:00:00Z").value(); }
  Context context(const std::string& target = {}) {
    Context ctx{{ActorKind::person, "per_ana", ""}, {"program_owner"}, {}, {}, target};
    ctx.now = now();
    ctx.seed[0] = ++commands;
    ctx.seed[1] = std::uint8_t(sequence >> 8), ctx.seed[2] = std::uint8_t(sequence);
    return ctx;
  }
  /// The customer acts.
  Context as(const std::string& contact, const std::string& target = {}) {
    auto ctx = context(target);
    ctx.actor = {ActorKind::contact, contact, ""};
    ctx.roles = {"customer"};
    return ctx;
  }
  /// Somebody else at the same company.
  void colleague(const std::string& id) {
    auto& contact = directory.contacts[id];
    contact.id = id;
    contact.account = "acc_1";
    contact.name = Personal::of(id, "Colleague");
  }
  Ask asking(const std::string& id) {
    return {{ActorKind::person, "per_ana", ""}, {}, context().now, id, {}, sequence};
  }

  /// Folds the events of this feature.
  void apply(const Events& events) {
    World world;
    world.mut<State>() = std::move(state);
    world.mut<directory::State>() = std::move(directory);
    for (const auto& event : events) event.apply(world, {++sequence, now(), actor, "cmd", 0});
    state = std::move(world.mut<State>());
    directory = std::move(world.mut<directory::State>());
  }
  /// Takes a decision that must be accepted, and answers its id.
  std::string must(Result<Decision> decision) {
    if (!decision) throw std::runtime_error(decision.error().reasons.front().message);
    apply(decision->events);
    return decision->id;
  }
};

}  // namespace vs::authorizations::testing
