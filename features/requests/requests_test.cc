// The road of a request from intake to the customer's answer, walked by those whose steps they are.
#include <algorithm>

#include "features/requests/walk.h"

namespace vs::requests {
namespace {

// MISSION: REQ-01 REQ-09 REQ-10 REQ-13 ACT-02 ACT-03 ACT-06 AUT-07 REC-01
TEST_F(Walk, FromIntakeToArchive) {
  const auto id = ask();
  EXPECT_EQ(request(id).number, "REQ-1001");
  EXPECT_TRUE(at(id, "eligibility"));
  must("program_owner", "requests.complete", id, "{}");
  must("legal_reviewer", "requests.clear", id,
       R"({"aspect":"legal","outcome":"clear_with_conditions","reason":"Fine","conditions":["No prices"]})");
  must("privacy_reviewer", "requests.clear", id, R"({"aspect":"privacy","outcome":"clear","reason":"Fine"})");
  must("channel_owner", "requests.clear", id, R"({"aspect":"channel","outcome":"clear","reason":"Fine"})");
  EXPECT_TRUE(at(id, "match"));
  const auto found = json::parse(see("program_owner", "requests.matches", id).value()).value();
  EXPECT_EQ(found.at("items").as_array().size(), 2u);
  must("program_owner", "requests.choose", id, R"({"candidates":[")" + first + R"("],"reason":"Best fit"})");
  must("account_owner", "requests.agree", id, "{}");
  must("account_owner", "requests.confirm", id,
       R"({"answer":"yes","slot":"2026-11-25T10:00:00Z","evidence":{"file":"fil_2","name":"mail"}})");
  must("program_owner", "requests.approve", id, "{}");
  must("program_owner", "requests.disclose", id, "{}");
  must("requester", "requests.record_activity", id, R"({"outcome":"held","minutes":30,"notes":"Good"})");
  EXPECT_TRUE(at(id, "debrief"));
  must("requester", "requests.debrief", id, R"({"rating":5,"said":"Convincing","deal_effect":"advanced"})");
  EXPECT_TRUE(at(id, "close"));
  must("program_owner", "requests.close", id, R"({"decision":"fulfilled","notes":"Thanked"})");

  const auto shown = item(id);
  EXPECT_EQ(shown.at("status"), "archived");
  EXPECT_EQ(shown.at("decision"), "fulfilled");
  EXPECT_EQ(shown.at("conditions").as_array().front(), "No prices");
  EXPECT_EQ(shown.at("clearances").as_array().size(), 6u);
  EXPECT_GT(shown.at("trail").as_array().size(), 15u);
  EXPECT_EQ(shown.at("activity").at("authorizations").as_array().size(), 1u);
  const auto& ada = *advocates::of_contact(world.get<advocates::State>(), first);
  ASSERT_EQ(ada.uses.size(), 1u);
  EXPECT_EQ(ada.uses.front().status, advocates::UseStatus::done);
  const auto& auths = world.get<authorizations::State>();
  EXPECT_EQ(auths.authorizations.at(auths.by_contact.at(first).front()).uses.size(), 1u);
  for (const auto* action : {"requests.cancel", "requests.reopen"})
    EXPECT_EQ(tell("program_owner", action, id, R"({"reason":"x"})").codes, Codes{"archived"});
  EXPECT_EQ(tell("requester", "requests.comment", id, R"({"text":"x"})").codes, Codes{"archived"});
}

// MISSION: PRG-01
TEST(Setup, NothingIsLoggedBeforeTheProgramIsSetUp) {
  Road road;
  road.join("requester");
  EXPECT_GE(road.tell("requester", "requests.create", "", good).codes.size(), 3u);
}

// MISSION: REQ-02
TEST_F(Walk, IncompleteIsReturnedFieldByFieldAndCompleted) {
  const auto id = ask(R"({"use_type":"reference_call","deadline":"2026-11-01","use_case":"soon"})");
  EXPECT_TRUE(at(id, "returned"));
  std::set<std::string> fields;
  for (const auto& each : request(id).missing) fields.insert(each.field);
  EXPECT_EQ(fields, (std::set<std::string>{"purpose", "use_case", "channel", "deadline"}));
  must("requester", "requests.resubmit", id, good);
  EXPECT_TRUE(at(id, "eligibility"));
  EXPECT_TRUE(request(id).missing.empty());
  EXPECT_EQ(tell("requester", "requests.create", "", R"({"deal":"dea_9","wanted":99})").codes,
            (Codes{"unknown_deal", "bad_wanted"}));
}

// MISSION: REQ-01 REQ-02
TEST_F(Walk, ADealFillsInTheProspectAndDuplicatesAreShown) {
  const auto account = must("program_owner", "accounts.create", "",
                            R"({"name":"Big Prospect","industry":"Retail","region":"APAC","employees":900})");
  const auto deal = must("program_owner", "deals.create", "",
                         R"({"name":"Big","account":")" + account + R"(","amount":250000,"stage":"Engaging"})");
  const std::string body = R"({"purpose":"Win","use_case":"How they run it in two countries",
    "use_type":"reference_call","channel":"sales","deadline":"2026-12-20","deal":")" +
                           deal + R"("})";
  const auto one = ask(body), two = ask(body);
  const auto shown = item(two);
  EXPECT_EQ(shown.at("prospect").at("industry"), "Retail");
  EXPECT_EQ(shown.at("prospect").at("size"), 900);
  EXPECT_EQ(shown.at("high_value"), true);
  ASSERT_EQ(shown.at("duplicates").as_array().size(), 1u);
  EXPECT_EQ(shown.at("duplicates").as_array().front().at("id").as_string(), one);
}

