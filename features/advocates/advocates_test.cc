// MISSION: ADV-05 ADV-07 MAT-09 ACT-06
#include <gtest/gtest.h>

#include <random>

#include "features/advocates/verbs.h"

namespace vs::advocates {
namespace {

class Advocates : public ::testing::Test {
 protected:
  void SetUp() override {
    directory.accounts["acc_1"] = {
        .id = "acc_1", .name = "Waterland Utilities", .industry = "Utilities", .region = "Benelux"};
    auto& person = directory.contacts["con_1"];
    person.id = "con_1";
    person.account = "acc_1";
    person.name = Personal::of("con_1", "Ina Smit");
    person.language = "nl";
  }

  Context context(const std::string& target = "adv_1", const std::string& day = "2026-11-22") const {
    Context ctx;
    ctx.actor = {ActorKind::person, "per_ana", ""};
    ctx.now = *Instant::vj_parse(day + "T09:00:00Z");
    ctx.target = target;
    return ctx;
  }
  template <class E>
  void fold(const E& event) {
    on(state, event, Meta{++sequence, *Instant::vj_parse("2026-11-22T09:00:00Z"), {ActorKind::person, "per_ana", ""}});
  }
  void nominated() {
    fold(Nominated{.advocate = "adv_1",
                   .contact = "con_1",
                   .account = "acc_1",
                   .use_types = {UseType::reference_call},
                   .industries = {"Utilities"},
                   .regions = {"Benelux"},
                   .max_per_quarter = 2,
                   .on = *Date::vj_parse("2026-11-01")});
  }
  const Advocate& advocate() const { return state.advocates.at("adv_1"); }

  State state;
  directory::State directory;
  std::uint64_t sequence = 0;
};

Nominate nomination() {
  return {.contact = "con_1",
          .use_types = {UseType::reference_call, UseType::reference_call},
          .topics = {" Metering ", "Metering", ""},
          .max_per_quarter = 2};
}

TEST_F(Advocates, ProfileIsTidiedAndFilledFromTheDirectory) {
  const auto decision = nominate(state, directory, nomination(), context(""));
  ASSERT_TRUE(decision);
  const auto& e = *decision->events.front().as<Nominated>();
  EXPECT_EQ(e.use_types, std::vector{UseType::reference_call});
  EXPECT_EQ(e.topics, std::vector<std::string>{"Metering"});
  EXPECT_EQ(e.industries, std::vector<std::string>{"Utilities"});
  EXPECT_EQ(e.regions, std::vector<std::string>{"Benelux"});
  EXPECT_EQ(e.languages, std::vector<std::string>{"nl"});
}

TEST_F(Advocates, NominationRefusesEverythingWrongAtOnce) {
  const auto decision = nominate(state, directory, {.contact = "con_9"}, context(""));
  ASSERT_FALSE(decision);
  EXPECT_EQ(decision.error().reasons.size(), 3u);
}

TEST_F(Advocates, OnePersonIsNominatedOnce) {
  nominated();
  const auto decision = nominate(state, directory, nomination(), context(""));
  ASSERT_FALSE(decision);
  EXPECT_EQ(decision.error().reasons.front().code, "already_nominated");
  fold(Retired{"adv_1", {}});
  EXPECT_TRUE(nominate(state, directory, nomination(), context("")));
}

TEST_F(Advocates, TheLifecycleIsWalkedInItsOrderOnly) {
  nominated();
  const auto early = activate(state, {}, context());
  ASSERT_FALSE(early);
  EXPECT_NE(early.error().reasons.front().message.find("is nominated"), std::string::npos);
  EXPECT_NE(early.error().reasons.front().message.find("onboarding, resting or paused"), std::string::npos);
  ASSERT_TRUE(qualify(state, {}, context()));
  fold(Qualified{"adv_1", {}});
  ASSERT_TRUE(invite(state, {}, context()));
  fold(Invited{"adv_1"});
  ASSERT_TRUE(brief(state, {}, context()));
  fold(Briefed{"adv_1", *Date::vj_parse("2026-11-22")});
  EXPECT_EQ(advocate().stage, Stage::onboarding);
  ASSERT_TRUE(activate(state, {}, context()));
  fold(Activated{"adv_1", {}});
  EXPECT_TRUE(state.index.active.contains(advocate().ordinal));
  EXPECT_TRUE(activate(state, {}, context())->events.empty());
  EXPECT_FALSE(qualify(state, {}, context()));
}

TEST_F(Advocates, RestKeepsReasonAndReturnDateAndEndsByItself) {
  nominated();
  fold(Activated{"adv_1", {}});
  const auto vague = rest(state, {*Date::vj_parse("2026-11-01"), {}}, context());
  ASSERT_FALSE(vague);
  EXPECT_EQ(vague.error().reasons.size(), 2u);
  fold(Rested{"adv_1", *Date::vj_parse("2026-12-01"), Personal::of("per_ana", "Busy quarter")});
  EXPECT_FALSE(state.index.active.contains(advocate().ordinal));
  EXPECT_EQ(advocate().history.back().reason.words(), "Busy quarter");
  EXPECT_EQ(advocate().history.back().return_on, Date::vj_parse("2026-12-01"));
  EXPECT_TRUE(return_rested(state, context("", "2026-11-30")).empty());
  ASSERT_EQ(return_rested(state, context("", "2026-12-01")).size(), 1u);
  fold(Returned{"adv_1"});
  EXPECT_TRUE(return_rested(state, context("", "2026-12-01")).empty());
  EXPECT_EQ(advocate().stage, Stage::active);
}

TEST_F(Advocates, SomebodyWhoLeftIsPausedUntilSomebodyLooks) {
  nominated();
  fold(Activated{"adv_1", {}});
  const auto events = follow_departure(state, {"con_1"}, {}, context(""));
  ASSERT_EQ(events.size(), 1u);
  EXPECT_NE(events.front().as<Paused>(), nullptr);
}

TEST_F(Advocates, WhatIsHeldAskedOrScheduledCountsLikeWhatIsDone) {
  nominated();
  const auto today = *Date::vj_parse("2026-11-22");
  ASSERT_EQ(hold(state, "adv_1", UseType::reference_call, "req_1", context()).size(), 1u);
  fold(Held{"adv_1", UseType::reference_call, Channel::sales, "req_1", "aut_1", today});
  EXPECT_TRUE(hold(state, "adv_1", UseType::reference_call, "req_1", context()).empty());
  EXPECT_EQ(load(advocate(), today).quarter, 1);
  EXPECT_EQ(load(advocate(), today.plus_days(100)).quarter, 1) << "a pending ask holds its slot for ever";
  fold(Progressed{"adv_1", "req_1", UseStatus::scheduled});
  EXPECT_EQ(load(advocate(), today).pending, 1);
  EXPECT_TRUE(progress(state, "adv_1", "req_1", UseStatus::asked, context()).empty());
  ASSERT_EQ(count_use(state, "adv_1", "req_1", UseStatus::done, context()).size(), 1u);
  fold(Used{"adv_1", "req_1", UseStatus::done, today});
  EXPECT_EQ(load(advocate(), today).pending, 0);
  EXPECT_EQ(load(advocate(), today).quarter, 1);
  EXPECT_EQ(load(advocate(), today.plus_days(100)).quarter, 0);
  EXPECT_EQ(load(advocate(), today).last_used_on, today);
  EXPECT_TRUE(release(state, "adv_1", "req_1", context()).empty());
}

TEST_F(Advocates, AReleasedSlotIsFreeAgain) {
  nominated();
  const auto today = *Date::vj_parse("2026-11-22");
  fold(Held{"adv_1", UseType::reference_call, {}, "req_1", {}, today});
  ASSERT_EQ(release(state, "adv_1", "req_1", context()).size(), 1u);
  fold(Released{"adv_1", "req_1"});
  EXPECT_EQ(load(advocate(), today).quarter, 0);
  EXPECT_EQ(hold(state, "adv_1", UseType::reference_call, "req_1", context()).size(), 1u);
}

TEST_F(Advocates, TheLedgerNamesDateRequestChannelStatusAndAuthorization) {
  nominated();
  fold(Held{"adv_1", UseType::reference_call, Channel::sales, "req_1", "aut_1", *Date::vj_parse("2026-11-22")});
  const auto lines = usage(state, directory, {});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].name, "Ina Smit");
  EXPECT_EQ(lines[0].account_name, "Waterland Utilities");
  EXPECT_EQ(lines[0].channel, Channel::sales);
  EXPECT_EQ(lines[0].status, UseStatus::held);
  EXPECT_EQ(lines[0].authorization, "aut_1");
}

