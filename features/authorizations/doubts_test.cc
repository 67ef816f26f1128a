// What happens in the relationship, and what it does to permissions.
// MISSION: DIR-04
// MISSION: DIR-05
// MISSION: AUT-06
#include <gtest/gtest.h>

#include "features/authorizations/reactions.h"
#include "features/authorizations/testing.h"

namespace vs::authorizations {
namespace {

using testing::day;
using testing::Desk;

std::string permitted(Desk& desk) {
  Record c;
  c.contact = "con_1";
  GrantInput g;
  g.use_type = UseType::logo;
  g.channels = {Channel::web};
  g.until = day(300);
  c.grants = {g};
  c.evidence = {{"fil_1", "Mail"}};
  c.signer = "Ana Ruiz";
  return desk.must(record(desk.state, desk.directory, c, desk.context()));
}

MayUse answer_of(const Desk& desk) {
  return may_use(desk.state, desk.directory,
                 {.contact = "con_1", .use_type = UseType::logo, .channel = Channel::web, .on = day(1)})
      .answer;
}

TEST(Doubts, a_severe_issue_is_looked_at_once_and_mild_ones_are_not) {
  Desk desk;
  policies::State policies;
  const auto id = permitted(desk);
  const auto report = [&](int severity) {
    return on_issue(desk.state, desk.directory, policies, {"acc_1", "iss_1", severity, "Down"}, {}, desk.context());
  };
  EXPECT_TRUE(report(4).empty());
  const auto events = report(1);
  ASSERT_EQ(events.size(), 1u);
  desk.apply(events);
  EXPECT_TRUE(report(1).empty());
  EXPECT_EQ(answer_of(desk), MayUse::yes);  // the gate of the issue itself holds new uses
  desk.must(review(desk.state, {ReviewOutcome::confirm, {"Looked"}}, desk.context(id)));
  EXPECT_TRUE(find(desk.state, id)->doubts.empty());
  EXPECT_EQ(report(1).size(), 1u);
}

TEST(Doubts, who_moves_to_another_company_takes_nothing_along) {
  Desk desk;
  const auto id = permitted(desk);
  directory::ContactFacts facts;
  facts.account = "acc_2";
  desk.apply(on_contact_revised(desk.state, desk.directory, desk.policies, {"con_1", facts}, {}, desk.context()));
  EXPECT_EQ(status_of(*find(desk.state, id), day(1), 60), Status::under_review);
  EXPECT_EQ(answer_of(desk), MayUse::unclear);
  facts.account = "acc_1";
  EXPECT_TRUE(
      on_contact_revised(desk.state, desk.directory, desk.policies, {"con_1", facts}, {}, desk.context()).empty());
}

TEST(Doubts, opt_outs_and_leaving_hold_the_permission) {
  Desk desk;
  permitted(desk);
  desk.apply(on_contact_left(desk.state, desk.directory, desk.policies, {"con_1"}, {}, desk.context()));
  EXPECT_EQ(answer_of(desk), MayUse::unclear);
  EXPECT_EQ(on_contact_opted_out(desk.state, {"con_1", {}}, {}, desk.context()).size(), 1u);
  EXPECT_EQ(on_account_opted_out(desk.state, {"acc_1", {}}, {}, desk.context()).size(), 1u);
}

TEST(Doubts, what_is_withdrawn_is_not_doubted) {
  Desk desk;
  const auto id = permitted(desk);
  desk.must(withdraw(desk.state, {}, desk.context(id)));
  EXPECT_TRUE(on_contact_left(desk.state, desk.directory, desk.policies, {"con_1"}, {}, desk.context()).empty());
  EXPECT_TRUE(on_restricted(desk.state, desk.policies, {"acc_1", "Nothing", true}, {}, desk.context()).empty());
}

TEST(Doubts, a_low_health_counts_whoever_says_it) {
  Desk desk;
  permitted(desk);
  directory::AccountFacts facts;
  facts.health = 70;
  EXPECT_TRUE(
      on_account_revised(desk.state, desk.directory, desk.policies, {"acc_1", facts}, {}, desk.context()).empty());
  facts.health = 20;
  EXPECT_EQ(on_account_revised(desk.state, desk.directory, desk.policies, {"acc_1", facts}, {}, desk.context()).size(),
            1u);
  EXPECT_EQ(
      on_account_imported(desk.state, desk.directory, desk.policies, {"acc_1", "imp_1", facts, {}}, {}, desk.context())
          .size(),
      1u);
}

std::vector<Cause> causes(const Events& events) {
  std::vector<Cause> out;
  for (const auto& event : events) out.push_back(event.as<Questionable>()->cause);
  return out;
}

TEST(Doubts, a_lost_customer_is_not_shown_until_somebody_has_looked) {
  Desk desk;
  const auto id = permitted(desk);
  directory::AccountFacts facts;
  facts.churned = true;
  desk.apply(on_account_revised(desk.state, desk.directory, desk.policies, {"acc_1", facts}, {}, desk.context()));
  EXPECT_EQ(answer_of(desk), MayUse::unclear);
  desk.must(review(desk.state, {ReviewOutcome::reinstate, {"They stay named"}}, desk.context(id)));
  EXPECT_EQ(answer_of(desk), MayUse::yes);
  facts.churned = false;
  EXPECT_TRUE(
      on_account_revised(desk.state, desk.directory, desk.policies, {"acc_1", facts}, {}, desk.context()).empty());
}

TEST(Doubts, policy_says_what_a_change_does) {
  Desk desk;
  permitted(desk);
  const auto report = [&] {
    return on_issue(desk.state, desk.directory, desk.policies, {"acc_1", "iss_1", 1, "Down"}, {}, desk.context());
  };
  desk.policies.values.changes["severe_issue"] = policies::Consequence::ignore;
  EXPECT_TRUE(report().empty());
  desk.policies.values.changes["severe_issue"] = policies::Consequence::hold;
  desk.apply(report());
  EXPECT_EQ(answer_of(desk), MayUse::unclear);
}

TEST(Doubts, a_renewal_at_risk_is_told_once_for_each_renewal) {
  Desk desk;
  const auto id = permitted(desk);
  auto& account = desk.directory.accounts["acc_1"];
  account.health = 60;
  account.renewal_on = day(100);
  const auto due = [&] { return renewals_near(desk.state, desk.directory, desk.policies, desk.context()); };
  EXPECT_TRUE(due().empty());  // not near yet
  desk.today = 20;
  EXPECT_EQ(causes(due()), std::vector{Cause::renewal_risk});
  desk.apply(due());
  EXPECT_TRUE(due().empty());
  desk.must(review(desk.state, {ReviewOutcome::confirm, {"They will renew"}}, desk.context(id)));
  EXPECT_TRUE(due().empty()) << "somebody looked at this renewal";
  desk.directory.accounts["acc_1"].renewal_on = day(105);
  EXPECT_EQ(due().size(), 1u);
  desk.directory.accounts["acc_1"].health = 90;
  EXPECT_TRUE(due().empty());
}

TEST(Doubts, who_leads_the_company_and_leaves_puts_the_permissions_of_others_in_doubt) {
  Desk desk;
  permitted(desk);
  desk.colleague("con_2");
  desk.colleague("con_3");
  desk.directory.contacts["con_2"].seniority = "C-Level";
  desk.directory.contacts["con_3"].seniority = "Manager";
  const auto leaves = [&](const char* who) {
    return causes(on_contact_left(desk.state, desk.directory, desk.policies, {who}, {}, desk.context()));
  };
  EXPECT_EQ(leaves("con_2"), std::vector{Cause::leadership_changed});
  EXPECT_TRUE(leaves("con_3").empty());
}

TEST(Doubts, what_is_bought_afterwards_is_looked_at_and_what_was_there_before_is_not) {
  Desk desk;
  permitted(desk);
  auto& deal = desk.directory.deals["dea_1"];
  deal.id = "dea_1";
  deal.account = "acc_1";
  deal.product = "GTX Pro";
  deal.outcome = directory::Outcome::won;
  const auto told = [&] {
    return causes(on_deal_added(desk.state, desk.directory, desk.policies, {"dea_1", {}}, {}, desk.context()));
  };
  deal.close_on = day(-10);
  EXPECT_TRUE(told().empty());
  deal.close_on = day(3);
  EXPECT_EQ(told(), std::vector{Cause::product_expanded});
  auto& before = desk.directory.deals["dea_0"];
  before = deal;
  before.id = "dea_0";
  EXPECT_TRUE(told().empty());
}

}  // namespace
}  // namespace vs::authorizations
