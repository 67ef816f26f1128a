// After the customer's yes: final approval, disclosure, ends and new beginnings, the record.
#include <algorithm>

#include "features/requests/walk.h"

namespace vs::requests {
namespace {

// MISSION: REQ-10
TEST_F(Walk, FinalApprovalLooksAtEverythingAgain) {
  const auto id = confirmed();
  const auto account = world.get<directory::State>().contacts.at(first).account;
  must("program_owner", "accounts.report_issue", account, R"({"severity":2,"title":"Outage"})");
  EXPECT_EQ(tell("program_owner", "requests.approve", id, "{}").codes, Codes{"open_severe_issue"});
}

// MISSION: REQ-10
TEST_F(Walk, ContactDetailsNeedARecordedViewAndEnd) {
  const auto id = confirmed();
  EXPECT_EQ(tell("requester", "requests.view_contact", id, "{}").codes, Codes{"not_disclosed"});
  must("program_owner", "requests.approve", id, "{}");
  must("program_owner", "requests.disclose", id, "{}");
  EXPECT_FALSE(item(id, "requester").at("disclosure").as_object().contains("contact"));
  EXPECT_EQ(tell("requester", "requests.view_contact", id, "{}").events, Codes{"request.contact_viewed"});
  EXPECT_EQ(item(id, "requester").at("disclosure").at("contact").at("email"), "Ada@example.test");
  EXPECT_FALSE(item(id, "auditor").at("disclosure").as_object().contains("contact"));
  EXPECT_EQ(see("auditor", "requests.evidence", id).value().find("Ada@example.test"), std::string::npos);
  now = now.plus_days(4);
  EXPECT_FALSE(item(id, "requester").at("disclosure").as_object().contains("contact"));
  EXPECT_EQ(tell("requester", "requests.view_contact", id, "{}").codes, Codes{"disclosure_over"});
  EXPECT_EQ(item(id).at("disclosure").at("views"), 1);
}

// MISSION: REQ-10
TEST_F(Walk, WhenTheTimeIsOverTheContactIsDisclosedAgainThroughTheSameGates) {
  const auto id = disclosed();
  must("requester", "requests.view_contact", id, "{}");
  EXPECT_EQ(tell("program_owner", "requests.disclose_again", id, "{}").codes, Codes{"still_disclosed"});
  now = now.plus_days(4);
  EXPECT_EQ(tell("requester", "requests.disclose_again", id, "{}").codes, Codes{"not_yours"});
  const auto account = world.get<directory::State>().contacts.at(first).account;
  must("program_owner", "accounts.restrict", account, R"({"restriction":"No calls this month"})");
  EXPECT_EQ(tell("program_owner", "requests.disclose_again", id, "{}").codes, Codes{"contract_restriction"});
  world.mut<directory::State>().accounts.at(account).contract_restriction.reset();
  EXPECT_EQ(tell("program_owner", "requests.disclose_again", id, "{}").events,
            Codes{"request.contact_disclosed_again"});
  EXPECT_EQ(tell("requester", "requests.view_contact", id, "{}").events, Codes{"request.contact_viewed"});
  EXPECT_EQ(item(id).at("disclosure").at("views"), 2);
  EXPECT_EQ(item(id).at("disclosure").at("until"), "2026-11-30T10:00:00.000000Z");
}

TEST_F(Walk, NothingIsDisclosedAgainOnceItTookPlace) {
  const auto id = disclosed();
  must("requester", "requests.record_activity", id, R"({"outcome":"held","minutes":30})");
  now = now.plus_days(4);
  EXPECT_EQ(tell("program_owner", "requests.disclose_again", id, "{}").codes, Codes{"not_disclosed"});
}

// MISSION: ACT-02
TEST_F(Walk, ACustomerWhoDoesNotKeepTheDateIsFollowedByTheNextFallback) {
  for (const auto* outcome : {"no_show_customer", "cancelled_by_customer"}) {
    first = advocate("Dora" + std::to_string(sequence));
    second = advocate("Emil" + std::to_string(sequence));
    const auto id = disclosed(with_ben());
    const auto told =
        tell("requester", "requests.record_activity", id, R"({"outcome":")" + std::string(outcome) + R"("})");
    EXPECT_NE(std::ranges::find(told.events, "request.commitment_missed"), told.events.end());
    EXPECT_EQ(request(id).current, second);
    EXPECT_TRUE(at(id, "consult"));
    EXPECT_EQ(item(id).at("choices").at(0).at("status"), "missed");
    EXPECT_EQ(item(id).at("activity").at("outcome"), outcome);
    EXPECT_EQ(tell("requester", "requests.view_contact", id, "{}").codes, Codes{"disclosure_over"});
    const auto& ledger = advocates::of_contact(world.get<advocates::State>(), first)->uses;
    EXPECT_EQ(ledger.front().status == advocates::UseStatus::no_show, outcome == std::string("no_show_customer"));

    must("account_owner", "requests.agree", id, "{}");
    must("account_owner", "requests.confirm", id, R"({"answer":"yes","evidence":{"file":"f","name":"m"}})");
    must("program_owner", "requests.approve", id, "{}");
    must("program_owner", "requests.disclose", id, "{}");
    must("requester", "requests.record_activity", id, R"({"outcome":"held","minutes":30})");
    EXPECT_TRUE(at(id, "debrief"));
  }
}

// MISSION: ACT-02
TEST_F(Walk, WithoutAFallbackOrByPolicyAMissedDateEndsTheRequest) {
  const auto alone = disclosed();
  must("requester", "requests.record_activity", alone, R"({"outcome":"no_show_customer"})");
  EXPECT_TRUE(at(alone, "close"));
  must("program_owner", "requests.close", alone, R"({"decision":"rejected","notes":"Nobody came"})");
  world.mut<policies::State>().values.after_missed = policies::AfterMissed::close;
  first = advocate("Dora");
  const auto id = disclosed(with_ben());
  must("requester", "requests.record_activity", id, R"({"outcome":"no_show_customer"})");
  EXPECT_TRUE(at(id, "close"));
  EXPECT_TRUE(request(id).current.empty());
}

TEST_F(Walk, WhenTheProspectStaysAwayTheCustomerMissedNothing) {
  const auto id = disclosed(with_ben());
  const auto told = tell("requester", "requests.record_activity", id, R"({"outcome":"no_show_prospect"})");
  EXPECT_EQ(std::ranges::find(told.events, "request.commitment_missed"), told.events.end());
  EXPECT_TRUE(at(id, "close"));
}

// MISSION: AUT-05
TEST_F(Walk, WithdrawnInMidCaseStops) {
  const auto& auths = world.get<authorizations::State>();
  for (const bool after_disclosure : {false, true}) {
    const auto who = advocate(after_disclosure ? "Dora" : "Emil");
    first = who;
    const auto id = after_disclosure ? disclosed(with_ben()) : confirmed();
    must("account_owner", "authorizations.withdraw", auths.by_contact.at(who).front(), "{}");
    EXPECT_NE(request(id).current, who);
    EXPECT_FALSE(at(id, "final"));
    EXPECT_FALSE(at(id, "activity"));
    EXPECT_TRUE(at(id, after_disclosure ? "consult" : "escalate"));
    if (after_disclosure) {
      EXPECT_EQ(tell("requester", "requests.view_contact", id, "{}").codes, Codes{"disclosure_over"});
      EXPECT_FALSE(activities::of_request(world.get<activities::State>(), id));
    }
  }
}

// MISSION: REQ-15
TEST_F(Walk, CancelledDeferredAndReopened) {
  const auto id = chosen();
  must("program_owner", "requests.defer", id, R"({"until":"2026-12-01","reason":"After their audit"})");
  EXPECT_EQ(tell("account_owner", "requests.agree", id, "{}").codes, Codes{"deferred"});
  now = now.plus_days(10);
  tick();
  EXPECT_EQ(request(id).status, Status::open);
  must("requester", "requests.cancel", id, R"({"reason":"Deal lost"})");
  EXPECT_EQ(request(id).status, Status::cancelled);
  const auto& ada = *advocates::of_contact(world.get<advocates::State>(), first);
  EXPECT_EQ(ada.uses.front().status, advocates::UseStatus::cancelled);
  EXPECT_TRUE(tell("requester", "requests.cancel", id, R"({"reason":"Again"})").events.empty());
  must("program_owner", "requests.reopen", id, R"({"reason":"They came back"})");
  EXPECT_TRUE(at(id, "eligibility"));
}

// MISSION: REQ-15
TEST_F(Walk, PartlyFulfilledOrTheNextReference) {
  auto body = json::parse(good).value().as_object();
  body["wanted"] = 2;
  std::string text;
  json::put_value(text, body);
  const auto id = reviewed(text);
  for (const auto& who : {first, second}) {
    must("program_owner", "requests.choose", id, R"({"candidates":[")" + who + R"("],"reason":"x"})");
    must("account_owner", "requests.agree", id, "{}");
    must("account_owner", "requests.confirm", id, R"({"answer":"yes","evidence":{"file":"f","name":"m"}})");
    must("program_owner", "requests.approve", id, "{}");
    must("program_owner", "requests.disclose", id, "{}");
    must("requester", "requests.record_activity", id, R"({"outcome":"held","minutes":30})");
    must("requester", "requests.debrief", id, R"({"rating":4,"said":"Good"})");
    if (who == second) break;
    EXPECT_EQ(tell("program_owner", "requests.close", id, R"({"decision":"fulfilled"})").codes, Codes{"not_fulfilled"});
    must("program_owner", "requests.reopen", id, R"({"reason":"The second one"})");
  }
  must("program_owner", "requests.close", id, R"({"decision":"fulfilled"})");
  EXPECT_EQ(request(id).delivered, 2);
}

// MISSION: ACT-04
TEST_F(Walk, ACustomerUsedBeyondWhatTheyAcceptComesBeforeWhomPolicyNames) {
  const auto id = disclosed();
  auto& advocates = world.mut<advocates::State>();
  auto& ada = advocates.advocates.at(advocates.by_contact.at(first));
  ada.max_per_quarter = 1;
  for (int i = 0; i < 3; ++i)
    ada.uses.push_back({UseType::logo, Channel::web, ada.account, "req_old" + std::to_string(i), "", now.date(),
                        advocates::UseStatus::done});
  must("requester", "requests.record_activity", id, R"({"outcome":"held","minutes":30})");
  const auto told = escalations::of_case(world.get<escalations::State>(), id);
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told.front()->rule, "overuse");
  EXPECT_NE(told.front()->facts.words().find("3 times more than they accept"), std::string::npos);
  EXPECT_TRUE(at(id, "debrief")) << "the case goes its way meanwhile";
}

// MISSION: ACT-04
TEST_F(Walk, OveruseIsWhatPolicySaysItIs) {
  const auto once = [&](int beyond) {
    const auto id = disclosed();
    auto& advocates = world.mut<advocates::State>();
    auto& ada = advocates.advocates.at(advocates.by_contact.at(first));
    ada.max_per_quarter = 0;
    ada.uses.resize(1);
    for (int i = 1; i < beyond; ++i)
      ada.uses.push_back({UseType::logo, Channel::web, ada.account, "req_old" + std::to_string(i), "", now.date(),
                          advocates::UseStatus::done});
    must("requester", "requests.record_activity", id, R"({"outcome":"held","minutes":30})");
    return escalations::of_case(world.get<escalations::State>(), id).size();
  };
  EXPECT_EQ(once(2), 0u);
  first = advocate("Dora");
  world.mut<policies::State>().values.overuse_times = 2;
  EXPECT_EQ(once(2), 1u);
  first = advocate("Emil");
  world.mut<policies::State>().values.occurrences = std::map<std::string, std::string>{{"overuse", "nobody"}};
  EXPECT_EQ(once(2), 0u);
}

// MISSION: REQ-18
TEST_F(Walk, CommentsDecideNothingAndPrivateOnesStayWithTheRole) {
  const auto id = ask();
  must("program_owner", "requests.comment", id,
       R"({"text":"Careful","private_to_role":"program_owner","mentions":[],"attachments":[]})");
  must("requester", "requests.comment", id, R"({"text":"Thanks","mentions":[],"attachments":[]})");
  EXPECT_EQ(item(id).at("conversation").as_array().size(), 2u);
  EXPECT_EQ(item(id, "requester").at("conversation").as_array().size(), 1u);
  EXPECT_TRUE(at(id, "eligibility"));
}

TEST_F(Walk, RequestersSeeOwnRequestsOnly) {
  const auto id = must("intake_coordinator", "requests.create", "", good);
  EXPECT_FALSE(see("requester", "requests.item", id));
  EXPECT_EQ(tell("requester", "requests.cancel", id, R"({"reason":"x"})").codes, Codes{"not_found"});
  EXPECT_NE(see("requester", "requests.list", "").value().find("\"total\":0"), std::string::npos);
  EXPECT_NE(see("auditor", "requests.list", "").value().find("\"total\":1"), std::string::npos);
}

// MISSION: REC-01 REQ-13
TEST_F(Walk, TheEvidenceIsOnePageWithEverythingEscaped) {
  const auto id = ask(R"({"purpose":"<script>alert(1)</script>","use_case":"How they run it in two countries",
    "use_type":"reference_call","channel":"sales","deadline":"2026-12-20"})");
  const auto page = see("auditor", "requests.evidence_page", id).value();
  EXPECT_EQ(page.find("<script>"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
  EXPECT_NE(see("auditor", "requests.evidence", id).value().find("vouchsafe.request-evidence/1"), std::string::npos);
}

}  // namespace
}  // namespace vs::requests
