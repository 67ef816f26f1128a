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
  desk.apply(on_contact_revised(desk.state, {"con_1", facts}, {}, desk.context()));
  EXPECT_EQ(status_of(*find(desk.state, id), day(1)), Status::under_review);
  EXPECT_EQ(answer_of(desk), MayUse::unclear);
  facts.account = "acc_1";
  EXPECT_TRUE(on_contact_revised(desk.state, {"con_1", facts}, {}, desk.context()).empty());
}

TEST(Doubts, opt_outs_and_leaving_hold_the_permission) {
  Desk desk;
  permitted(desk);
  desk.apply(on_contact_left(desk.state, {"con_1"}, {}, desk.context()));
  EXPECT_EQ(answer_of(desk), MayUse::unclear);
  EXPECT_EQ(on_contact_opted_out(desk.state, {"con_1", {}}, {}, desk.context()).size(), 1u);
  EXPECT_EQ(on_account_opted_out(desk.state, {"acc_1", {}}, {}, desk.context()).size(), 1u);
}

TEST(Doubts, what_is_withdrawn_is_not_doubted) {
  Desk desk;
  const auto id = permitted(desk);
  desk.must(withdraw(desk.state, {}, desk.context(id)));
  EXPECT_TRUE(on_contact_left(desk.state, {"con_1"}, {}, desk.context()).empty());
  EXPECT_TRUE(on_restricted(desk.state, {"acc_1", "Nothing", true}, {}, desk.context()).empty());
}

TEST(Doubts, a_low_health_counts_whoever_says_it) {
  Desk desk;
  permitted(desk);
  directory::AccountFacts facts;
  facts.health = 70;
  EXPECT_TRUE(on_account_revised(desk.state, {"acc_1", facts}, {}, desk.context()).empty());
  facts.health = 20;
  EXPECT_EQ(on_account_revised(desk.state, {"acc_1", facts}, {}, desk.context()).size(), 1u);
  EXPECT_EQ(on_account_imported(desk.state, {"acc_1", "imp_1", facts, {}}, {}, desk.context()).size(), 1u);
}

}  // namespace
}  // namespace vs::authorizations
