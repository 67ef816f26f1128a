// The case engine on the reference approval procedure as delivered.
#include "features/procedures/procedures.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "features/procedures/delivered.h"
#include "features/procedures/procedures_views.h"
#include "features/procedures/watch.h"

namespace vs::procedures {
namespace {

std::string delivered_text() {
  return std::string(delivered().front());
}

Instant at(const char* text) {
  return *Instant::vj_parse(text);
}

json::Object facts(json::Array channels = {"webinar"}, json::Array touches = {}) {
  return {{"requester", "per_rita"},   {"account_owner", "per_olaf"},     {"contact", "con_carla"},
          {"title", "Reference call"}, {"prospect_name", "Northwind"},    {"amount", 120000},
          {"currency", "EUR"},         {"channels", std::move(channels)}, {"touches", std::move(touches)}};
}

// A workspace of a few people, on a Monday morning.
class Cases : public testing::Test {
 protected:
  void SetUp() override {
    for (const auto* who : {"per_rita", "per_lea", "per_pia", "per_chris", "per_olaf", "per_anna", "per_dora"})
      apply({people::Joined{who, Personal::of(who, std::string("Name of ") + who), {}, {}}}, as("per_anna", {}));
    apply(adopt_default(state(), delivered_text(), as("per_anna", {"program_owner"})), as("per_anna", {}));
  }

  const State& state() { return world.get<State>(); }
  const people::State& staff() { return world.get<people::State>(); }
  const Case& the_case() { return *find(state(), "req_1"); }

  Context as(const std::string& person, std::set<std::string> roles) {
    const auto kind = person.starts_with("con_") ? ActorKind::contact : ActorKind::person;
    return {{kind, person, ""}, std::move(roles), now};
  }
  void apply(const Events& events, const Context& ctx) {
    for (const auto& e : events) e.apply(world, {++sequence, ctx.now, ctx.actor, "", 0});
  }
  void open(const json::Object& with = facts()) {
    const auto ctx = as("per_rita", {"requester"});
    auto events = procedures::open(state(), "req_1", "REQ-1", "reference-approval", with, ctx);
    ASSERT_TRUE(events);
    apply(*events, ctx);
  }
  std::string decide(const std::string& person, std::set<std::string> roles, const std::string& step,
                     const std::string& outcome, const std::string& instance = {}, StepInput input = {}) {
    const auto ctx = as(person, std::move(roles));
    if (auto may = may_decide(state(), staff(), "req_1", step, instance, ctx); !may)
      return may.error().reasons.front().code;
    if (input.reason.text.empty()) input.reason.text = "Looked at it.";
    auto events = decide_step(state(), "req_1", step, instance, outcome, input, ctx);
    if (!events) return events.error().reasons.front().code;
    apply(*events, ctx);
    return "";
  }
  void go_to_reviews() {
    EXPECT_EQ(decide("per_rita", {"requester"}, "log", "logged"), "");
    EXPECT_EQ(decide("per_chris", {"intake_coordinator"}, "completeness", "complete"), "");
    EXPECT_EQ(decide("per_anna", {"program_owner"}, "eligibility", "clear"), "");
  }
  std::vector<std::string> open_steps() {
    std::vector<std::string> all;
    for (const auto& o : the_case().open) all.push_back(o.instance.empty() ? o.step : o.step + "." + o.instance);
    std::ranges::sort(all);
    return all;
  }

