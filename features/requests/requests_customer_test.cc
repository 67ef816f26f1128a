// The customer answers for themselves: confirms, proposes another time, declines, names a colleague; and what the
// program does around it by letters, invitations and debriefs.
#include <algorithm>

#include "features/requests/walk.h"

namespace vs::requests {
namespace {

const std::string two_slots = R"("slots":["2026-12-08T09:00:00Z","2026-12-09T14:00:00Z"],"minutes":45)";

class Customer : public Walk {
 protected:
  /// Asked by letter, with two times to choose from.
  std::string asked_with_slots(const std::string& fallbacks = "") {
    const auto id = reviewed();
    must("program_owner", "requests.choose", id,
         R"({"candidates":[")" + first + R"(")" + fallbacks + R"(],"reason":"Closest",)" + two_slots +
             R"(,"message":"Your rollout is what they want to hear about"})");
    must("account_owner", "requests.agree", id, "{}");
    return id;
  }
  std::string agreed() {
    const auto id = asked_with_slots(with_ben());
    must(first, "requests.answer", id, R"({"answer":"yes","slot":"2026-12-08T09:00:00Z"})");
    must("program_owner", "requests.approve", id, "{}");
    must("program_owner", "requests.disclose", id, "{}");
    return id;
  }
  std::string held() {
    const auto id = agreed();
    now = *Instant::vj_parse("2026-12-08T12:00:00Z");
    must("requester", "requests.record_activity", id, R"({"outcome":"held","minutes":40})");
    return id;
  }
  const activities::Activity& activity(const std::string& id) {
    return *activities::of_request(world.get<activities::State>(), id);
  }
  /// Letters of this kind to this recipient, oldest first.
  std::vector<const mail::Letter*> letters(const std::string& kind, const std::string& to) {
    std::vector<const mail::Letter*> out;
    for (const auto& [id, letter] : world.get<mail::State>().letters)
      if (letter.kind == kind && letter.recipient() == to) out.push_back(&letter);
    std::ranges::sort(out, {}, &mail::Letter::version);
    return out;
  }
  json::Object question(const std::string& id, const std::string& who) {
    return json::parse(see(who, "requests.confirmation", id).value()).value().as_object();
  }
  bool happened(const Told& told, const std::string& event) { return std::ranges::count(told.events, event) > 0; }
};

// MISSION: REQ-09
TEST_F(Customer, IsAskedByLetterOnlyAfterTheOwnerAgreed) {
  const auto id = reviewed();
  must("program_owner", "requests.choose", id,
       R"({"candidates":[")" + first + R"("],"reason":"Closest",)" + two_slots + "}");
  EXPECT_TRUE(letters("request.confirm", first).empty());
  EXPECT_FALSE(see(first, "requests.confirmation", id));
  must("account_owner", "requests.agree", id, "{}");
  ASSERT_EQ(letters("request.confirm", first).size(), 1u);
  EXPECT_EQ(letters("request.confirm", first).front()->purpose, mail::Purpose::confirm);
  const auto asked = question(id, first);
  EXPECT_EQ(asked.at("standing"), "open");
  EXPECT_EQ(asked.at("slots").as_array().size(), 2u);
  EXPECT_EQ(asked.at("minutes"), 45);
  EXPECT_EQ(asked.at("industry"), "Software");
  EXPECT_EQ(asked.at("prospect_name"), "") << "the prospect is named only when it may be";
}

// MISSION: REQ-09
TEST_F(Customer, NobodyElseAnswersOrSeesTheQuestion) {
  const auto id = asked_with_slots(with_ben());
  EXPECT_EQ(tell(second, "requests.answer", id, R"({"answer":"yes"})").codes, Codes{"not_found"});
  EXPECT_EQ(tell("program_owner", "requests.answer", id, R"({"answer":"yes"})").codes, Codes{"not_found"});
  EXPECT_FALSE(see(second, "requests.confirmation", id));
}

// MISSION: REQ-09
TEST_F(Customer, SaysYesToOneOfTheTimesAndTheConversationIsSetForIt) {
  const auto id = asked_with_slots();
  EXPECT_EQ(tell(first, "requests.answer", id, R"({"answer":"yes"})").codes, Codes{"slot_missing"});
  EXPECT_EQ(tell(first, "requests.answer", id, R"({"answer":"yes","slot":"2026-12-10T09:00:00Z"})").codes,
            Codes{"slot_unknown"});
  const std::string yes = R"({"answer":"yes","slot":"2026-12-08T09:00:00Z"})";
  EXPECT_TRUE(happened(tell(first, "requests.answer", id, yes), "request.customer_confirmed"));
  EXPECT_TRUE(tell(first, "requests.answer", id, yes).events.empty()) << "pressing twice is one deed";
  EXPECT_EQ(tell(first, "requests.answer", id, R"({"answer":"no"})").codes, Codes{"already_answered"});
  EXPECT_EQ(question(id, first).at("reply"), "yes");
  must("program_owner", "requests.approve", id, "{}");
  must("program_owner", "requests.disclose", id, "{}");
  EXPECT_EQ(activity(id).scheduled_for, *Instant::vj_parse("2026-12-08T09:00:00Z"));
  EXPECT_EQ(activity(id).minutes, 45);
}

// MISSION: REQ-09
TEST_F(Customer, ProposesOtherTimesAndTheRequesterChooses) {
  const auto id = asked_with_slots();
  EXPECT_EQ(tell(first, "requests.answer", id, R"({"answer":"another_time"})").codes, Codes{"times_missing"});
  must(first, "requests.answer", id,
       R"({"answer":"another_time","slots":["2026-12-10T09:00:00Z","2026-12-11T09:00:00Z"]})");
  must("program_owner", "requests.approve", id, "{}");
  must("program_owner", "requests.disclose", id, "{}");
  EXPECT_FALSE(activity(id).scheduled_for);
  EXPECT_EQ(activity(id).other_times.size(), 2u);
  EXPECT_TRUE(letters("activity.invite", first).empty());
  must("requester", "activities.schedule", activity(id).id, R"({"at":"2026-12-10T09:00:00Z"})");
  EXPECT_EQ(letters("activity.invite", first).size(), 1u);
}

// MISSION: REQ-09
TEST_F(Customer, NamesAColleagueWhomNobodyWritesToBeforeSomebodyLooked) {
  const auto id = asked_with_slots(with_ben());
  EXPECT_EQ(tell(first, "requests.answer", id, R"({"answer":"colleague"})").codes, Codes{"colleague_missing"});
  const auto contacts = world.get<directory::State>().contacts.size();
  must(first, "requests.answer", id,
       R"({"answer":"colleague","colleague":{"name":"Carla Cole","email":"carla@example.test"}})");
  EXPECT_EQ(world.get<directory::State>().contacts.size(), contacts);
  EXPECT_EQ(request(id).current, second);
  EXPECT_EQ(item(id).at("choices").at(0).at("colleague_name"), "Carla Cole");
  const auto told = letters("staff.notice", "per_program_owner");
  ASSERT_FALSE(told.empty());
  EXPECT_NE(told.back()->text.words().find("Carla Cole"), std::string::npos);
}

// MISSION: REQ-09
TEST_F(Customer, IsRemindedOnceAndThenTheNextIsAsked) {
  const auto id = asked_with_slots(with_ben());
  now = now.plus_days(3);
  tick();
  tick();
  EXPECT_EQ(letters("request.confirm_remind", first).size(), 1u);
  now = now.plus_days(7);
  tick();
  EXPECT_EQ(request(id).current, second);
  EXPECT_EQ(question(id, first).at("standing"), "over");
  EXPECT_EQ(tell(first, "requests.answer", id, R"({"answer":"no"})").codes, Codes{"question_over"});
}

// MISSION: REQ-09
TEST_F(Customer, WhoMerelyAsksForReferencesLearnsTheNameOnceTheCustomerAgreed) {
  const auto id = asked_with_slots(with_ben());
  EXPECT_EQ(item(id, "requester").at("choices").at(0).at("name"), "");
  EXPECT_EQ(see("requester", "requests.item", id).value().find("Ada"), std::string::npos);
  const auto seen = see("requester", "requests.matches", id).value();
  EXPECT_EQ(seen.find("Ben"), std::string::npos);
  EXPECT_EQ(item(id).at("choices").at(0).at("name"), "Ada");
  must(first, "requests.answer", id, R"({"answer":"yes","slot":"2026-12-08T09:00:00Z"})");
  EXPECT_EQ(item(id, "requester").at("choices").at(0).at("name"), "Ada");
  EXPECT_EQ(item(id, "requester").at("choices").at(1).at("name"), "");
}

// MISSION: ACT-01
TEST_F(Customer, BothSidesAreInvitedToldOfChangesAndRemindedTheDayBefore) {
  const auto id = agreed();
  const auto act = activity(id).id;
  ASSERT_EQ(letters("activity.invite", first).size(), 1u);
  const auto invited = letters("activity.invite", first).front()->calendar->words();
  EXPECT_NE(invited.find("METHOD:REQUEST"), std::string::npos);
  EXPECT_NE(invited.find("UID:" + act), std::string::npos);
  EXPECT_NE(invited.find("SEQUENCE:0"), std::string::npos);
  ASSERT_FALSE(letters("staff.notice", "per_requester").empty());
  EXPECT_TRUE(letters("staff.notice", "per_requester").back()->calendar);

  must("requester", "activities.schedule", act, R"({"at":"2026-12-10T15:00:00Z","where":"https://meet.example/1"})");
  EXPECT_NE(letters("activity.change", first).back()->calendar->words().find("SEQUENCE:1"), std::string::npos);
  now = *Instant::vj_parse("2026-12-09T16:00:00Z");
  tick();
  tick();
  EXPECT_EQ(letters("activity.remind", first).size(), 1u);
}

// MISSION: ACT-01
TEST_F(Customer, MovesOrCallsOffTheConversation) {
  const auto id = agreed();
  const auto act = activity(id).id;
  EXPECT_EQ(tell(second, "activities.reschedule", act, R"({"slots":["2026-12-15T09:00:00Z"]})").codes,
            Codes{"not_found"});
  EXPECT_EQ(tell(first, "activities.reschedule", act, R"({"slots":[]})").codes, Codes{"times_missing"});
  must(first, "activities.reschedule", act, R"({"slots":["2026-12-15T09:00:00Z"],"reason":"I am travelling"})");
  EXPECT_EQ(activity(id).scheduled_for, *Instant::vj_parse("2026-12-08T09:00:00Z")) << "until the requester chooses";

  const auto told = tell(first, "activities.cancel", act, R"({"reason":"I cannot after all"})");
  EXPECT_TRUE(happened(told, "request.commitment_missed"));
  EXPECT_TRUE(tell(first, "activities.cancel", act, "{}").events.empty());
  EXPECT_EQ(request(id).current, second);
  const auto gone = letters("activity.cancel", first);
  ASSERT_EQ(gone.size(), 1u);
  EXPECT_NE(gone.front()->calendar->words().find("METHOD:CANCEL"), std::string::npos);
  EXPECT_NE(gone.front()->calendar->words().find("UID:" + act), std::string::npos);
}

TEST_F(Customer, TheProgramCallsOffWithAReasonAndTheRequestGoesToItsEnd) {
  const auto id = agreed();
  const auto act = activity(id).id;
  EXPECT_EQ(tell("requester", "activities.cancel", act, "{}").codes, Codes{"reason_required"});
  must("requester", "activities.cancel", act, R"({"reason":"The prospect decided already"})");
  EXPECT_TRUE(at(id, "close"));
  EXPECT_EQ(letters("activity.cancel", first).size(), 1u);
}

// MISSION: AUT-05, ACT-01
TEST_F(Customer, TakingThePermissionBackCallsOffWhatReliesOnItCourteously) {
  const auto id = agreed();
  const auto aut = world.get<authorizations::State>().by_contact.at(first).front();
  must(first, "authorizations.withdraw", aut, "{}");
  EXPECT_EQ(request(id).current, second);
  const auto gone = letters("activity.cancel", first);
  ASSERT_EQ(gone.size(), 1u);
  EXPECT_NE(gone.front()->calendar->words().find("METHOD:CANCEL"), std::string::npos);
  for (const auto* letter : letters("activity.invite", first)) EXPECT_NE(letter->status, mail::Status::waiting);
  EXPECT_TRUE(escalations::open_for(world.get<escalations::State>(), id));
}

// MISSION: ACT-03
TEST_F(Customer, TellsHowItWentOnce) {
  const auto id = held();
  const auto act = activity(id).id;
  EXPECT_EQ(letters("activity.debrief", first).size(), 1u);
  EXPECT_EQ(tell(first, "activities.debrief_customer", act, R"({"rating":6})").codes, Codes{"bad_rating"});
  must(first, "activities.debrief_customer", act, R"({"rating":5,"said":"Good questions"})");
  EXPECT_EQ(tell(first, "activities.debrief_customer", act, R"({"rating":5})").codes, Codes{"already_debriefed"});
  EXPECT_FALSE(escalations::open_for(world.get<escalations::State>(), id));
  EXPECT_EQ(item(id).at("activity").at("customer_debrief").at("rating"), 5);
}

// MISSION: ACT-03
TEST_F(Customer, AnOwedDebriefIsChasedAndHoldsBackTheNextRequest) {
  const auto id = held();
  const auto before = letters("staff.notice", "per_requester").size();
  now = now.plus_days(2);
  tick();
  tick();
  EXPECT_EQ(letters("staff.notice", "per_requester").size(), before + 1);
  const auto next = R"({"purpose":"Win","use_case":"How they run it in two countries","use_type":"reference_call",
    "channel":"sales","deadline":"2027-03-20","prospect":{"name":"Another Ltd"}})";
  EXPECT_TRUE(tell("requester", "requests.create", "", next).codes.empty());
  now = now.plus_days(14);
  EXPECT_EQ(tell("requester", "requests.create", "", next).codes, Codes{"debrief_owed"});
  world.mut<policies::State>().values.debrief_blocks = policies::DebriefBlocks::off;
  EXPECT_TRUE(tell("requester", "requests.create", "", next).codes.empty());
  world.mut<policies::State>().values.debrief_blocks.reset();
  must("requester", "requests.debrief", id, R"({"rating":4,"said":"It went well"})");
  EXPECT_TRUE(tell("requester", "requests.create", "", next).codes.empty());
}

// MISSION: ACT-04
TEST_F(Customer, ABadWordOrAnIncidentComesBeforeWhomPolicyNames) {
  const auto id = held();
  const auto told =
      tell(first, "activities.debrief_customer", activity(id).id,
           R"({"rating":1,"again":false,"concerns":"Prices were discussed","incident":"I was recorded unasked"})");
  EXPECT_EQ(std::ranges::count(told.events, "escalation.raised"), 2);
  for (const auto* e : escalations::of_case(world.get<escalations::State>(), id))
    must("decision_maker", "escalations.decide", e->id, R"({"decision":"correct","reason":"Apologised"})");
  EXPECT_TRUE(at(id, "debrief")) << "the case goes its own way";
}

}  // namespace
}  // namespace vs::requests
