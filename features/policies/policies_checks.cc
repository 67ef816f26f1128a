#include "features/policies/section_checks.h"

#include <algorithm>

namespace vs::policies {
namespace {

void within(Reasons& reasons, std::int64_t value, std::int64_t least, std::int64_t most, const std::string& field,
            const std::string& what) {
  reasons.expect(value >= least && value <= most, "out_of_bounds", "values." + field,
                 what + " must lie between " + std::to_string(least) + " and " + std::to_string(most) + ".");
}

template <class Code, class Map>
void keys_are(Reasons& reasons, const Map& map, const std::string& field, const std::string& what) {
  for (const auto& [key, value] : map)
    reasons.expect(parse_enum<Code>(key).has_value(), "unknown_code", "values." + field + "." + key,
                   "'" + key + "' is not a " + what + ".");
}

// A responsible party is an active person or a role that exists.
void responsible(Reasons& reasons, const people::State& people, const std::string& who, const std::string& field) {
  const auto* person = people::find(people, who);
  if (person)
    return reasons.expect(person->active, "person_inactive", "values." + field,
                          "This person no longer works in the program.", "Name somebody else or a role.");
  reasons.expect(people::all_roles().contains(who), "nobody_named", "values." + field,
                 "This is neither a person nor a role of the program.", "Choose a person or a role.");
}

void check_limit(Reasons& reasons, const Limit& limit, const std::string& field) {
  within(reasons, limit.max_per_quarter, 0, 50, field + ".max_per_quarter", "Uses per quarter");
  within(reasons, limit.cooldown_days, 0, 730, field + ".cooldown_days", "Days of rest");
}

void check_barriers(Reasons& reasons, const std::vector<Barrier>& barriers) {
  for (std::size_t i = 0; i < barriers.size(); ++i) {
    const auto& b = barriers[i];
    const auto field = "values.barriers." + std::to_string(i);
    reasons.expect(b.kind == Conflict::bad_history || b.kind == Conflict::quiet_period, "unknown_value",
                   field + ".kind", "Only a bad history or a quiet period is written down here.",
                   "The other conflicts follow from the records of the companies.");
    reasons.expect(!b.account.empty(), "required", field + ".account", "Name the customer's company.");
    reasons.expect(!b.from || !b.until || *b.from <= *b.until, "ends_before_it_begins", field + ".until",
                   "It ends before it begins.");
  }
}

void check_calendar(Reasons& reasons, const WorkingCalendar& calendar) {
  reasons.expect(!calendar.days.empty(), "required", "values.calendar.days", "Choose at least one working day.");
  within(reasons, calendar.from_hour, 0, 23, "calendar.from_hour", "The first working hour");
  within(reasons, calendar.until_hour, 1, 24, "calendar.until_hour", "The end of the working day");
  reasons.expect(calendar.from_hour < calendar.until_hour, "day_without_hours", "values.calendar.until_hour",
                 "The working day ends before it begins.");
  reasons.expect(known_time_zone(calendar.time_zone), "bad_time_zone", "values.calendar.time_zone",
                 "This is not the name of a time zone.", "Write it like Europe/Berlin.");
}

}  // namespace

const std::vector<std::string>& intake_fields() {
  static const std::vector<std::string> fields{
      "purpose",       "use_case",         "use_type",        "channel",       "deadline",          "deal",
      "language",      "wished_customer",  "touches",         "prospect.name", "prospect.industry", "prospect.region",
      "prospect.size", "prospect.product", "prospect.persona"};
  return fields;
}

void check(const Intake& intake, const people::State&, Reasons& reasons) {
  for (const auto& field : intake.required_fields)
    reasons.expect(std::ranges::find(intake_fields(), field) != intake_fields().end(), "unknown_code",
                   "values.required_fields", "A request has no field '" + field + "'.");
  // Without these two nobody can tell what is asked of a customer, nor where it will be seen.
  for (const char* always : {"use_type", "channel"})
    reasons.expect(std::ranges::find(intake.required_fields, always) != intake.required_fields.end(), "required",
                   "values.required_fields", "A request cannot do without '" + std::string(always) + "'.");
}

void check(const Approvals& approvals, const people::State& people, Reasons& reasons) {
  keys_are<Channel>(reasons, approvals.channel_owners, "channel_owners", "channel");
  for (const auto& [channel, who] : approvals.channel_owners)
    responsible(reasons, people, who, "channel_owners." + channel);
  for (const auto& [region, who] : approvals.region_owners)
    responsible(reasons, people, who, "region_owners." + region);
}

void check(const Escalation& escalation, const people::State& people, Reasons& reasons) {
  const std::set<std::string> kinds{"sponsor", "cs_leader", "legal"};
  for (const auto& kind : kinds)
    reasons.expect(escalation.decision_makers.contains(kind), "required", "values.decision_makers." + kind,
                   "Name who decides escalations of the kind '" + kind + "'.");
  for (const auto& [kind, who] : escalation.decision_makers) {
    reasons.expect(kinds.contains(kind), "unknown_code", "values.decision_makers." + kind,
                   "'" + kind + "' is not a kind of decision maker.");
    responsible(reasons, people, who, "decision_makers." + kind);
  }
  within(reasons, escalation.severe_issue_threshold, 1, 4, "severe_issue_threshold", "The severity that counts");
  within(reasons, escalation.high_value_amount, 0, 1'000'000'000'000, "high_value_amount", "The amount");
  for (std::size_t i = 0; i < escalation.privacy_limited_regions.size(); ++i)
    reasons.expect(!escalation.privacy_limited_regions[i].region.empty(), "required",
                   "values.privacy_limited_regions." + std::to_string(i) + ".region", "Name the region.");
  within(reasons, escalation.overuse_times.value_or(3), 1, 50, "overuse_times", "The times within a quarter");
  within(reasons, escalation.debrief_days.value_or(14), 1, 365, "debrief_days", "The days to give a debrief");
  const auto named = escalation.occurrences.value_or(std::map<std::string, std::string>{});
  keys_are<Occurrence>(reasons, named, "occurrences", "occurrence that comes before somebody");
  for (const auto& [what, kind] : named)
    reasons.expect(kind == "nobody" || kinds.contains(kind), "unknown_code", "values.occurrences." + what,
                   "'" + kind + "' is not a kind of decision maker.", "Choose one, or nobody.");
}

void check(const Rotation& rotation, const people::State&, Reasons& reasons) {
  keys_are<UseType>(reasons, rotation.rotation, "rotation", "use type");
  for (const auto& [use_type, limit] : rotation.rotation) check_limit(reasons, limit, "rotation." + use_type);
  check_limit(reasons, rotation.otherwise, "otherwise");
  for (std::size_t i = 0; i < rotation.exceptions.size(); ++i) {
    const auto& e = rotation.exceptions[i];
    const auto field = "exceptions." + std::to_string(i);
    check_limit(reasons, e.limit, field + ".limit");
    reasons.expect(e.use_type || e.channel || e.region, "required", "values." + field,
                   "An exception names a use type, a channel or a region.");
  }
  within(reasons, rotation.cap_per_account_per_quarter, 1, 100, "cap_per_account_per_quarter",
         "Uses of an account per quarter");
}

void check(const Disclosures& disclosures, const people::State&, Reasons& reasons) {
  std::set<std::string> codes;
  for (std::size_t i = 0; i < disclosures.disclosures.size(); ++i) {
    const auto& text = disclosures.disclosures[i];
    const auto field = "values.disclosures." + std::to_string(i);
    reasons.expect(!text.code.empty() && codes.insert(text.code).second, "code_taken", field + ".code",
                   "Each disclosure has a code of its own.");
    reasons.expect(!text.text.text.empty(), "required", field + ".text", "The disclosure has no text.");
  }
  within(reasons, disclosures.disclosure_hours, 1, 24 * 30, "disclosure_hours", "Hours of disclosed contact details");
}

void check(const Retention& retention, const people::State&, Reasons& reasons) {
  for (const char* kind : {"cases", "contacts", "authorizations", "files", "audit"})
    reasons.expect(retention.retention_months.contains(kind), "required",
                   "values.retention_months." + std::string(kind), "Say for how many months these are kept.");
  for (const auto& [kind, months] : retention.retention_months) {
    reasons.expect(defaults().retention_months.contains(kind), "unknown_code", "values.retention_months." + kind,
                   "'" + kind + "' is not a kind of record.");
    within(reasons, months, 1, 600, "retention_months." + kind, "Months of keeping");
  }
}

void check(const Matching& matching, const people::State&, Reasons& reasons) {
  keys_are<UseType>(reasons, matching.lead_days, "lead_days", "use type");
  for (const auto& [use_type, days] : matching.lead_days)
    within(reasons, days, 0, 365, "lead_days." + use_type, "Days of lead");
  int sum = 0;
  for (const auto& [criterion, weight] : matching.weights) {
    reasons.expect(defaults().weights.contains(criterion), "unknown_code", "values.weights." + criterion,
                   "'" + criterion + "' is not a criterion of matching.");
    within(reasons, weight, 0, 100, "weights." + criterion, "A weight");
    sum += std::clamp(weight, 0, 100);
  }
  reasons.expect(sum > 0, "no_weight", "values.weights", "At least one criterion must weigh something.");
  keys_are<Conflict>(reasons, matching.conflicts, "conflicts", "kind of conflict");
  check_barriers(reasons, matching.barriers);
  within(reasons, matching.freshness_days, 1, 1825, "freshness_days", "Days until a profile is stale");
  within(reasons, matching.renewal_quiet_days, 0, 365, "renewal_quiet_days", "Quiet days before a renewal");
}

void check(const Steps& steps, const people::State&, Reasons& reasons) {
  for (const auto& [step, hours] : steps.step_hours) within(reasons, hours, 1, 2000, "step_hours." + step, "Hours");
  check_calendar(reasons, steps.calendar);
}

void check(const Asking& asking, const people::State&, Reasons& reasons) {
  within(reasons, asking.days_between_asks, 1, 730, "days_between_asks", "Days between two requests");
  within(reasons, asking.days_after_decline, 1, 1825, "days_after_decline", "Days of peace after a no");
  within(reasons, asking.answer_days, 1, 90, "answer_days", "Days to answer");
  within(reasons, asking.remind_days, 0, 60, "remind_days", "Days between reminders");
  within(reasons, asking.reminders_max, 0, most_reminders, "reminders_max", "Reminders");
  within(reasons, asking.expiring_days, 1, 365, "expiring_days", "Days before the end");
  within(reasons, asking.notice_days, 1, most_notice_days, "notice_days", "Days before the end");
  within(reasons, asking.renewal_days, 30, 1095, "renewal_days", "Days of a renewal");
  within(reasons, asking.renewal_days_max, 30, 1825, "renewal_days_max", "Days ahead");
  reasons.expect(asking.renewal_days <= asking.renewal_days_max, "out_of_bounds", "values.renewal_days",
                 "A renewal cannot be longer than one yes of the customer reaches.",
                 "Shorten it, or let one yes reach further.");
  within(reasons, asking.takedown_days, 1, 180, "takedown_days", "Days to take something down");
}

void check(const Relationship& relationship, const people::State&, Reasons& reasons) {
  keys_are<Change>(reasons, relationship.changes, "changes", "change in a relationship");
  within(reasons, relationship.health_floor, 0, 100, "health_floor", "The health");
  within(reasons, relationship.renewal_risk_days, 0, 365, "renewal_risk_days", "Days before a renewal");
  within(reasons, relationship.renewal_risk_health, 0, 100, "renewal_risk_health", "The health");
}

void check(const SignIn& sign_in, const people::State&, Reasons& reasons) {
  for (const auto& role : sign_in.second_factor_roles)
    reasons.expect(people::all_roles().contains(role), "unknown_role", "values.second_factor_roles",
                   "There is no role '" + role + "'.");
}

}  // namespace vs::policies