  World world;
  Instant now = at("2026-11-23T09:00:00Z");
  std::uint64_t sequence = 0;
};

using Steps = std::vector<std::string>;

// MISSION: SOP-01
TEST_F(Cases, TheDeliveredProcedureIsFit) {
  const auto sop = parse_sop(delivered_text());
  ASSERT_TRUE(sop) << sop.error().reasons.front().field << sop.error().reasons.front().message;
  for (const auto& f : check(*sop)) ADD_FAILURE() << f.step << ": " << f.code << " " << f.message;
  for (const auto* id : {"log", "completeness", "returned", "eligibility", "reviews", "match", "consult", "confirm",
                         "final", "disclose", "activity", "debrief", "close", "escalate"})
    EXPECT_TRUE(sop->step(id)) << id;
}

// MISSION: SOP-01 REQ-10
TEST_F(Cases, TheWholeWayFromIntakeToArchive) {
  open();
  go_to_reviews();
  EXPECT_EQ(decide("per_lea", {"legal_reviewer"}, "legal", "clear"), "");
  EXPECT_EQ(decide("per_pia", {"privacy_reviewer"}, "privacy", "clear"), "");
  EXPECT_EQ(decide("per_chris", {"channel_owner"}, "channel", "clear"), "");
  EXPECT_EQ(decide("per_anna", {"program_owner"}, "match", "chosen"), "");
  EXPECT_EQ(decide("per_olaf", {"account_owner"}, "consult", "agrees"), "");
  EXPECT_EQ(decide("con_carla", {}, "confirm", "yes"), "");
  EXPECT_EQ(decide("per_anna", {"program_owner"}, "final", "approved"), "");
  EXPECT_EQ(decide("per_anna", {"program_owner"}, "disclose", "disclosed"), "");
  EXPECT_EQ(decide("per_rita", {"requester"}, "activity", "held"), "");
  EXPECT_EQ(decide("per_rita", {"requester"}, "debrief", "debriefed"), "");
  EXPECT_EQ(decide("per_anna", {"program_owner"}, "close", "fulfilled"), "");
  EXPECT_EQ(the_case().status, CaseStatus::ended);
  EXPECT_EQ(the_case().end_outcome, "fulfilled");
  EXPECT_TRUE(the_case().open.empty());
}

// MISSION: REQ-07 REQ-08
TEST_F(Cases, ReviewsRunSideBySideOnePerChannel) {
  open(facts({"webinar", "analyst"}));
  go_to_reviews();
  EXPECT_EQ(open_steps(), (Steps{"channel.analyst", "channel.webinar", "legal", "privacy"}));
  EXPECT_EQ(decide("per_chris", {"channel_owner"}, "channel", "clear", "webinar"), "");
  EXPECT_EQ(decide("per_lea", {"legal_reviewer"}, "legal", "clear"), "");
  EXPECT_EQ(decide("per_pia", {"privacy_reviewer"}, "privacy", "clear"), "");
  EXPECT_EQ(open_steps(), (Steps{"channel.analyst"}));
  EXPECT_EQ(decide("per_chris", {"channel_owner"}, "channel", "clear"), "");
  EXPECT_EQ(open_steps(), (Steps{"match"}));
}

// MISSION: REQ-06
TEST_F(Cases, BrandAndComplianceJoinWhenTouched) {
  open(facts({"webinar"}, {"logo", "regulated_claim"}));
  go_to_reviews();
  EXPECT_EQ(open_steps(), (Steps{"brand", "channel.webinar", "legal", "privacy", "regulated"}));
}

// MISSION: REQ-05 REQ-07
TEST_F(Cases, ABusinessYesNeverOutranksAComplianceNo) {
  open();
  go_to_reviews();
  EXPECT_EQ(decide("per_chris", {"channel_owner"}, "channel", "clear"), "");
  EXPECT_EQ(decide("per_lea", {"legal_reviewer"}, "legal", "not_clear"), "");
  EXPECT_EQ(open_steps(), (Steps{"rejection"}));
  EXPECT_EQ(decide("per_pia", {"privacy_reviewer"}, "privacy", "clear"), "not_open");
  EXPECT_EQ(decide("per_dora", {"decision_maker"}, "rejection", "granted"), "unknown_outcome");
  EXPECT_EQ(decide("per_dora", {"decision_maker"}, "rejection", "rejected"), "");
  EXPECT_EQ(the_case().end_outcome, "rejected");
}

// MISSION: REQ-05
TEST_F(Cases, ConditionsBindAndReviewsNeedReasons) {
  open();
  go_to_reviews();
  EXPECT_EQ(decide("per_lea", {"legal_reviewer"}, "legal", "clear_with_conditions"), "conditions_required");
  StepInput bound{{"Fine, but"}, {{"No revenue figures"}}, {}, {}};
  EXPECT_EQ(decide("per_lea", {"legal_reviewer"}, "legal", "clear_with_conditions", "", bound), "");
  ASSERT_EQ(conditions(the_case()).size(), 1u);
  EXPECT_EQ(conditions(the_case()).front().words(), "No revenue figures");
  const auto silent = decide_step(state(), "req_1", "privacy", "", "clear", {}, as("per_pia", {}));
  ASSERT_FALSE(silent);
  EXPECT_EQ(silent.error().reasons.front().code, "reason_required");
}

// MISSION: REQ-05 REQ-08
TEST_F(Cases, AskingForInformationGoesAsideAndComesBack) {
  open();
  go_to_reviews();
  EXPECT_EQ(decide("per_lea", {"legal_reviewer"}, "legal", "need_information"), "");
  EXPECT_EQ(open_steps(), (Steps{"channel.webinar", "information.legal", "privacy"}));
  EXPECT_EQ(sla_of(state(), *open_step(the_case(), "information"), now).state, "paused");
  EXPECT_EQ(decide("per_pia", {"privacy_reviewer"}, "privacy", "clear"), "");
  EXPECT_EQ(decide("per_chris", {"channel_owner"}, "channel", "clear"), "");
  EXPECT_EQ(open_steps(), (Steps{"information.legal"}));
  EXPECT_EQ(decide("per_rita", {"requester"}, "information", "answered"), "");
  EXPECT_EQ(open_steps(), (Steps{"legal"}));
  EXPECT_EQ(clearances(the_case()).size(), 3u);  // the request for information no longer counts
  EXPECT_EQ(decide("per_lea", {"legal_reviewer"}, "legal", "clear"), "");
  EXPECT_EQ(open_steps(), (Steps{"match"}));
}

// MISSION: REQ-11
TEST_F(Cases, EscalationsKeepTheirPlace) {
  open();
  EXPECT_EQ(decide("per_rita", {"requester"}, "log", "logged"), "");
  EXPECT_EQ(decide("per_chris", {"intake_coordinator"}, "completeness", "complete"), "");
  EXPECT_EQ(decide("per_anna", {"program_owner"}, "eligibility", "unclear"), "");
  EXPECT_EQ(open_steps(), (Steps{"escalate.eligibility"}));
  EXPECT_EQ(decide("per_dora", {"decision_maker"}, "escalate", "deferred"), "until_required");
  StepInput later{{"After the quarter"}, {}, {}, now.date().plus_days(7)};
  EXPECT_EQ(decide("per_dora", {"decision_maker"}, "escalate", "deferred", "", later), "");
  EXPECT_EQ(open_steps(), (Steps{"eligibility"}));
  EXPECT_EQ(sla_of(state(), the_case(), now).state, "paused");
  EXPECT_TRUE(watch(state(), as("per_anna", {})).empty());
  now = now.plus_days(7);
  const Context clock{{ActorKind::watcher, "cases", ""}, {}, now};
  apply(watch(state(), clock), clock);
  EXPECT_FALSE(the_case().deferred_until);
  EXPECT_EQ(the_case().open.front().due, policies::after_working(state().timing.calendar, now, 16 * 60));
}

// MISSION: REQ-12
TEST_F(Cases, TheSecondDecisionIsRefusedAndShownTheFirst) {
  open();
  go_to_reviews();
  const auto second = decide_step(state(), "req_1", "legal", "", "not_clear", {{"No"}, {}, {}, {}}, as("per_dora", {}));
  ASSERT_TRUE(second);  // both read the same state; only one of them is stored
  EXPECT_EQ(decide("per_lea", {"legal_reviewer"}, "legal", "clear"), "");
  const auto late = decide_step(state(), "req_1", "legal", "", "not_clear", {{"No"}, {}, {}, {}}, as("per_dora", {}));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, RefusalKind::conflict);
  EXPECT_EQ(late.error().reasons.front().code, "already_decided");
  const auto may = may_decide(state(), staff(), "req_1", "legal", "", as("per_dora", {"legal_reviewer"}));
  ASSERT_FALSE(may);
  EXPECT_NE(may.error().reasons.front().message.find("'clear' by Name of per_lea"), std::string::npos);
}

// MISSION: SOP-03 REQ-05
TEST_F(Cases, NobodyClearsTheirOwnRequest) {
  open();
  go_to_reviews();
  EXPECT_EQ(decide("per_rita", {"legal_reviewer"}, "legal", "clear"), "own_request");
  EXPECT_EQ(decide("per_anna", {"program_owner"}, "legal", "clear"), "not_your_step");
  EXPECT_EQ(decide("con_carla", {"legal_reviewer"}, "legal", "clear"), "not_your_step");
}

// MISSION: REQ-08
TEST_F(Cases, AbsentOwnersDelegate) {
  open();
  go_to_reviews();
  auto ctx = as("per_lea", {"legal_reviewer"});
  ctx.target = "tsk_req_1~legal~";
  auto decision = delegate(state(), staff(), {"per_rita", {}, {"Away"}}, ctx);
  ASSERT_FALSE(decision);
  EXPECT_EQ(decision.error().reasons.front().code, "own_request");
  decision = delegate(state(), staff(), {"per_dora", now.date().plus_days(3), {"Away"}}, ctx);
  ASSERT_TRUE(decision);
  apply(decision->events, ctx);
  EXPECT_EQ(delegate(state(), staff(), {"per_dora", now.date().plus_days(3), {"Away"}}, ctx)->events.size(), 0u);
  EXPECT_EQ(decide("per_dora", {}, "legal", "clear"), "");
}

// MISSION: REQ-08
TEST_F(Cases, RemindersAndOverdueStepsAreReportedOnce) {
  open();
  go_to_reviews();
  now = at("2026-11-24T13:00:00Z");  // twelve working hours later
  const Context clock{{ActorKind::watcher, "cases", ""}, {}, now};
  auto events = watch(state(), clock);
  EXPECT_EQ(events.size(), 3u);
  apply(events, clock);
  EXPECT_TRUE(watch(state(), clock).empty());
  const Context late{{ActorKind::watcher, "cases", ""}, {}, at("2026-11-26T09:30:00Z")};
  events = watch(state(), late);
  ASSERT_EQ(events.size(), 3u);
  EXPECT_EQ(events.front().as<Overdue>()->escalate, "legal");
  apply(events, late);
  EXPECT_TRUE(watch(state(), late).empty());
}

// MISSION: REQ-08
TEST_F(Cases, TheInboxShowsWhatIsMine) {
  open();
  go_to_reviews();
  Ask ask{{ActorKind::person, "per_lea", ""}, {"legal_reviewer"}, now, "", {}, 0};
  const auto mine = tasks(state(), staff(), ask);
  ASSERT_EQ(mine.size(), 1u);
  EXPECT_EQ(mine.front().step, "legal");
  EXPECT_EQ(mine.front().prospect_name, "Northwind");
  EXPECT_EQ(mine.front().requester_name, "Name of per_rita");
  EXPECT_EQ(mine.front().actions.front().name, "clear");
  ask.params["view"] = "all";
  EXPECT_EQ(tasks(state(), staff(), ask).size(), 1u);
  ask.roles = {"auditor"};
  EXPECT_EQ(tasks(state(), staff(), ask).size(), 3u);
  ask.params["view"] = "late";
  EXPECT_EQ(tasks(state(), staff(), ask).size(), 0u);
}

// MISSION: REQ-18
TEST_F(Cases, NotesForARoleStayWithTheRole) {
  open();
  const auto ctx = as("per_lea", {"legal_reviewer"});
  auto events = comment(state(), staff(), "req_1", {{"Watch the contract"}, "legal_reviewer", {"per_dora"}, {}}, ctx);
  ASSERT_TRUE(events);
  apply(*events, ctx);
  EXPECT_EQ(conversation(the_case(), {"requester"}, "per_rita").size(), 0u);
  EXPECT_EQ(conversation(the_case(), {"legal_reviewer"}, "per_x").size(), 1u);
  EXPECT_EQ(conversation(the_case(), {}, "per_dora").size(), 1u);
  EXPECT_EQ(open_steps(), (Steps{"log"}));
  EXPECT_FALSE(comment(state(), staff(), "req_1", {{""}, "captain", {"per_nobody"}, {}}, ctx));
}

// MISSION: REQ-15 REQ-12
TEST_F(Cases, StoppedCasesCanBeOpenedAgain) {
  open();
  go_to_reviews();
  const auto ctx = as("per_anna", {"program_owner"});
  apply(stop(state(), "req_1", "cancelled", "Deal lost", ctx), ctx);
  EXPECT_EQ(the_case().status, CaseStatus::stopped);
  EXPECT_TRUE(stop(state(), "req_1", "cancelled", "Deal lost", ctx).empty());
  EXPECT_EQ(decide("per_lea", {"legal_reviewer"}, "legal", "clear"), "not_open");
  apply(*reopen_at(state(), "req_1", "eligibility", "Deal is back", ctx), ctx);
  EXPECT_EQ(open_steps(), (Steps{"eligibility"}));
  EXPECT_EQ(decide("per_anna", {"program_owner"}, "eligibility", "clear"), "");
  EXPECT_EQ(open_steps(), (Steps{"channel.webinar", "legal", "privacy"}));
}

// MISSION: SOP-01
TEST_F(Cases, TheStepsPolicyBringsProceduresAndTimeLimits) {
  auto steps = static_cast<const policies::Steps&>(policies::defaults());
  steps.step_hours["legal"] = 8;
  const auto ctx = as("per_anna", {"administrator"});
  EXPECT_EQ(follow_policies(State{}, {"steps", steps, {}}, {}, ctx).back().type(), "procedure.adopted");
  apply(follow_policies(state(), {"steps", steps, {}}, {}, ctx), ctx);
  EXPECT_TRUE(follow_policies(state(), {"steps", steps, {}}, {}, ctx).empty());
  open();
  go_to_reviews();
  EXPECT_EQ(open_step(the_case(), "legal")->due, at("2026-11-23T17:00:00Z"));
}

// MISSION: SOP-01
TEST_F(Cases, RunningCasesKeepTheirRevision) {
  open();
  const auto ctx = as("per_anna", {"program_owner"});
  EXPECT_TRUE(adopt_default(state(), delivered_text(), ctx).empty());
  auto decision = adopt(state(), {{delivered_text() + "\n# next year\n"}, {"New year"}}, ctx);
  ASSERT_TRUE(decision);
  apply(decision->events, ctx);
  EXPECT_EQ(sop(state(), "reference-approval")->revision, 2u);
  EXPECT_EQ(the_case().revision, 1u);
}

}  // namespace
}  // namespace vs::procedures
