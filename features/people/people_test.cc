// Screens and letters speak a person's own language.
// MISSION: PRG-07, INT-08
#include "features/people/people.h"

#include <gtest/gtest.h>

#include "kernel/world.h"

namespace vs::people {
namespace {

const std::string ana = "per_ana", ben = "per_ben";

void take(State& state, const Events& events) {
  static std::uint64_t sequence = 0;
  for (const auto& event : events) {
    World world;
    world.mut<State>() = std::move(state);
    event.apply(world, Meta{++sequence});
    state = std::move(world.mut<State>());
  }
}

Context by(const std::string& actor, const std::string& role, const std::string& target) {
  return {{ActorKind::person, actor, ""}, {role}, {}, {}, target};
}

State staff() {
  State state;
  take(state, {Joined{ana, Personal::of(ana, "Ana"), Personal::of(ana, "ana@x.test"), {"administrator"}},
               Joined{ben, Personal::of(ben, "Ben"), Personal::of(ben, "ben@x.test"), {"requester"}}});
  return state;
}

TEST(People, everybody_chooses_their_own_language_and_administrators_for_others) {  // R7
  auto state = staff();
  const auto mine = choose_language(state, {"fr"}, by(ben, "requester", ben));
  ASSERT_TRUE(mine);
  take(state, mine->events);
  EXPECT_EQ(language_of(state, ben), "fr");
  EXPECT_TRUE(choose_language(state, {"fr"}, by(ben, "requester", ben))->events.empty()) << "twice is nothing";

  const auto others = choose_language(state, {"de"}, by(ben, "requester", ana));
  ASSERT_FALSE(others);
  EXPECT_EQ(others.error().kind, RefusalKind::forbidden);
  EXPECT_TRUE(choose_language(state, {"de"}, by(ana, "administrator", ben)));
}

TEST(People, a_language_without_words_is_refused) {
  const auto state = staff();
  const auto refused = choose_language(state, {"tlh"}, by(ana, "administrator", ana));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reasons.front().code, "unknown_language");
  const auto added = add(state, {"Cleo", "cleo@x.test", {"requester"}, {}, "tlh"}, by(ana, "administrator", ""));
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().reasons.front().field, "language");
}

TEST(People, whoever_never_chose_is_written_to_in_the_language_of_who_asks) {
  auto state = staff();
  EXPECT_EQ(language_of(state, ben, ana), "en");
  take(state, {LanguageChosen{ana, "de"}});
  EXPECT_EQ(language_of(state, ben, ana), "de");
  take(state, {LanguageChosen{ben, "es"}});
  EXPECT_EQ(language_of(state, ben, ana), "es");
}

TEST(People, an_administrator_says_the_language_when_adding_somebody) {
  auto state = staff();
  const auto added = add(state, {"Cleo", "cleo@x.test", {"requester"}, {}, "ja"}, by(ana, "administrator", ""));
  ASSERT_TRUE(added);
  take(state, added->events);
  EXPECT_EQ(language_of(state, added->id), "ja");
}

}  // namespace
}  // namespace vs::people