TEST_F(Advocates, RevisingMovesTheBitmapsAlong) {
  nominated();
  ProfileRevised e{.advocate = "adv_1"};
  e.regions = std::vector<std::string>{"Nordics"};
  fold(e);
  EXPECT_TRUE(Index::find(state.index.regions, "nordics")->contains(0));
  EXPECT_FALSE(Index::find(state.index.regions, "Benelux")->contains(0));
  const State copy = state;
  EXPECT_EQ(copy.by_ordinal[0], &copy.advocates.at("adv_1"));
}

TEST_F(Advocates, QuartersAreCalendarQuarters) {
  EXPECT_EQ(quarter_start(*Date::vj_parse("2026-11-22")).vj_str(), "2026-10-01");
  EXPECT_EQ(quarter_start(*Date::vj_parse("2027-01-01")).vj_str(), "2027-01-01");
}

// The columns that matching reads say the same as the ledger of uses, on whichever day one asks.
TEST_F(Advocates, TheColumnsKeepStepWithTheLedger) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const auto some_day = [&] { return Date::vj_parse("2026-11-22")->plus_days(int(random() % 400) - 300); };
  for (int n = 0; n < 9; ++n)
    fold(Nominated{.advocate = "adv_" + std::to_string(n),
                   .contact = "con_" + std::to_string(n),
                   .account = "acc_" + std::to_string(n % 3),
                   .max_per_quarter = 2,
                   .on = some_day()});
  for (int k = 0; k < 200; ++k) {
    const auto id = "adv_" + std::to_string(random() % 9), request = "req_" + std::to_string(random() % 12);
    const auto kind = random() % 4;
    if (kind <= 1) fold(Held{id, UseType::reference_call, Channel::sales, request, {}, some_day()});
    else if (kind == 2) fold(Used{id, request, random() % 2 ? UseStatus::done : UseStatus::no_show, some_day()});
    else fold(Released{id, request});
    const auto day = some_day(), quarter = quarter_start(day);
    std::map<std::string, int> of_company;
    for (const auto& [_, a] : state.advocates) of_company[a.account] += load(a, day).quarter;
    for (const auto& [_, a] : state.advocates) {
      const auto last = load(a, day).last_used_on.value_or(Date{}.plus_days(Standing::never));
      ASSERT_EQ(quarter_load(state, a.ordinal, quarter), load(a, day).quarter);
      ASSERT_EQ(company_load(state, a.ordinal, quarter), of_company[a.account]);
      ASSERT_EQ(state.index.standings[a.ordinal].last_used, last.day.time_since_epoch().count());
    }
  }
}

}  // namespace
}  // namespace vs::advocates