// MISSION: REQ-11
TEST_F(Walk, NoClearUseCaseTwiceEscalatesAndAGrantGoesOn) {
  const std::string vague = R"({"purpose":"Win","use_case":"soon","use_type":"reference_call","channel":"sales",
    "deadline":"2026-12-20"})";
  const auto id = ask(vague);
  must("requester", "requests.resubmit", id, R"({"use_case":"a call"})");
  EXPECT_TRUE(at(id, "escalate"));
  const auto* open = escalations::open_for(world.get<escalations::State>(), id);
  ASSERT_TRUE(open);
  EXPECT_EQ(open->rule, "no_clear_use_case");
  must("sponsor", "escalations.decide", open->id, R"({"decision":"grant","reason":"I know the deal"})");
  EXPECT_TRUE(at(id, "eligibility"));
}

const std::string late = R"({"purpose":"Win the deal","use_case":"How they run it in two countries at once",
  "use_type":"reference_call","channel":"sales","deadline":"2026-11-24"})";

// MISSION: REQ-03 TRN-03
TEST_F(Walk, AShortLeadTimeIsToldAndCounted) {
  EXPECT_TRUE(item(ask()).at("hints").as_array().empty());
  ask(late);
  const auto id = ask(late);
  EXPECT_TRUE(at(id, "eligibility"));
  const auto hint = item(id).at("hints").at(0);
  EXPECT_EQ(hint.at("code"), "short_lead_time");
  EXPECT_EQ(hint.at("message"), "A reference call needs 2 days between asking and the day; the deadline left 1 day.");
  EXPECT_EQ(hint.at("times"), 2);
  must("program_owner", "requests.complete", id, "{}");
  EXPECT_TRUE(at(id, "legal"));
  now = now.plus_days(1);
  EXPECT_EQ(item(id).at("hints").as_array().size(), 1u);
}

// MISSION: REQ-03
TEST_F(Walk, ByPolicyAShortLeadTimeIsReturned) {
  world.mut<policies::State>().values.short_lead = policies::ShortLead::block;
  const auto id = ask(late);
  EXPECT_TRUE(at(id, "returned"));
  ASSERT_EQ(request(id).missing.size(), 1u);
  EXPECT_EQ(request(id).missing.front().code, "lead_time_short");
  must("requester", "requests.resubmit", id, R"({"deadline":"2026-12-20"})");
  EXPECT_TRUE(at(id, "eligibility"));
  EXPECT_TRUE(item(id).at("hints").as_array().empty());
}

// MISSION: REQ-03 REQ-11
TEST_F(Walk, ByPolicyADecisionMakerLooksAtAShortLeadTime) {
  world.mut<policies::State>().values.short_lead = policies::ShortLead::escalate;
  const auto id = ask(late);
  EXPECT_EQ(tell("program_owner", "requests.clear", id, R"({"aspect":"eligibility","outcome":"clear","reason":"Fine"})")
                .codes,
            Codes{"short_lead_time"});
  must("program_owner", "requests.complete", id, "{}");
  EXPECT_TRUE(at(id, "escalate"));
  const auto* open = escalations::open_for(world.get<escalations::State>(), id);
  ASSERT_TRUE(open);
  EXPECT_EQ(open->rule, "short_lead_time");
  must("sponsor", "escalations.decide", open->id, R"({"decision":"grant","reason":"They know each other"})");
  must("program_owner", "requests.complete", id, "{}");
  EXPECT_TRUE(at(id, "legal"));
}

