// MISSION: AUT-03
// MISSION: AUT-04
// MISSION: AUT-07
// MISSION: AUT-08
// MISSION: AUT-09
#include <gtest/gtest.h>

#include "features/authorizations/authorizations_views.h"
#include "features/authorizations/commands.h"
#include "features/authorizations/testing.h"

namespace vs::authorizations {
namespace {

using testing::Desk;

const int horizon = policies::defaults().expiring_days;

Record recording(std::vector<GrantInput> grants) {
  Record c;
  c.contact = "con_1";
  c.grants = std::move(grants);
  c.evidence = {{"fil_1", "Mail"}};
  c.how = How::email;
  c.signer = "Ana Ruiz";
  return c;
}

GrantInput call_for_sales() {
  GrantInput grant;
  grant.use_type = UseType::reference_call;
  grant.channels = {Channel::sales};
  grant.until = testing::day(30);
  return grant;
}

Use call_on(int day) {
  return {"con_1", "", UseType::reference_call, Channel::sales, "", "", "", "", testing::day(day), ""};
}

TEST(Authorizations, refuses_with_every_reason_and_changes_nothing) {
  Desk desk;
  auto c = recording({{}});
  c.evidence.clear();
  c.signer.clear();
  const auto decision = record(desk.state, desk.directory, c, desk.context());
  ASSERT_FALSE(decision);
  EXPECT_GE(decision.error().reasons.size(), 4u);
  for (const auto& reason : decision.error().reasons) EXPECT_FALSE(reason.message.empty());
}

TEST(Authorizations, an_event_reads_back_as_it_was_written) {
  Desk desk;
  auto grant = call_for_sales();
  grant.regions = {"EMEA"};
  const auto decision = record(desk.state, desk.directory, recording({grant}), desk.context());
  ASSERT_TRUE(decision);
  std::string text;
  decision->events.back().write(text);
  const auto read = json::from_value<Recorded>(*json::parse(text));
  ASSERT_TRUE(read);
  EXPECT_EQ(json::to_text(*read), text);
}

TEST(Authorizations, a_use_is_counted_once_against_the_permission_that_covers_it) {
  Desk desk;
  const auto id = desk.must(record(desk.state, desk.directory, recording({call_for_sales()}), desk.context()));
  desk.apply(count_use(desk.state, desk.directory, call_on(3), "req_1", desk.context()));
  EXPECT_TRUE(count_use(desk.state, desk.directory, call_on(4), "req_1", desk.context()).empty());
  ASSERT_EQ(find(desk.state, id)->uses.size(), 1u);
  EXPECT_EQ(find(desk.state, id)->uses.front().request, "req_1");
}

TEST(Authorizations, a_use_beyond_scope_is_recorded_as_exceeding) {
  Desk desk;
  const auto events = count_use(desk.state, desk.directory, call_on(3), "req_1", desk.context());
  ASSERT_EQ(events.size(), 1u);
  EXPECT_NE(events.front().as<Exceeded>(), nullptr);
  desk.apply(events);
  EXPECT_TRUE(count_use(desk.state, desk.directory, call_on(3), "req_1", desk.context()).empty());
}

TEST(Authorizations, pre_approval_skips_the_asking_and_not_the_gate) {
  Desk desk;
  auto c = recording({call_for_sales()});
  c.pre_approved = true;
  desk.must(record(desk.state, desk.directory, c, desk.context()));
  EXPECT_TRUE(pre_approved(desk.state, desk.directory, call_on(3)));
  desk.directory.contacts.at("con_1").opted_out = true;
  EXPECT_FALSE(pre_approved(desk.state, desk.directory, call_on(3)));
  EXPECT_EQ(may_use(desk.state, desk.directory, call_on(3)).answer, MayUse::no);
}

TEST(Authorizations, a_customer_who_is_asked_each_time_is_not_pre_approved) {
  Desk desk;
  auto grant = call_for_sales();
  grant.ask_each_time = true;
  auto c = recording({grant});
  c.pre_approved = true;
  desk.must(record(desk.state, desk.directory, c, desk.context()));
  EXPECT_FALSE(pre_approved(desk.state, desk.directory, call_on(3)));
}

TEST(Authorizations, of_several_permissions_the_one_with_fewest_strings_decides) {
  Desk desk;
  auto strict = call_for_sales();
  strict.conditions = {{"Only mornings"}};
  desk.must(record(desk.state, desk.directory, recording({strict}), desk.context()));
  const auto free = desk.must(record(desk.state, desk.directory, recording({call_for_sales()}), desk.context()));
  const auto verdict = may_use(desk.state, desk.directory, call_on(3));
  EXPECT_EQ(verdict.answer, MayUse::yes);
  EXPECT_TRUE(verdict.conditions.empty());
  EXPECT_EQ(verdict.clauses.front().authorization, free);
}

TEST(Authorizations, the_status_follows_the_calendar) {
  Desk desk;
  const auto id = desk.must(record(desk.state, desk.directory, recording({call_for_sales()}), desk.context()));
  const auto& a = *find(desk.state, id);
  EXPECT_EQ(status_of(a, testing::day(0), horizon), Status::expiring);
  EXPECT_EQ(status_of(a, testing::day(30).plus_days(-horizon - 1), horizon), Status::in_force);
  EXPECT_EQ(status_of(a, testing::day(31), horizon), Status::expired);
  EXPECT_EQ(status_of(desk.state, "acc_1", UseType::reference_call, testing::day(31), horizon), Status::expired);
  EXPECT_EQ(status_of(desk.state, "con_1", UseType::logo, testing::day(0), horizon), Status::none);
  EXPECT_EQ(status_of(desk.state, "con_9", {}, testing::day(0), horizon), Status::none);
}

TEST(Authorizations, what_was_asked_and_is_missing_shows_as_partly) {
  Desk desk;
  auto call = call_for_sales();
  call.until = testing::day(300);
  auto logo = call;
  logo.use_type = UseType::logo;
  const AskCustomer question{"con_1", {call, logo}, {}, {"May we?"}};
  auto answer = recording({call});
  answer.answers = desk.must(ask(desk.state, desk.directory, desk.people, desk.policies, question, desk.context()));
  EXPECT_EQ(status_of(desk.state, "con_1", UseType::logo, testing::day(0), horizon), Status::asked);
  const auto id = desk.must(record(desk.state, desk.directory, answer, desk.context()));
  EXPECT_EQ(id, *answer.answers);
  EXPECT_EQ(status_of(*find(desk.state, id), testing::day(0), horizon), Status::partly);
}

TEST(Authorizations, the_receipt_keeps_wording_scope_and_proofs) {
  Desk desk;
  auto c = recording({call_for_sales()});
  c.wording = LongText{"You may call me."};
  const auto id = desk.must(record(desk.state, desk.directory, c, desk.context()));
  auto asking = desk.asking(id);
  asking.roles = {"auditor"};
  const auto masked = receipt(desk.state, desk.directory, desk.people, desk.policies, asking);
  ASSERT_TRUE(masked);
  EXPECT_EQ(masked->wording, "You may call me.");
  EXPECT_EQ(masked->permitted.size(), 1u);
  EXPECT_EQ(masked->evidence.front().file, "fil_1");
  EXPECT_EQ(masked->signer, "•••");
  asking.roles = {"account_owner"};
  EXPECT_EQ(receipt(desk.state, desk.directory, desk.people, desk.policies, asking)->signer, "Ana Ruiz");
}

}  // namespace
}  // namespace vs::authorizations
