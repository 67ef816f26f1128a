// Exceptions and rejections before a named decision maker.
#include "features/escalations/escalations.h"

#include <gtest/gtest.h>

#include "features/escalations/escalations_views.h"

namespace vs::escalations {
namespace {

class Escalations : public testing::Test {
 protected:
  const State& state() { return world.get<State>(); }
  policies::State& rules() { return world.mut<policies::State>(); }
  const people::State& staff() { return world.get<people::State>(); }
  Context as(const std::string& person, std::set<std::string> roles) {
    Context ctx{{ActorKind::person, person, ""}, std::move(roles), *Instant::vj_parse("2026-11-20T10:00:00Z")};
    if (!state().escalations.empty()) ctx.target = state().escalations.begin()->first;
    return ctx;
  }
  void apply(const Events& events, const Context& ctx) {
    for (const auto& e : events) e.apply(world, {++sequence, ctx.now, ctx.actor, "", 0});
  }
  void ask(const std::string& rule, Kind kind = Kind::sponsor) {
    const auto ctx = as("per_anna", {"program_owner"});
    apply(raise(state(), rules(), "req_1", rule, "Used twice this quarter", {}, kind, ctx, "", "", "REQ-1"), ctx);
  }
  std::string decide(const std::string& person, std::set<std::string> roles, const Decide& cmd) {
    const auto ctx = as(person, std::move(roles));
    auto decision = escalations::decide(state(), staff(), cmd, ctx);
    if (!decision) return decision.error().reasons.front().code;
    apply(decision->events, ctx);
    return "";
  }

  World world;
  std::uint64_t sequence = 0;
};

const Decide grant{Choice::grant, {"Big deal"}, {{"Only this once"}}, Date::vj_parse("2026-12-31")};

// MISSION: REQ-11
TEST_F(Escalations, ADecisionMakerGrantsWithConditionsAndEnd) {
  ask("rotation_limit");
  EXPECT_TRUE(raise(state(), rules(), "req_1", "rotation_limit", "", {}, Kind::sponsor, as("per_anna", {})).empty());
  EXPECT_EQ(decide("per_sam", {"sponsor"}, grant), "");
  const Date day = *Date::vj_parse("2026-12-01");
  ASSERT_TRUE(exception(state(), "req_1", "rotation_limit", day));
  EXPECT_FALSE(exception(state(), "req_1", "rotation_limit", day.plus_days(60)));
  EXPECT_FALSE(exception(state(), "req_1", "cooldown", day));
  EXPECT_EQ(decide("per_sam", {"sponsor"}, grant), "already_decided");
  const auto shown = rows(state(), staff(), {{ActorKind::person, "per_a", ""}, {"auditor"}, {}, "", {}, 0});
  ASSERT_EQ(shown.size(), 1u);
  EXPECT_EQ(shown.front().decision, Choice::grant);
  EXPECT_EQ(shown.front().conditions, std::vector<std::string>{"Only this once"});
}

// MISSION: REQ-11
TEST_F(Escalations, OptOutsAndComplianceNoesCannotBeGranted) {
  ask("opted_out");
  EXPECT_EQ(decide("per_sam", {"sponsor"}, grant), "not_overridable");
  EXPECT_EQ(decide("per_sam", {"sponsor"}, {Choice::other_customer, {"She wants to be left alone"}, {}, {}}), "");
  EXPECT_FALSE(overridable("legal_not_clear"));
  EXPECT_TRUE(overridable("open_severe_issue"));
}

// MISSION: REQ-11
TEST_F(Escalations, NeverDecidedByTheAskerOrByOthers) {
  ask("rotation_limit", Kind::legal);
  EXPECT_EQ(decide("per_anna", {"legal_reviewer"}, grant), "own_request");
  EXPECT_EQ(decide("per_sam", {"sponsor"}, grant), "not_your_decision");
  EXPECT_EQ(decide("per_lea", {"legal_reviewer"}, {Choice::grant, {""}, {}, {}}), "reason_required");
  EXPECT_EQ(decide("per_lea", {"legal_reviewer"}, {Choice::defer, {"Later"}, {}, {}}), "until_required");
  EXPECT_EQ(decide("per_lea", {"legal_reviewer"}, {Choice::defer, {"Later"}, {}, Date::vj_parse("2027-01-10")}), "");
}

// MISSION: REQ-11
TEST_F(Escalations, HaveADeadlineInWorkingDays) {
  ask("rotation_limit");
  const auto& e = state().escalations.begin()->second;
  EXPECT_EQ(e.deadline.vj_str().substr(0, 10), "2026-11-24");  // raised on a Friday
  EXPECT_EQ(e.number, "ESC-1");
  EXPECT_EQ(open_for(state(), "req_1"), &e);
}

// MISSION: REQ-11
TEST_F(Escalations, DeadlinesFollowTheCalendarOfTheWorkspace) {
  auto& calendar = rules().values.calendar;
  calendar.time_zone = "Europe/Berlin";
  calendar.holidays = {*Date::vj_parse("2026-11-23")};
  ask("rotation_limit");
  // Friday 11:00 in Berlin; Monday is a holiday.
  EXPECT_EQ(state().escalations.begin()->second.deadline.vj_str().substr(0, 16), "2026-11-25T10:00");
}

}  // namespace
}  // namespace vs::escalations
