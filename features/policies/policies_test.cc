// MISSION: PRG-01
// MISSION: PRG-03
#include <gtest/gtest.h>

#include "features/policies/policies.h"
#include "features/policies/section_rules.h"

namespace vs::policies {
namespace {

people::State staffed() {
  people::State state;
  people::Person ana;
  ana.id = "per_ana";
  ana.roles = {"requester", "program_owner", "legal_reviewer", "privacy_reviewer", "channel_owner", "decision_maker"};
  state.people[ana.id] = ana;
  return state;
}

Context context(const std::string& target = {}) {
  return {{ActorKind::person, "per_ana", ""}, {"program_owner"}, {}, {}, target};
}

void take(State& state, const Result<Decision>& decision) {
  ASSERT_TRUE(decision);
  for (const auto& event : decision->events) on(state, *event.as<Adopted>(), Meta{1});
}

TEST(Policies, requests_wait_until_the_checklist_is_done) {
  State state;
  const auto before = ready(state, people::State{});
  ASSERT_FALSE(before);
  EXPECT_EQ(before.error().reasons.size(), 7u);
  take(state, adopt_defaults(state, AdoptDefaults{}, context()));
  EXPECT_TRUE(ready(state, staffed()));
  const auto unstaffed = ready(state, people::State{});
  ASSERT_FALSE(unstaffed);
  EXPECT_EQ(unstaffed.error().reasons.front().code, "setup_roles");
}

TEST(Policies, somebody_who_leaves_opens_the_checklist_again) {
  State state;
  auto people = staffed();
  take(state, adopt_defaults(state, AdoptDefaults{}, context()));
  people.people.at("per_ana").active = false;
  EXPECT_FALSE(ready(state, people));
}

TEST(Policies, every_default_passes_its_own_checks) {
  for (const auto& section : section_names()) {
    const auto values =
        std::visit([](const auto& s) { return *json::parse(json::to_text(s)); }, *section_of(defaults(), section));
    const auto read = read_section(section, values, staffed());
    ASSERT_TRUE(read) << section << ": " << read.error().reasons.front().message;
    EXPECT_EQ(*read, *section_of(defaults(), section));
  }
}

TEST(Policies, a_stored_adoption_reads_back_as_it_was) {
  for (const auto& section : section_names()) {
    const Adopted event{section, *section_of(defaults(), section), {}};
    const auto text = json::to_text(event);
    const auto read = json::from_value<Adopted>(*json::parse(text));
    ASSERT_TRUE(read) << section;
    EXPECT_EQ(json::to_text(*read), text);
  }
}

TEST(Policies, the_exception_that_names_most_wins) {
  Policies p;
  p.rotation["logo"] = {8, 0};
  p.exceptions = {{UseType::logo, {}, {}, {5, 1}}, {UseType::logo, Channel::press, "EMEA", {1, 90}}};
  EXPECT_EQ(limit_for(p, UseType::logo, Channel::web, "EMEA"), (Limit{5, 1}));
  EXPECT_EQ(limit_for(p, UseType::logo, Channel::press, "emea"), (Limit{1, 90}));
  EXPECT_EQ(limit_for(p, UseType::video), Limit{});
}

TEST(Policies, what_was_adopted_before_a_value_existed_still_reads) {
  const auto old = json::parse(
      R"({"type":"matching","weights":{"industry":20},"lead_days":{},"freshness_days":180,"renewal_quiet_days":30})");
  const auto read = json::from_value<Section>(*old);
  ASSERT_TRUE(read);
  Policies p;
  static_cast<Matching&>(p) = std::get<Matching>(*read);
  EXPECT_EQ(effect_of(p, Conflict::renewal_near), Effect::gate);
  EXPECT_TRUE(needs_briefing(p, UseType::logo));
  EXPECT_FALSE(privacy_limited(p, "EMEA", UseType::logo, Channel::web));
}

TEST(Policies, what_nobody_decided_about_asking_and_changes_is_as_it_always_was) {
  const auto& p = in_force(State{});
  EXPECT_EQ(static_cast<const Asking&>(p), Asking{});
  EXPECT_EQ(p.days_between_asks, 30);
  EXPECT_EQ(p.expiring_days, 60);
  EXPECT_EQ(p.takedown_days, 10);
  EXPECT_EQ(p.health_floor, 50);
  EXPECT_EQ(consequence_of(p, Change::severe_issue), Consequence::review);
  EXPECT_EQ(consequence_of(p, Change::churned), Consequence::hold);
  EXPECT_EQ(consequence_of(Policies{}, Change::churned), Consequence::hold);
  EXPECT_EQ(overuse_times(p), 3);
  EXPECT_EQ(comes_before(p, Occurrence::overuse), "cs_leader");
}

TEST(Policies, asking_and_changes_have_bounds_and_tell_all_at_once) {
  const auto values = *json::parse(
      R"({"days_between_asks":0,"days_after_decline":180,"answer_days":91,"remind_days":5,"reminders_max":6,)"
      R"("expiring_days":60,"notice_days":121,"renewal_days":800,"renewal_days_max":730,"takedown_days":0})");
  const auto read = read_section("asking", values, staffed());
  ASSERT_FALSE(read);
  std::set<std::string> fields;
  for (const auto& reason : read.error().reasons) fields.insert(reason.field);
  EXPECT_EQ(fields, (std::set<std::string>{"values.days_between_asks", "values.answer_days", "values.reminders_max",
                                           "values.notice_days", "values.renewal_days", "values.takedown_days"}));
  const auto changes = *json::parse(
      R"({"changes":{"weather":"hold"},"health_floor":101,"renewal_risk_days":90,"renewal_risk_health":70})");
  const auto second = read_section("relationship", changes, staffed());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().reasons.size(), 2u);
}

TEST(Policies, conflicts_barriers_limits_and_zones_are_checked) {
  const auto refused = [](const std::string& section, const std::string& patch) {
    auto values =
        std::visit([](const auto& s) { return *json::parse(json::to_text(s)); }, *section_of(defaults(), section));
    const auto changed = *json::parse(patch);
    for (const auto& [key, value] : changed.as_object()) values.as_object()[key] = value;
    const auto read = read_section(section, values, staffed());
    return read ? std::string{} : read.error().reasons.front().code;
  };
  EXPECT_EQ(refused("matching", R"({"conflicts":{"weather":"gate"}})"), "unknown_code");
  EXPECT_EQ(refused("matching", R"({"conflicts":{"renewal_near":"maybe"}})"), "unknown_value");
  EXPECT_EQ(refused("matching", R"({"barriers":[{"kind":"same_group","account":"acc_1"}]})"), "unknown_value");
  EXPECT_EQ(refused("matching", R"({"barriers":[{"kind":"bad_history","account":""}]})"), "required");
  EXPECT_EQ(refused("matching", R"({"barriers":[{"kind":"quiet_period","account":"Initech","with":"Globex"}]})"), "");
  EXPECT_EQ(refused("escalation", R"({"privacy_limited_regions":[{"region":""}]})"), "required");
  EXPECT_EQ(refused("steps", R"({"calendar":{"days":["mon"],"from_hour":9,"until_hour":17,"time_zone":"Mars/Base"}})"),
            "bad_time_zone");
}

TEST(Policies, adopting_counts_revisions_and_keeps_the_reason) {
  State state;
  take(state, adopt_defaults(state, AdoptDefaults{}, context()));
  auto values =
      std::visit([](const auto& s) { return *json::parse(json::to_text(s)); }, *section_of(defaults(), "matching"));
  values.as_object()["freshness_days"] = 90;
  take(state, adopt(state, staffed(), {values, {"Fresher is better"}}, context("matching")));
  EXPECT_EQ(in_force(state).freshness_days, 90);
  EXPECT_EQ(state.chapters.at("matching").revision, 2u);
  EXPECT_EQ(state.chapters.at("matching").history.back().reason.words(), "Fresher is better");
  EXPECT_EQ(revision(state), section_names().size() + 1);
}

TEST(Policies, a_channel_may_belong_to_a_person_or_a_role) {
  State state;
  EXPECT_EQ(channel_owner(state, Channel::web), "channel_owner");
  state.values.channel_owners["web"] = "per_ana";
  EXPECT_EQ(people_for(staffed(), channel_owner(state, Channel::web)), std::vector<std::string>{"per_ana"});
  EXPECT_EQ(people_for(staffed(), decision_maker(state, "legal")), std::vector<std::string>{"per_ana"});
}

}  // namespace
}  // namespace vs::policies
