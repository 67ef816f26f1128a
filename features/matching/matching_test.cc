// MISSION: MAT-01 MAT-02 MAT-03 MAT-04 MAT-08 MAT-09 REQ-04
#include "features/matching/matching.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "features/matching/every_gate.h"
#include "features/matching/matching_views.h"
#include "features/matching/town.h"

namespace vs::matching {
namespace {

bool has(const std::vector<Blocker>& blockers, std::string_view code) {
  return std::ranges::any_of(blockers, [&](const Blocker& b) { return b.code == code; });
}

TEST(Matching, EveryGateShutsForItsReasonAndSaysWhy) {
  for (const auto& gate : every_gate()) {
    Town town;
    town.settle(1);
    auto need = town.need();
    ASSERT_EQ(town.best(need).size(), 1u);
    gate.spoil(town, need);
    EXPECT_TRUE(town.best(need).empty()) << gate.code;
    const auto why = town.why(need, "con_1");
    EXPECT_TRUE(has(why.blockers, gate.code)) << gate.code;
    for (const auto& blocker : why.blockers) EXPECT_TRUE(blocker.message.size() > 20) << blocker.message;
  }
}

// Every kind of conflict, as something that befalls company 1 and "Rival".
const std::vector<std::pair<policies::Conflict, std::function<void(Town&)>>>& every_conflict() {
  using policies::Conflict;
  static const std::vector<std::pair<Conflict, std::function<void(Town&)>>> all{
      {Conflict::competitor, [](Town& t) { t.directory.accounts["acc_9"].competitors = {"acc_1"}; }},
      {Conflict::excluded, [](Town& t) { t.account(1).competitors = {"acc_9"}; }},
      {Conflict::same_group, [](Town& t) { t.account(1).parent = "acc_9"; }},
      {Conflict::bad_history,
       [](Town& t) { t.policies.values.barriers = {{Conflict::bad_history, "acc_1", "Rival", {}, {}}}; }},
      {Conflict::quiet_period,
       [](Town& t) { t.policies.values.barriers = {{Conflict::quiet_period, "acc_1", "acc_9", t.today, {}}}; }},
      {Conflict::renewal_near, [](Town& t) { t.account(1).renewal_on = t.today.plus_days(10); }}};
  return all;
}

TEST(Matching, PolicySaysWhichConflictShutsAndWhichIsOnlyTold) {
  using policies::Effect;
  for (const auto& [kind, befalls] : every_conflict()) {
    const std::string code(name_of(kind));
    Town town;
    town.settle(1);
    town.directory.accounts["acc_9"] = {.id = "acc_9", .name = "Rival"};
    auto need = town.need();
    need.prospect_account = "acc_9";
    befalls(town);
    town.policies.values.conflicts[code] = Effect::gate;
    town.policies.revision = 7;
    EXPECT_TRUE(town.best(need).empty()) << code;
    const auto why = town.why(need, "con_1");
    ASSERT_EQ(why.blockers.size(), 1u) << code;
    EXPECT_EQ(why.blockers[0].code, code);
    EXPECT_EQ(why.blockers[0].policy_revision, 7u);
    EXPECT_TRUE(why.warnings.empty()) << code;

    town.policies.values.conflicts[code] = Effect::warning;
    const auto best = town.best(need);
    ASSERT_EQ(best.size(), 1u) << code;
    EXPECT_EQ(best[0].warnings, std::vector<std::string>{why.blockers[0].message}) << code;
  }
}

TEST(Matching, WithoutAWordOfPolicyOnlyABadHistoryIsTold) {
  const policies::Policies silent;
  for (const auto& [kind, befalls] : every_conflict())
    EXPECT_EQ(policies::effect_of(silent, kind) == policies::Effect::warning, kind == policies::Conflict::bad_history);
}

TEST(Matching, ABarrierHoldsForItsDaysAndItsProspectOnly) {
  Town town;
  town.settle(1);
  auto need = town.need();
  need.prospect_name = "Rival";
  const auto barred = [&](policies::Barrier barrier) {
    town.policies.values.barriers = {std::move(barrier)};
    return town.best(need).empty();
  };
  using policies::Conflict;
  EXPECT_TRUE(barred({Conflict::quiet_period, "company 1", "rival", {}, {}}));
  EXPECT_FALSE(barred({Conflict::quiet_period, "Company 1", "Somebody else", {}, {}}));
  EXPECT_FALSE(barred({Conflict::quiet_period, "Company 1", {}, {}, town.today.plus_days(-1)}));
  EXPECT_FALSE(barred({Conflict::quiet_period, "Company 1", {}, town.today.plus_days(1), {}}));
  EXPECT_FALSE(barred({Conflict::quiet_period, "Company 2", {}, {}, {}}));
}

TEST(Matching, PrivacyLimitsNameRegionUsesAndChannels) {
  Town town;
  town.settle(1);
  town.contact(1).region = "EMEA";
  auto& limits = town.policies.values.privacy_limited_regions;
  for (const auto& [limit, shut] : std::vector<std::pair<policies::PrivacyLimit, bool>>{
           {{"EMEA", {}, {}}, true},
           {{"EMEA", {}, {Channel::sales}}, true},
           {{"EMEA", {UseType::video}, {}}, false},
           {{"EMEA", {UseType::reference_call}, {Channel::web}}, false},
           {{"APAC", {}, {}}, false}}) {
    limits = {limit};
    EXPECT_EQ(town.best(town.need()).empty(), shut) << limit.region;
  }
}

TEST(Matching, BriefingIsRequiredForTheUsesThatPolicyNames) {
  Town town;
  town.settle(1);
  town.advocate(1).briefed_on.reset();
  EXPECT_TRUE(town.best(town.need()).empty());
  town.policies.values.briefing_required = {{UseType::event_speaker}};
  EXPECT_EQ(town.best(town.need()).size(), 1u);
}

TEST(Matching, SomebodyOutsideTheProgramIsExplainedToo) {
  Town town;
  town.settle(1);
  EXPECT_TRUE(has(town.why(town.need(), "con_7").blockers, "not_an_advocate"));
  EXPECT_TRUE(town.why(town.need(), "con_1").blockers.empty());
}

TEST(Matching, AShutGateSaysWhenItOpens) {
  Town town;
  town.settle(1);
  use(town, 1, "req_1", 3, advocates::UseStatus::done);
  const auto why = town.why(town.need(), "con_1");
  ASSERT_FALSE(why.blockers.empty());
  const auto limit = policies::limit_for(policies::in_force(town.policies), UseType::reference_call);
  EXPECT_EQ(why.blockers.front().until, town.today.plus_days(limit.cooldown_days - 3));
}

TEST(Matching, ARequestIsNotStoppedByItsOwnSlot) {
  Town town;
  town.settle(1);
  use(town, 1, "req_1", 0, advocates::UseStatus::held);
  auto need = town.need();
  EXPECT_TRUE(town.best(need).empty());
  need.request = "req_1";
  EXPECT_EQ(town.best(need).size(), 1u);
}

TEST(Matching, TheScoreExplainsItselfPointByPoint) {
  Town town;
  town.settle(1, "Utilities", "Nordics");
  auto need = town.need();
  need.language = "nl";
  const auto best = town.best(need);
  ASSERT_EQ(best.size(), 1u);
  const auto mark = [&](std::string_view criterion) {
    for (const auto& point : best[0].reasons)
      if (point.criterion == criterion) return point.mark;
    return Mark::none;
  };
  EXPECT_EQ(mark("industry"), Mark::exact);
  EXPECT_EQ(mark("size"), Mark::exact);
  EXPECT_EQ(mark("region"), Mark::none);
  EXPECT_EQ(mark("language"), Mark::unknown);
  EXPECT_EQ(best[0].compromises, std::vector<std::string>{"Different region: Nordics instead of Benelux"});
  EXPECT_EQ(best[0].score, 73);  // 20 + 20 + 15 of 75
  EXPECT_EQ(best[0].authorization.answer, "yes");
}

TEST(Matching, EqualScoresGoToTheOneUsedLess) {
  Town town;
  town.settle(1);
  town.settle(2);
  use(town, 1, "req_1", 40, advocates::UseStatus::done);
  const auto best = town.best(town.need());
  ASSERT_EQ(best.size(), 2u);
  EXPECT_EQ(best[0].contact, "con_2");
}

TEST(Matching, NarrowingShowsWhichWishCostsMost) {
  Town town;
  town.settle(1);
  town.settle(2, "Utilities", "Nordics");
  town.settle(3, "Utilities", "Iberia");
  town.settle(4, "Banking");
  const auto field = narrowing(town.directory, town.policies, town.authorizations, town.advocates, town.need());
  EXPECT_EQ(field.eligible, 4);
  EXPECT_EQ(field.all_wishes, 1);
  ASSERT_FALSE(field.wishes.empty());
  EXPECT_EQ(field.wishes[0].criterion, "region");
  EXPECT_EQ(field.wishes[0].without, 3);
}

TEST(Matching, AQuestionIsRefusedWithEverythingWrong) {
  Ask ask;
  ask.params = {{"use_type", "dance"}, {"channel", "sales"}, {"size", "many"}, {"colour", "blue"}};
  const auto need = need_of(ask);
  ASSERT_FALSE(need);
  EXPECT_EQ(need.error().reasons.size(), 3u);
}

// What customers do with their permission: narrow it to a region, let it end, take it back, or nothing.
void change_permission(Town& town, int n, unsigned how) {
  const auto id = Town::nth("aut_", n), contact = Town::nth("con_", n);
  if (how == 0) town.fold(town.authorizations, authorizations::Withdrawn{id, contact, {}});
  if (how > 2) return;
  authorizations::Narrowed narrowed;
  narrowed.id = id;
  narrowed.contact = contact;
  if (how == 1) narrowed.until = town.today.plus_days(-1);
  if (how == 2) narrowed.regions = {{"Benelux", "DACH"}};
  if (how != 0) town.fold(town.authorizations, narrowed);
}

// Uses of this quarter and long ago, done, held or given back.
void change_load(Town& town, int n, std::mt19937& random) {
  using advocates::UseStatus;
  for (unsigned k = random() % 4; k > 0; --k) {
    const auto request = "req_" + std::to_string(k);
    use(town, n, request.c_str(), int(random() % 200), random() % 3 ? UseStatus::done : UseStatus::held);
    if (random() % 4 == 0) town.fold(town.advocates, advocates::Released{Town::nth("adv_", n), request});
  }
}

void change_people(Town& town, int n, std::mt19937& random) {
  auto& company = town.account(n);
  company.employees = std::int64_t(random() % 4) * 700;
  if (random() % 3 == 0) company.use_cases = {"Migration"};
  if (random() % 8 == 0) town.contact(n).opted_out = true;
  if (random() % 8 == 0) company.renewal_on = town.today.plus_days(5);
  if (random() % 8 == 0) company.public_reference_ban = true;
  if (random() % 8 == 0) company.parent = "acc_0";
  const auto id = Town::nth("adv_", n);
  if (random() % 8 == 0) town.fold(town.advocates, advocates::Rested{id, town.today.plus_days(9), {}});
  if (random() % 8 == 0) town.fold(town.advocates, advocates::BlackedOut{id, town.today, town.today.plus_days(3)});
  if (random() % 8 == 0) town.fold(town.advocates, advocates::ProfileConfirmed{id, town.today.plus_days(-200)});
  if (random() % 4 == 0) {
    advocates::ProfileRevised revised;
    revised.advocate = id;
    revised.industries = {{"Retail", "Healthcare"}};
    revised.languages = {{"en"}};
    revised.topics = {{"Migration", "Security"}};
    town.fold(town.advocates, revised);
  }
}

// A random town: every facet, size, stage, load, permission and gate varies.
Town random_town(std::mt19937& random, int people) {
  static const std::vector<std::string> industries{"Utilities", "Banking", "Healthcare", "Healthcare IT", "Retail"},
      regions{"Benelux", "Nordics", "DACH"}, products{"Meter Cloud", "Billing", "Grid"};
  const auto pick = [&](const auto& from) { return from[random() % from.size()]; };
  Town town;
  for (int n = 0; n < people; ++n) {
    town.settle(n, pick(industries), pick(regions), pick(products));
    change_people(town, n, random);
    change_load(town, n, random);
    change_permission(town, n, random() % 8);
  }
  return town;
}

Need random_need(const Town& town, std::mt19937& random) {
  auto need = town.need();
  if (random() % 2) need.industry = "Healthcare";
  if (random() % 3 == 0) need.industry.clear();
  if (random() % 3 == 0) need.region.clear();
  if (random() % 3 == 0) need.product.clear();
  if (random() % 3 == 0) need.size = 0;
  if (random() % 3 == 0) need.topic = "Migration";
  if (random() % 3 == 0) need.language = "en";
  if (random() % 3 == 0) need.channel = Channel::web;
  if (random() % 3 == 0) need.prospect_account = "acc_0";
  if (random() % 3 == 0) need.request = "req_1";
  if (random() % 4 == 0) need.on = town.today.plus_days(int(random() % 300) - 150);
  return need;
}

TEST(Matching, TheIndexProposesExactlyWhomLookingAtEverybodyProposes) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const auto town = random_town(random, 400);
  for (int round = 0; round < 60; ++round) {
    const auto need = random_need(town, random);
    const auto fast = town.best(need, 12);
    const auto plain = candidates_of_all(town.directory, town.policies, town.authorizations, town.advocates, need, 12);
    ASSERT_EQ(fast.size(), plain.size());
    for (std::size_t i = 0; i < fast.size(); ++i) {
      ASSERT_EQ(fast[i].contact, plain[i].contact) << "place " << i;
      ASSERT_EQ(fast[i].score, plain[i].score);
    }
  }
}

TEST(Matching, NobodyWhoFailsAGateIsEverProposed) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 10; ++round) {
    const auto town = random_town(random, 80);
    const auto need = random_need(town, random);
    for (const auto& proposed : town.best(need, 200))
      EXPECT_TRUE(town.why(need, proposed.contact).blockers.empty()) << proposed.name;
  }
}

}  // namespace
}  // namespace vs::matching