// MISSION: REQ-05 REQ-07 REQ-08
TEST_F(Walk, LegalNoStaysNoAfterChannelYes) {
  const auto id = ask();
  must("program_owner", "requests.complete", id, "{}");
  must("channel_owner", "requests.clear", id, R"({"aspect":"channel","outcome":"clear","reason":"Fine"})");
  must("legal_reviewer", "requests.clear", id,
       R"({"aspect":"legal","outcome":"not_clear","reason":"The contract forbids it"})");
  EXPECT_EQ(request(id).status, Status::rejected);
  EXPECT_EQ(request(id).reason.words(), "The contract forbids it");
  EXPECT_EQ(
      tell("legal_reviewer", "requests.clear", id, R"({"aspect":"legal","outcome":"clear","reason":"Or not"})").codes,
      Codes{"already_decided"});
  EXPECT_FALSE(
      tell("privacy_reviewer", "requests.clear", id, R"({"aspect":"privacy","outcome":"clear","reason":"Fine"})")
          .codes.empty());
  EXPECT_FALSE(tell("program_owner", "requests.choose", id, R"({"candidates":[")" + first + R"("],"reason":"Anyway"})")
                   .codes.empty());
  const auto* review = escalations::open_for(world.get<escalations::State>(), id);
  ASSERT_TRUE(review);
  EXPECT_EQ(tell("decision_maker", "escalations.decide", review->id, R"({"decision":"grant","reason":"I want it"})")
                .codes.front(),
            "not_overridable");
  must("decision_maker", "escalations.decide", review->id, R"({"decision":"reject","reason":"Right so"})");
  must("program_owner", "requests.close", id, R"({"decision":"rejected"})");
  EXPECT_EQ(request(id).status, Status::archived);
}

// MISSION: REQ-12
TEST_F(Walk, TheSecondDecisionIsRefusedAndShownTheFirst) {
  const auto id = ask();
  must("program_owner", "requests.complete", id, "{}");
  must("legal_reviewer", "requests.clear", id, R"({"aspect":"legal","outcome":"clear","reason":"All signed"})");
  const auto again =
      tell("legal_reviewer", "requests.clear", id, R"({"aspect":"legal","outcome":"not_clear","reason":"No"})");
  EXPECT_EQ(again.codes, Codes{"already_decided"});
  EXPECT_NE(again.reasons.front().message.find("All signed"), std::string::npos);
}

// MISSION: REQ-06
TEST_F(Walk, LogosAndClaimsAreReviewedToo) {
  const auto id = ask(R"({"purpose":"Win","use_case":"How they run it in two countries","use_type":"reference_call",
    "channel":"sales","deadline":"2026-12-20","touches":["logo","regulated_claim"]})");
  must("program_owner", "requests.complete", id, "{}");
  clear_all(id);
  EXPECT_FALSE(at(id, "match"));
  must("brand_manager", "requests.clear", id, R"({"aspect":"brand","outcome":"clear","reason":"Fine"})");
  must("legal_reviewer", "requests.clear", id, R"({"aspect":"regulated","outcome":"clear","reason":"Fine"})");
  EXPECT_TRUE(at(id, "match"));
}

// MISSION: REQ-05
TEST_F(Walk, AReviewerMayNeedInformationFirst) {
  const auto id = ask();
  must("program_owner", "requests.complete", id, "{}");
  must("legal_reviewer", "requests.clear", id,
       R"({"aspect":"legal","outcome":"need_information","reason":"Which country?"})");
  EXPECT_TRUE(at(id, "information"));
  must("requester", "requests.resubmit", id, R"({"reason":"France"})");
  EXPECT_TRUE(at(id, "legal"));
}

// MISSION: REQ-04
TEST_F(Walk, ShutGatesAreRefusedWithAllReasons) {
  must("program_owner", "contacts.opt_out", first, R"({"reason":"Leave me alone"})");
  const auto third = advocate("Cleo", "2026-11-24");
  const auto id = reviewed();
  now = now.plus_days(3);
  const auto told = tell("program_owner", "requests.choose", id,
                         R"({"candidates":[")" + first + R"(",")" + third + R"("],"reason":"Best"})");
  EXPECT_NE(std::ranges::find(told.codes, "opted_out"), told.codes.end());
  EXPECT_NE(std::ranges::find(told.codes, "not_authorized"), told.codes.end());
  const auto why = json::parse(see("program_owner", "requests.matches", id, {{"contact", first}}).value()).value();
  EXPECT_FALSE(why.at("items").at(0).at("blockers").as_array().empty());
}

