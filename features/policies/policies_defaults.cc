// The defaults that a new workspace adopts in one step. They are chosen so that a program may start with them;
// the reasons stand beside the numbers.
#include <algorithm>

#include "features/policies/policies.h"

namespace vs::policies {
namespace {

// A call costs a customer an hour; a stage or a camera costs days, so it comes less often.
std::map<std::string, Limit> usual_limits() {
  return {{"reference_call", {3, 14}}, {"rfp_reference", {4, 7}},  {"analyst_reference", {2, 30}},
          {"site_visit", {1, 90}},     {"case_study", {1, 180}},   {"video", {1, 180}},
          {"quote", {2, 30}},          {"testimonial", {2, 30}},   {"logo", {8, 0}},
          {"name_mention", {8, 0}},    {"recording", {1, 90}},     {"event_speaker", {1, 90}},
          {"webinar", {1, 90}},        {"press", {1, 90}},         {"review_site", {1, 90}},
          {"social", {2, 30}},         {"advisory_board", {1, 30}}};
}

std::map<std::string, int> usual_lead_days() {
  return {{"reference_call", 2}, {"rfp_reference", 3}, {"analyst_reference", 7}, {"site_visit", 21},
          {"case_study", 28},    {"video", 28},        {"event_speaker", 42},    {"webinar", 28},
          {"press", 10},         {"recording", 7}};
}

// Wording follows the duty to disclose material connections (FTC 16 CFR 255, UCPD annex I).
std::vector<RequiredText> usual_disclosures() {
  using enum UseType;
  return {
      {"material_connection",
       {"The customer may receive benefits for taking part in our reference program."},
       {testimonial, review_site, social, video, case_study, quote}},
      {"results_vary", {"Results are those of this customer; others may differ."}, {case_study, video, testimonial}},
      {"confidential_call",
       {"What is said in this conversation is confidential and must not be recorded or quoted."},
       {reference_call, site_visit, rfp_reference}}};
}

template <class Code>
std::vector<Code> every() {
  std::vector<Code> all;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Code>>([&](auto d) { all.push_back(d.value); });
  return all;
}

Policies made() {
  Policies p;
  p.required_fields = {"purpose", "use_case", "use_type", "channel", "deadline"};
  for (const char* channel : {"sales", "web", "analyst", "event", "press", "partner", "social", "internal"})
    p.channel_owners[channel] = "channel_owner";
  for (const char* kind : {"cs_leader", "legal", "sponsor"}) p.decision_makers[kind] = "decision_maker";
  p.rotation = usual_limits();
  p.disclosures = usual_disclosures();
  p.retention_months = {{"audit", 120}, {"authorizations", 84}, {"cases", 60}, {"contacts", 24}, {"files", 60}};
  p.weights = {{"industry", 20}, {"size", 15},      {"region", 10},  {"product", 20},
               {"use_case", 15}, {"seniority", 10}, {"language", 10}};
  p.lead_days = usual_lead_days();
  for (const auto kind : every<Conflict>()) p.conflicts[std::string(name_of(kind))] = effect_of(p, kind);
  p.short_lead = ShortLead::show;
  p.after_missed = AfterMissed::next_customer;
  p.briefing_required = every<UseType>();
  for (const auto change : every<Change>()) p.changes[std::string(name_of(change))] = consequence_of(p, change);
  p.calendar.days = {Weekday::mon, Weekday::tue, Weekday::wed, Weekday::thu, Weekday::fri};
  return p;
}

// How many of the dimensions the exception names, or -1 when it is about something else.
int fit(const LimitException& e, UseType use_type, std::optional<Channel> channel, const std::string& region) {
  if (e.use_type && *e.use_type != use_type) return -1;
  if (e.channel && e.channel != channel) return -1;
  if (e.region && folded(*e.region) != folded(region)) return -1;
  return int(e.use_type.has_value()) + int(e.channel.has_value()) + int(e.region.has_value());
}

}  // namespace

const Policies& defaults() {
  static const Policies values = made();
  return values;
}

Limit limit_for(const Policies& p, UseType use_type, std::optional<Channel> channel, const std::string& region) {
  const auto listed = p.rotation.find(std::string(name_of(use_type)));
  Limit limit = listed == p.rotation.end() ? p.otherwise : listed->second;
  int best = 0;
  for (const auto& e : p.exceptions)
    if (const int how = fit(e, use_type, channel, region); how > best) {
      best = how;
      limit = e.limit;
    }
  return limit;
}

int lead_days_for(const Policies& p, UseType use_type) {
  const auto it = p.lead_days.find(std::string(name_of(use_type)));
  return it == p.lead_days.end() ? 0 : it->second;
}

Effect effect_of(const Policies& p, Conflict kind) {
  if (const auto it = p.conflicts.find(std::string(name_of(kind))); it != p.conflicts.end()) return it->second;
  // What went wrong once is for the program owner to weigh; the rest would embarrass the customer.
  return kind == Conflict::bad_history ? Effect::warning : Effect::gate;
}

bool needs_briefing(const Policies& p, UseType use_type) {
  const auto& listed = p.briefing_required;
  return !listed || std::ranges::find(*listed, use_type) != listed->end();
}

bool privacy_limited(const Policies& p, const std::string& region, UseType use_type, Channel channel) {
  const auto names = [](const auto& list, auto value) {
    return list.empty() || std::ranges::find(list, value) != list.end();
  };
  return !region.empty() && std::ranges::any_of(p.privacy_limited_regions, [&](const PrivacyLimit& limit) {
    return folded(limit.region) == folded(region) && names(limit.use_types, use_type) && names(limit.channels, channel);
  });
}

std::optional<int> debrief_blocks_after(const Policies& p) {
  if (p.debrief_blocks.value_or(DebriefBlocks::after_days) == DebriefBlocks::off) return {};
  return p.debrief_days.value_or(14);
}

std::string comes_before(const Policies& p, Occurrence what) {
  const auto named = p.occurrences.value_or(std::map<std::string, std::string>{});
  const auto it = named.find(std::string(name_of(what)));
  if (it != named.end()) return it->second == "nobody" ? "" : it->second;
  return "cs_leader";  // who looks after the customers hears of what went wrong with them
}

int overuse_times(const Policies& p) {
  return p.overuse_times.value_or(3);
}

bool demands_second_factor(const Policies& p, const std::set<std::string>& roles) {
  return std::ranges::any_of(p.second_factor_roles, [&](const std::string& role) { return roles.contains(role); });
}

Consequence consequence_of(const Policies& p, Change change) {
  if (const auto it = p.changes.find(std::string(name_of(change))); it != p.changes.end()) return it->second;
  // Who no longer buys from us is not shown as a customer until somebody has spoken with them.
  return change == Change::churned ? Consequence::hold : Consequence::review;
}

}  // namespace vs::policies
