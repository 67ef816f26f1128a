// The policies of a workspace as plain values, one described struct for each section of the settings.
// Maps are keyed by codes (`reference_call`, `sales`), which `adopt` checks. Lists and maps start empty here:
// a stored event must read back the same when the defaults of a later version differ.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "features/policies/codes.h"
#include "kernel/reflect.h"
#include "kernel/text.h"
#include "kernel/time.h"

namespace vs::policies {

/// How often one advocate may be used, and how long they rest afterwards.
struct Limit {
  int max_per_quarter = 3;
  int cooldown_days = 30;
  friend auto operator<=>(const Limit&, const Limit&) = default;
};
BOOST_DESCRIBE_STRUCT(Limit, (), (max_per_quarter, cooldown_days))

/// A limit for part of the program. The exception that names most of use type, channel and region wins.
struct LimitException {
  std::optional<UseType> use_type;
  std::optional<Channel> channel;
  std::optional<std::string> region;
  Limit limit;
  friend bool operator==(const LimitException&, const LimitException&) = default;
};
BOOST_DESCRIBE_STRUCT(LimitException, (), (use_type, channel, region, limit))

/// A statement that must accompany the use types named, all of them when none is named.
struct RequiredText {
  std::string code;
  LongText text;
  std::vector<UseType> use_types;
  friend bool operator==(const RequiredText&, const RequiredText&) = default;
};
BOOST_DESCRIBE_STRUCT(RequiredText, (), (code, text, use_types))

enum class Weekday { mon, tue, wed, thu, fri, sat, sun };
BOOST_DESCRIBE_ENUM(Weekday, mon, tue, wed, thu, fri, sat, sun)

/// When time limits run. Hours are whole hours of the local day, `until_hour` excluded.
struct WorkingCalendar {
  std::vector<Weekday> days;
  int from_hour = 9;
  int until_hour = 17;
  std::string time_zone = "UTC";
  std::vector<Date> holidays;
  friend bool operator==(const WorkingCalendar&, const WorkingCalendar&) = default;
};
BOOST_DESCRIBE_STRUCT(WorkingCalendar, (), (days, from_hour, until_hour, time_zone, holidays))

/// Fields without which a request is returned to its requester.
struct Intake {
  static constexpr std::string_view tag = "intake";
  std::vector<std::string> required_fields;
  friend bool operator==(const Intake&, const Intake&) = default;
};
BOOST_DESCRIBE_STRUCT(Intake, (), (required_fields))

/// Who approves. A value is the id of a person or the name of a role; a channel without an entry belongs to
/// the role channel_owner; a region without an entry needs nobody more.
struct Approvals {
  static constexpr std::string_view tag = "approvals";
  std::map<std::string, std::string> channel_owners;
  std::map<std::string, std::string> region_owners;
  friend bool operator==(const Approvals&, const Approvals&) = default;
};
BOOST_DESCRIBE_STRUCT(Approvals, (), (channel_owners, region_owners))

/// Where the law of a region or an agreement lets less be done with people's details. Lists that name nothing
/// mean every use and every channel.
struct PrivacyLimit {
  std::string region;
  std::vector<UseType> use_types;
  std::vector<Channel> channels;
  friend bool operator==(const PrivacyLimit&, const PrivacyLimit&) = default;
};
BOOST_DESCRIBE_STRUCT(PrivacyLimit, (), (region, use_types, channels))

/// Does an owed debrief keep a requester from asking for the next reference (ACT-03)?
enum class DebriefBlocks { off, after_days };
BOOST_DESCRIBE_ENUM(DebriefBlocks, off, after_days)

/// What happens around a use and may come before a decision maker (ACT-04).
enum class Occurrence { negative_debrief, incident, missed_commitment, permission_withdrawn, overuse };
BOOST_DESCRIBE_ENUM(Occurrence, negative_debrief, incident, missed_commitment, permission_withdrawn, overuse)

/// What goes to a named decision maker, and to whom. Severities count 1 (worst) to 4.
struct Escalation {
  static constexpr std::string_view tag = "escalation";
  std::map<std::string, std::string> decision_makers;  ///< by kind: cs_leader, legal, sponsor
  int severe_issue_threshold = 2;
  std::int64_t high_value_amount = 100'000;
  std::vector<PrivacyLimit> privacy_limited_regions;
  // What may be absent came later: its absence means what the comment says.
  std::optional<DebriefBlocks> debrief_blocks;                    ///< absent: after_days
  std::optional<int> debrief_days;                                ///< absent: 14
  std::optional<std::map<std::string, std::string>> occurrences;  ///< by Occurrence: a kind, or nobody
  std::optional<int> overuse_times;                               ///< within a quarter; absent: 3
  friend bool operator==(const Escalation&, const Escalation&) = default;
};
BOOST_DESCRIBE_STRUCT(Escalation, (),
                      (decision_makers, severe_issue_threshold, high_value_amount, privacy_limited_regions,
                       debrief_blocks, debrief_days, occurrences, overuse_times))

/// Limits that spread the load over advocates and accounts.
struct Rotation {
  static constexpr std::string_view tag = "rotation";
  std::map<std::string, Limit> rotation;  ///< by use type; others follow `otherwise`
  Limit otherwise;
  std::vector<LimitException> exceptions;
  int cap_per_account_per_quarter = 4;
  friend bool operator==(const Rotation&, const Rotation&) = default;
};
BOOST_DESCRIBE_STRUCT(Rotation, (), (rotation, otherwise, exceptions, cap_per_account_per_quarter))

/// Statements that accompany uses, and how long contact details stay disclosed to a requester.
struct Disclosures {
  static constexpr std::string_view tag = "disclosures";
  std::vector<RequiredText> disclosures;
  int disclosure_hours = 72;
  friend bool operator==(const Disclosures&, const Disclosures&) = default;
};
BOOST_DESCRIBE_STRUCT(Disclosures, (), (disclosures, disclosure_hours))

/// How long each kind of record is kept, in months: cases, contacts, authorizations, files, audit.
struct Retention {
  static constexpr std::string_view tag = "retention";
  std::map<std::string, int> retention_months;
  friend bool operator==(const Retention&, const Retention&) = default;
};
BOOST_DESCRIBE_STRUCT(Retention, (), (retention_months))

/// Conflicts of interest between a customer and a prospect (MAT-08).
enum class Conflict { competitor, excluded, same_group, bad_history, quiet_period, renewal_near };
BOOST_DESCRIBE_ENUM(Conflict, competitor, excluded, same_group, bad_history, quiet_period, renewal_near)

/// What a conflict does: it keeps the customer from being proposed, or is only told.
enum class Effect { gate, warning };
BOOST_DESCRIBE_ENUM(Effect, gate, warning)

/// Something between two companies that no record of the directory tells: they have a bad history, or a quiet
/// period or an agreement keeps one of them silent. `with` and the days may be left open.
struct Barrier {
  Conflict kind = Conflict::bad_history;  ///< bad_history or quiet_period
  std::string account;                    ///< id or name of the customer's company
  std::optional<std::string> with;        ///< id or name of the prospect; absent: whoever it is
  std::optional<Date> from, until;
  friend bool operator==(const Barrier&, const Barrier&) = default;
};
BOOST_DESCRIBE_STRUCT(Barrier, (), (kind, account, with, from, until))

/// What a deadline nearer than the lead time does: it is told, put before a decision maker, or returned.
enum class ShortLead { show, escalate, block };
BOOST_DESCRIBE_ENUM(ShortLead, show, escalate, block)

/// Where a request goes when the customer does not keep the date: to the next customer chosen, or to its end.
enum class AfterMissed { next_customer, close };
BOOST_DESCRIBE_ENUM(AfterMissed, next_customer, close)

/// What makes a match good, and how early to ask. Members that may be absent came later: their absence means
/// what was so before, or what their comment says.
struct Matching {
  static constexpr std::string_view tag = "matching";
  std::map<std::string, int> weights;       ///< by criterion: industry, size, region, product, use_case, …
  std::map<std::string, int> lead_days;     ///< by use type, days between asking and using
  int freshness_days = 180;                 ///< a profile confirmed longer ago is not fresh
  int renewal_quiet_days = 30;              ///< this close to the renewal of the account's contract is a conflict
  std::map<std::string, Effect> conflicts;  ///< by kind; what is not named is a gate, a bad history a warning
  std::vector<Barrier> barriers;
  std::optional<ShortLead> short_lead;                    ///< absent: show
  std::optional<AfterMissed> after_missed;                ///< absent: next_customer
  std::optional<std::vector<UseType>> briefing_required;  ///< absent: for every use type
  friend bool operator==(const Matching&, const Matching&) = default;
};
BOOST_DESCRIBE_STRUCT(Matching, (),
                      (weights, lead_days, freshness_days, renewal_quiet_days, conflicts, barriers, short_lead,
                       after_missed, briefing_required))

/// Time limits of steps in working hours (they replace those of the procedure), and the working calendar.
struct Steps {
  static constexpr std::string_view tag = "steps";
  std::map<std::string, int> step_hours;  ///< by step id
  WorkingCalendar calendar;
  friend bool operator==(const Steps&, const Steps&) = default;
};
BOOST_DESCRIBE_STRUCT(Steps, (), (step_hours, calendar))

/// Bounds that those rely on who look ahead for what is due.
inline constexpr int most_reminders = 5, most_notice_days = 120;

/// How customers are asked in writing, reminded and offered to renew, and what follows when a permission ends (AUT-02,
/// AUT-05, AUT-06). All values but `reminders_max` are days.
struct Asking {
  static constexpr std::string_view tag = "asking";
  int days_between_asks = 30;    ///< between two requests to the same person
  int days_after_decline = 180;  ///< so long nobody who declined is asked again
  int answer_days = 30;          ///< so long the link in the letter works, unless the request says otherwise
  int remind_days = 5;           ///< between reminders, unless the request says otherwise
  int reminders_max = 2;
  int expiring_days = 60;      ///< a permission that ends within these is `expiring`
  int notice_days = 30;        ///< before the end, the customer is offered to renew
  int renewal_days = 365;      ///< one tap makes it so much longer
  int renewal_days_max = 730;  ///< one yes of the customer never reaches further
  int takedown_days = 10;      ///< to take down what was published under a permission that ended
  friend bool operator==(const Asking&, const Asking&) = default;
};
BOOST_DESCRIBE_STRUCT(Asking, (),
                      (days_between_asks, days_after_decline, answer_days, remind_days, reminders_max, expiring_days,
                       notice_days, renewal_days, renewal_days_max, takedown_days))

/// What in a relationship makes one ask whether a permission still holds (DIR-04).
enum class Change {
  severe_issue,
  health_drop,
  contract_restricted,
  renewal_risk,
  churned,
  product_expanded,
  leadership_changed
};
BOOST_DESCRIBE_ENUM(Change, severe_issue, health_drop, contract_restricted, renewal_risk, churned, product_expanded,
                    leadership_changed)

/// What such a change does to what the customer permitted: nothing, it is looked at again, or it is also kept out of
/// use until somebody has looked.
enum class Consequence { ignore, review, hold };
BOOST_DESCRIBE_ENUM(Consequence, ignore, review, hold)

/// When a relationship is in doubt, and what follows. Opting out, leaving and moving always hold (DIR-05).
struct Relationship {
  static constexpr std::string_view tag = "relationship";
  std::map<std::string, Consequence>
      changes;                   ///< by Change; what is not named is looked at again, a lost customer held
  int health_floor = 50;         ///< below this health of a company its permissions are looked at
  int renewal_risk_days = 90;    ///< so near a contract's renewal …
  int renewal_risk_health = 70;  ///< … a health below this is a risk
  friend bool operator==(const Relationship&, const Relationship&) = default;
};
BOOST_DESCRIBE_STRUCT(Relationship, (), (changes, health_floor, renewal_risk_days, renewal_risk_health))

/// How people of the program sign in.
struct SignIn {
  static constexpr std::string_view tag = "sign_in";
  std::vector<std::string> second_factor_roles;  ///< who holds one of them works only with a second factor
  friend bool operator==(const SignIn&, const SignIn&) = default;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (second_factor_roles))

/// All sections, in the order of the settings page; new ones come last.
using Section = std::variant<Intake, Approvals, Escalation, Rotation, Disclosures, Retention, Matching, Steps, Asking,
                             Relationship, SignIn>;

/// All values at once: `in_force(state).cap_per_account_per_quarter`.
struct Policies : Intake,
                  Approvals,
                  Escalation,
                  Rotation,
                  Disclosures,
                  Retention,
                  Matching,
                  Steps,
                  Asking,
                  Relationship,
                  SignIn {};

/// The limits that hold for a use, exceptions considered.
Limit limit_for(const Policies&, UseType, std::optional<Channel> = {}, const std::string& region = {});
/// Days to keep between asking and using; 0 when no policy says so.
int lead_days_for(const Policies&, UseType);
/// Does this kind of conflict keep a customer from being proposed, or is it only told?
Effect effect_of(const Policies&, Conflict);
/// Must somebody be briefed before this use?
bool needs_briefing(const Policies&, UseType);
/// Is this use in this channel limited for people of the region?
bool privacy_limited(const Policies&, const std::string& region, UseType, Channel);
/// After how many days an owed debrief keeps its requester from the next request; nothing when it never does.
std::optional<int> debrief_blocks_after(const Policies&);
/// Before whom it comes: cs_leader, legal or sponsor; "" for nobody.
std::string comes_before(const Policies&, Occurrence);
/// So many uses beyond what was agreed, or exceptions to a limit, within a quarter come before a decision maker.
int overuse_times(const Policies&);
/// What this change does to the permissions of the company.
Consequence consequence_of(const Policies&, Change);
/// Must whoever holds these roles have a second factor?
bool demands_second_factor(const Policies&, const std::set<std::string>& roles);
/// The sound defaults that `POST /setup/defaults` adopts.
const Policies& defaults();

}  // namespace vs::policies