// MISSION: REQ-04 REQ-11
TEST_F(Walk, AWishedCustomerWithASevereIssueEscalates) {
  const auto account = world.get<directory::State>().contacts.at(first).account;
  must("program_owner", "accounts.report_issue", account, R"({"severity":1,"title":"Outage"})");
  auto body = json::parse(good).value().as_object();
  body["wished_customer"] = first;
  std::string text;
  json::put_value(text, body);
  const auto id = ask(text);
  EXPECT_EQ(tell("program_owner", "requests.clear", id, R"({"aspect":"eligibility","outcome":"clear","reason":"Fine"})")
                .codes,
            Codes{"open_severe_issue"});
  must("program_owner", "requests.complete", id, "{}");
  EXPECT_TRUE(at(id, "escalate"));
  const auto* open = escalations::open_for(world.get<escalations::State>(), id);
  ASSERT_TRUE(open);
  EXPECT_EQ(open->rule, "open_severe_issue");
  must("sponsor", "escalations.decide", open->id,
       R"({"decision":"grant","reason":"It is solved tomorrow","until":"2026-12-24"})");
  must("program_owner", "requests.complete", id, "{}");
  EXPECT_TRUE(at(id, "legal"));
}

// MISSION: REQ-11
TEST_F(Walk, AnOptedOutWishLeadsToAnotherCustomer) {
  must("program_owner", "contacts.opt_out", first, R"({"reason":"Leave me alone"})");
  auto body = json::parse(good).value().as_object();
  body["wished_customer"] = first;
  std::string text;
  json::put_value(text, body);
  const auto id = ask(text);
  must("program_owner", "requests.complete", id, "{}");
  EXPECT_TRUE(at(id, "legal"));
  EXPECT_EQ(request(id).passed_over, Codes{first});
}

TEST_F(Walk, ACompetitorIsNeverChosen) {
  const auto account = world.get<directory::State>().contacts.at(first).account;
  must("program_owner", "accounts.revise", account, R"({"competitors":["Prospect Ltd"]})");
  const auto id = reviewed();
  EXPECT_EQ(tell("program_owner", "requests.choose", id, R"({"candidates":[")" + first + R"("],"reason":"x"})").codes,
            Codes{"excluded"});
}

TEST_F(Walk, AHeldSlotCoolsDownForTheNextRequest) {
  chosen();
  const auto id = reviewed();
  const auto told = tell("program_owner", "requests.choose", id, R"({"candidates":[")" + first + R"("],"reason":"x"})");
  EXPECT_EQ(told.codes, Codes{"cooldown"});
  must("program_owner", "requests.escalate", id, R"({"rule":"cooldown","facts":"The only one in this industry"})");
  EXPECT_TRUE(at(id, "escalate"));
  const auto* open = escalations::open_for(world.get<escalations::State>(), id);
  must("sponsor", "escalations.decide", open->id, R"({"decision":"grant","reason":"Once","until":"2026-12-24"})");
  must("program_owner", "requests.choose", id, R"({"candidates":[")" + first + R"("],"reason":"x"})");
  EXPECT_TRUE(at(id, "consult"));
}

// MISSION: REQ-09
TEST_F(Walk, ANoPassesToTheNextAndNobodyLeftEscalates) {
  const auto id = asked(with_ben());
  EXPECT_EQ(tell("account_owner", "requests.confirm", id, R"({"answer":"yes"})").codes, Codes{"evidence_missing"});
  must("account_owner", "requests.confirm", id, R"({"answer":"no","reason":"Too busy"})");
  EXPECT_EQ(request(id).current, second);
  EXPECT_TRUE(at(id, "consult"));
  const auto& ada = *advocates::of_contact(world.get<advocates::State>(), first);
  EXPECT_EQ(ada.uses.front().status, advocates::UseStatus::cancelled);
  must("account_owner", "requests.agree", id, "{}");
  must("account_owner", "requests.confirm", id, R"({"answer":"not_now"})");
  EXPECT_TRUE(at(id, "escalate"));
  EXPECT_TRUE(escalations::open_for(world.get<escalations::State>(), id));
}

// MISSION: REQ-09
TEST_F(Walk, AnObjectionOrSilencePassesToTheNext) {
  const auto id = chosen(with_ben());
  must("account_owner", "requests.object", id, R"({"reason":"They are in the middle of a renewal"})");
  EXPECT_EQ(request(id).current, second);
  must("account_owner", "requests.agree", id, "{}");
  now = now.plus_days(40);
  tick();
  EXPECT_TRUE(request(id).current.empty());
  EXPECT_TRUE(at(id, "escalate"));
}

}  // namespace
}  // namespace vs::requests
