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
