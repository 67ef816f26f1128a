// For tests: a desk with one customer on it, where decisions take effect at once.
#pragma once

#include "features/authorizations/commands.h"
#include "features/directory/directory.h"
#include "features/people/people.h"

namespace vs::authorizations::testing {

/// The n-th day of the tests' calendar.
inline Date day(int n) {
  return Date::vj_parse("2026-11-22")->plus_days(n);
}

struct Desk {
  State state;
  directory::State directory;
  people::State people;
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

  Context context(const std::string& target = {}) {
    Context ctx{{ActorKind::person, "per_ana", ""}, {"program_owner"}, {}, {}, target};
    ctx.now = Instant::vj_parse(day(today).vj_str() + "T09:00:00Z").value();
    ctx.seed[0] = ++commands;
    ctx.seed[1] = std::uint8_t(sequence >> 8), ctx.seed[2] = std::uint8_t(sequence);
    return ctx;
  }
  Ask asking(const std::string& id) {
    return {{ActorKind::person, "per_ana", ""}, {}, context().now, id, {}, sequence};
  }

  /// Folds the events of this feature.
  void apply(const Events& events) {
    World world;
    world.mut<State>() = std::move(state);
    world.mut<directory::State>() = std::move(directory);
    for (const auto& event : events) event.apply(world, {++sequence, context().now, context().actor, "cmd", 0});
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
