// What is found, and what is not.
// MISSION: AUT-06
// MISSION: AGT-01
#include <gtest/gtest.h>

#include "features/watchers/watchers.h"

namespace vs::watchers {
namespace {

namespace auts = authorizations;

const Instant now = *Instant::vj_parse("2026-11-22T09:00:00Z");

struct Desk {
  directory::State directory;
  auts::State auths;
  takedowns::State downs;
  policies::State policies;
  advocates::State advocates;
  activities::State activities;

  auts::Authorization& permission(int days_left) {
    auto& a = auths.authorizations["aut_1"];
    a.id = "aut_1";
    a.number = "AUT-1001";
    a.phase = auts::Phase::recorded;
    auts::Grant g;
    g.use_type = UseType::logo;
    g.channels = {Channel::web};
    g.from = now.date();
    g.until = now.date().plus_days(days_left);
    a.grants = {g};
    return a;
  }
  std::vector<Finding> found() const {
    return findings({directory, policies, auths, advocates, activities, downs}, now);
  }
};

TEST(Watchers, nothing_is_found_where_all_is_well) {
  Desk desk;
  desk.permission(300);
  EXPECT_TRUE(desk.found().empty());
}

TEST(Watchers, what_ends_soon_is_found_with_what_to_do) {
  Desk desk;
  desk.permission(20);
  const auto found = desk.found();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().kind, Kind::expiring);
  EXPECT_EQ(found.front().proposal.action, "offer_renewal");
  EXPECT_EQ(found.front().link, "/authorizations/aut_1");
}

TEST(Watchers, conditions_doubts_and_overdue_take_downs_are_found) {
  Desk desk;
  auto& a = desk.permission(300);
  a.grants.front().with_legal = true;
  a.doubts.push_back({auts::Cause::health_drop, now});
  auto& t = desk.downs.takedowns["tkd_1"];
  t.id = "tkd_1";
  t.number = "TD-1";
  t.due = now.date().plus_days(-1);
  desk.downs.open.insert("tkd_1");
  std::set<Kind> kinds;
  for (const auto& f : desk.found()) {
    kinds.insert(f.kind);
    EXPECT_FALSE(f.reason.empty());
  }
  EXPECT_EQ(kinds, (std::set<Kind>{Kind::unclear, Kind::at_risk, Kind::overdue}));
}

TEST(Watchers, a_request_is_unanswered_once_its_link_is_over) {
  Desk desk;
  auto& a = desk.permission(300);
  a.phase = auts::Phase::asked;
  a.round = auts::Round{};
  a.round->asked_at = now.plus_days(-40);
  a.round->link_until = now.plus_days(1);
  a.round->remind_days = 5;
  EXPECT_TRUE(desk.found().empty());
  a.round->link_until = now.plus_days(-1);
  ASSERT_EQ(desk.found().size(), 1u);
  EXPECT_EQ(desk.found().front().kind, Kind::unanswered);
}

TEST(Watchers, put_aside_needs_a_reason_and_lasts_until_its_day) {
  Desk desk;
  desk.permission(20);
  State state;
  Context ctx{{ActorKind::person, "per_ana", ""}, {"program_owner"}, now, {}, desk.found().front().id};
  EXPECT_FALSE(
      dismiss(state, desk.directory, desk.policies, desk.auths, desk.advocates, desk.activities, desk.downs, {}, ctx));
  const auto done = dismiss(state, desk.directory, desk.policies, desk.auths, desk.advocates, desk.activities,
                            desk.downs, {{"Known"}, now.date().plus_days(3)}, ctx);
  ASSERT_TRUE(done);
  on(state, *done->events.front().as<Dismissed>(), {1, now, ctx.actor, "cmd", 0});
  Ask ask{ctx.actor, ctx.roles, now, "", {}, 1};
  EXPECT_TRUE(
      rows(state, desk.directory, desk.policies, desk.auths, desk.advocates, desk.activities, desk.downs, ask).empty());
  ask.now = now.plus_days(4);
  EXPECT_EQ(
      rows(state, desk.directory, desk.policies, desk.auths, desk.advocates, desk.activities, desk.downs, ask).size(),
      1u);
}

// MISSION: DIR-04
TEST(Watchers, a_company_in_doubt_brings_up_its_advocates_and_what_is_ahead_with_its_people) {
  Desk desk;
  auto& permission = desk.permission(300);
  permission.contact = "con_1";
  permission.account = "acc_1";
  for (const auto& [id, contact, account] :
       {std::tuple{"adv_1", "con_1", "acc_1"}, std::tuple{"adv_2", "con_2", "acc_1"},
        std::tuple{"adv_3", "con_3", "acc_2"}}) {
    auto& a = desk.advocates.advocates[id];
    a.id = id, a.contact = contact, a.account = account, a.stage = advocates::Stage::active;
  }
  auto& activity = desk.activities.activities["act_1"];
  activity.id = "act_1", activity.number = "ACT-1";
  activity.plan.contact = "con_2", activity.plan.account = "acc_1", activity.plan.request = "req_1";
  desk.activities.ahead.insert({now.plus_days(3), "act_1"});
  EXPECT_TRUE(desk.found().empty());
  const auto links = [&] {
    std::set<std::string> out;
    for (const auto& f : desk.found()) out.insert(f.link + " " + f.reason);
    return out;
  };
  permission.doubts = {{auts::Cause::churned, now}};
  EXPECT_EQ(links(), (std::set<std::string>{"/authorizations/aut_1 churned", "/advocates/adv_1 churned",
                                            "/advocates/adv_2 churned", "/requests/req_1 churned"}));
  permission.doubts = {{auts::Cause::contact_left, now}};
  EXPECT_EQ(links(), (std::set<std::string>{"/authorizations/aut_1 contact left", "/advocates/adv_1 contact left"}));
  permission.phase = auts::Phase::withdrawn;
  EXPECT_TRUE(desk.found().empty()) << "what permits nothing leaves nothing to look at";
  permission.phase = auts::Phase::suspended;
  EXPECT_EQ(links().size(), 2u);
  permission.doubts.clear();
  EXPECT_TRUE(desk.found().empty());
}

// MISSION: PRG-03
TEST(Watchers, what_ends_soon_is_as_soon_as_policy_says) {
  Desk desk;
  desk.permission(80);
  EXPECT_TRUE(desk.found().empty());
  desk.policies.values.expiring_days = 90;
  EXPECT_EQ(desk.found().size(), 1u);
}

}  // namespace
}  // namespace vs::watchers
