// What must come down when a permission ends, and what need not.
// MISSION: AUT-05
// MISSION: AUT-06
#include <gtest/gtest.h>

#include "features/takedowns/takedowns_decide.h"

namespace vs::takedowns {
namespace {

namespace auts = authorizations;

const Date today = *Date::vj_parse("2026-11-22");

struct Desk {
  World world;
  std::uint64_t sequence = 0;

  Desk() {
    world.prepare<State>();
    world.prepare<auts::State>();
    world.prepare<directory::State>();
    world.prepare<policies::State>();
    world.prepare<people::State>();
    auto& directory = world.mut<directory::State>();
    directory.accounts["acc_1"].id = "acc_1";
    directory.contacts["con_1"].id = "con_1";
    directory.contacts["con_1"].account = "acc_1";
  }
  Context context(const std::string& target = {}) const {
    Context ctx{{ActorKind::person, "per_ana", ""}, {"program_owner"}, {}, {}, target};
    ctx.now = *Instant::vj_parse("2026-11-22T09:00:00Z");
    ctx.seed[0] = std::uint8_t(sequence);
    return ctx;
  }
  void apply(const Events& events) {
    for (const auto& e : events) e.apply(world, {++sequence, context().now, context().actor, "cmd", 0});
  }
  template <class T>
  const T& at() const {
    return world.get<T>();
  }
  // A permission for these channels, and a use of it.
  void permit(UseType type, std::vector<Channel> channels, Channel used) {
    apply(
        {auts::Recorded{
             "aut_1", "con_1", "acc_1", {{type, std::move(channels), {}, {}, {}, {}, {}, today, today.plus_days(100)}}},
         auts::Used{"aut_1", "con_1", type, used, "req_1", today}});
  }
  Events withdrawn() {
    const auts::Withdrawn e{"aut_1", "con_1", {}};
    apply({e});
    return on_withdrawn(at<State>(), at<directory::State>(), at<policies::State>(), at<auts::State>(), e, {},
                        context());
  }
};

TEST(Takedowns, a_published_logo_comes_down_with_the_permission_once) {
  Desk desk;
  desk.permit(UseType::logo, {Channel::web}, Channel::web);
  const auto raised = desk.withdrawn();
  ASSERT_EQ(raised.size(), 1u);
  const auto* e = raised.front().as<Raised>();
  EXPECT_EQ(e->cause, Cause::withdrawn);
  EXPECT_EQ(e->due, today.plus_days(10));
  EXPECT_FALSE(e->owner.empty());
  desk.apply(raised);
  EXPECT_TRUE(desk.withdrawn().empty());
}

TEST(Takedowns, a_conversation_that_is_over_leaves_nothing) {
  Desk desk;
  desk.permit(UseType::reference_call, {Channel::sales}, Channel::sales);
  EXPECT_TRUE(desk.withdrawn().empty());
}

TEST(Takedowns, what_another_permission_still_covers_stays) {
  Desk desk;
  desk.permit(UseType::logo, {Channel::web}, Channel::web);
  const auts::Withdrawn e{"aut_1", "con_1", {}};
  desk.apply({e, auts::Recorded{"aut_2",
                                "con_1",
                                "acc_1",
                                {{UseType::logo, {Channel::web}, {}, {}, {}, {}, {}, today, today.plus_days(9)}}}});
  EXPECT_TRUE(on_withdrawn(desk.at<State>(), desk.at<directory::State>(), desk.at<policies::State>(),
                           desk.at<auts::State>(), e, {}, desk.context())
                  .empty());
}

TEST(Takedowns, a_narrowing_takes_down_only_what_it_took_away) {
  Desk desk;
  desk.permit(UseType::logo, {Channel::web, Channel::press}, Channel::press);
  auts::Narrowed e;
  e.id = "aut_1";
  e.contact = "con_1";
  e.channels = std::vector{Channel::press};
  desk.apply({e});
  const auto raise = [&] {
    return on_narrowed(desk.at<State>(), desk.at<directory::State>(), desk.at<policies::State>(),
                       desk.at<auts::State>(), e, {}, desk.context());
  };
  EXPECT_TRUE(raise().empty());
  e.regions = std::vector<std::string>{"EMEA"};
  desk.apply({e});
  EXPECT_EQ(raise().size(), 1u) << "nobody knows whether the use lies in that region";
}

TEST(Takedowns, permitted_again_and_ended_again_is_raised_again) {
  Desk desk;
  desk.permit(UseType::logo, {Channel::web}, Channel::web);
  const auto raised = desk.withdrawn();
  desk.apply(raised);
  const auto id = raised.front().as<Raised>()->id;
  desk.apply({auts::Recorded{
      "aut_2", "con_1", "acc_1", {{UseType::logo, {Channel::web}, {}, {}, {}, {}, {}, today, today.plus_days(9)}}}});
  const auto closed = close(desk.at<State>(), desk.at<directory::State>(), desk.at<auts::State>(),
                            {How::permitted_again, {"They agreed"}, {}, {}}, desk.context(id));
  ASSERT_TRUE(closed);
  desk.apply(closed->events);
  const auts::Withdrawn e{"aut_2", "con_1", {}};
  desk.apply({e});
  EXPECT_EQ(on_withdrawn(desk.at<State>(), desk.at<directory::State>(), desk.at<policies::State>(),
                         desk.at<auts::State>(), e, {}, desk.context())
                .size(),
            1u);
}

}  // namespace
}  // namespace vs::takedowns
