// MISSION: DIR-01 DIR-03
#include "features/directory/directory_views.h"
#include "features/directory/test_world.h"

namespace vs::directory {
namespace {

AccountFacts named(const std::string& name) {
  AccountFacts facts;
  facts.name = name;
  return facts;
}

struct Directory : testing::Test {
  TestWorld w;
  people::State staff;
  Ask ask(const std::string& id, std::set<std::string> roles) {
    Ask a;
    a.id = id;
    a.roles = std::move(roles);
    return a;
  }
};

TEST_F(Directory, KeepsAccountsContactsAndDeals) {
  const auto globex = w.act(&add_account, named("Globex"));
  ContactInput ida;
  ida.name = "Ida Ek";
  ida.account = globex;
  ida.email = "ida@globex.test";
  const auto contact_id = w.act(&add_contact, ida);
  DealFacts pumps;
  pumps.name = "Pumps";
  pumps.account = globex;
  pumps.amount = 1000;
  w.act(&add_deal, pumps);

  const auto row = account_item(w.state(), staff, ask(globex, {"requester"})).value();
  EXPECT_EQ(row.contacts_count, 1U);
  EXPECT_EQ(row.pipeline_value, 1000);
  EXPECT_EQ(row.updated_by, "per_ann");
  EXPECT_EQ(account_of_contact(w.state(), contact_id)->id, globex);
}

TEST_F(Directory, MasksContactDetails) {
  const auto globex = w.act(&add_account, named("Globex"));
  ContactInput ida;
  ida.name = "Ida Ek";
  ida.account = globex;
  ida.email = "ida@globex.test";
  const auto id = w.act(&add_contact, ida);
  EXPECT_EQ(contact_item(w.state(), staff, ask(id, {"requester"}))->email, "•••");
  EXPECT_EQ(contact_item(w.state(), staff, ask(id, {"requester"}))->phone, "");
  EXPECT_EQ(contact_item(w.state(), staff, ask(id, {"account_owner"}))->email, "ida@globex.test");
}

TEST_F(Directory, RefusesWithAllReasonsAtOnce) {
  AccountFacts bad;
  bad.currency = "dollars";
  bad.employees = -1;
  bad.parent = "acc_none";
  EXPECT_EQ(w.refusal(&add_account, bad),
            (std::set<std::string>{"required", "bad_currency", "negative", "unknown_account"}));
  w.act(&add_account, named("Globex"));
  EXPECT_EQ(w.refusal(&add_account, named(" globex ")), std::set<std::string>{"already_known"});
}

TEST_F(Directory, LeavesFieldsOfTheCrmToTheCrm) {
  w.bring_in(ImportKind::accounts, "Account Name,Industry\nGlobex,retail\n");
  const auto id = w.state().ids.at("accounts=globex");
  AccountFacts facts;
  facts.industry = "energy";
  facts.tier = "gold";
  EXPECT_EQ(w.refusal(&revise_account, facts, id), std::set<std::string>{"owned_by_crm"});
  facts.industry.reset();
  w.act(&revise_account, facts, id);
  EXPECT_EQ(account(w.state(), id)->tier, "gold");
  EXPECT_EQ(account(w.state(), id)->source, "crm");
  const auto before = w.sequence;
  w.act(&revise_account, facts, id);
  EXPECT_EQ(w.sequence, before);
}

TEST_F(Directory, KnowsWhatForbidsUsingAnAccount) {
  const auto id = w.act(&add_account, named("Globex"));
  w.act(&report_issue, ReportIssue{1, "Outage"}, id);
  EXPECT_TRUE(open_severe_issue(*account(w.state(), id), 2));
  w.act(&resolve_issue, ResolveIssue{account(w.state(), id)->issues[0].id}, id);
  EXPECT_FALSE(open_severe_issue(*account(w.state(), id), 2));
  w.act(&restrict_account, Restrict{"No logo", true}, id);
  EXPECT_EQ(account(w.state(), id)->contract_restriction, "No logo");
  w.act(&opt_out_account, OptOut{LongText{"They asked us"}}, id);
  EXPECT_TRUE(account(w.state(), id)->opted_out);
  EXPECT_EQ(w.refusal(&report_issue, ReportIssue{7, ""}, id), (std::set<std::string>{"out_of_range", "required"}));
}

TEST_F(Directory, KnowsGroupsAndCompetitors) {
  const auto parent = w.act(&add_account, named("Globex"));
  auto child = named("Globex Iberia");
  child.parent = parent;
  const auto child_id = w.act(&add_account, child);
  auto rival = named("Initech");
  rival.competitors = {{"Globex"}};
  const auto rival_id = w.act(&add_account, rival);
  EXPECT_TRUE(same_group(w.state(), child_id, parent));
  EXPECT_FALSE(same_group(w.state(), child_id, rival_id));
  EXPECT_TRUE(competitors(w.state(), parent, rival_id));
  AccountFacts circle;
  circle.parent = child_id;
  EXPECT_EQ(w.refusal(&revise_account, circle, parent), std::set<std::string>{"circle"});
}

TEST_F(Directory, RemembersWhoLeftOrOptedOut) {
  const auto globex = w.act(&add_account, named("Globex"));
  ContactInput ida;
  ida.name = "Ida Ek";
  ida.account = globex;
  const auto id = w.act(&add_contact, ida);
  w.act(&mark_left, MarkLeft{}, id);
  w.act(&opt_out_contact, OptOut{}, id);
  EXPECT_TRUE(contact(w.state(), id)->left);
  EXPECT_TRUE(contact(w.state(), id)->opted_out);
  EXPECT_EQ(w.refusal(&mark_left, MarkLeft{}, "con_none"), std::set<std::string>{"not_found"});
}

}  // namespace
}  // namespace vs::directory
