// The policies of a workspace as plain values, one described struct for each section of the settings.
// Maps are keyed by codes (`reference_call`, `sales`), which `adopt` checks. Lists and maps start empty here:
// a stored event must read back the same when the defaults of a later version differ.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
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

/// What goes to a named decision maker, and to whom. Severities count 1 (worst) to 4.
struct Escalation {
  static constexpr std::string_view tag = "escalation";
  std::map<std::string, std::string> decision_makers;  ///< by kind: cs_leader, legal, sponsor
  int severe_issue_threshold = 2;
  std::int64_t high_value_amount = 100'000;
  friend bool operator==(const Escalation&, const Escalation&) = default;
};
BOOST_DESCRIBE_STRUCT(Escalation, (), (decision_makers, severe_issue_threshold, high_value_amount))

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

/// What makes a match good, and how early to ask.
struct Matching {
  static constexpr std::string_view tag = "matching";
  std::map<std::string, int> weights;    ///< by criterion: industry, size, region, product, use_case, …
  std::map<std::string, int> lead_days;  ///< by use type, days between asking and using
  int freshness_days = 180;              ///< a profile confirmed longer ago is not fresh
  int renewal_quiet_days = 30;           ///< no use this close to the renewal of the account's contract
  friend bool operator==(const Matching&, const Matching&) = default;
};
BOOST_DESCRIBE_STRUCT(Matching, (), (weights, lead_days, freshness_days, renewal_quiet_days))

/// Time limits of steps in working hours (they replace those of the procedure), and the working calendar.
struct Steps {
  static constexpr std::string_view tag = "steps";
  std::map<std::string, int> step_hours;  ///< by step id
  WorkingCalendar calendar;
  friend bool operator==(const Steps&, const Steps&) = default;
};
BOOST_DESCRIBE_STRUCT(Steps, (), (step_hours, calendar))

/// All sections, in the order of the settings page.
using Section = std::variant<Intake, Approvals, Escalation, Rotation, Disclosures, Retention, Matching, Steps>;

/// All values at once: `in_force(state).cap_per_account_per_quarter`.
struct Policies : Intake, Approvals, Escalation, Rotation, Disclosures, Retention, Matching, Steps {};

/// The limits that hold for a use, exceptions considered.
Limit limit_for(const Policies&, UseType, std::optional<Channel> = {}, const std::string& region = {});
/// Days to keep between asking and using; 0 when no policy says so.
int lead_days_for(const Policies&, UseType);
/// The sound defaults that `POST /setup/defaults` adopts.
const Policies& defaults();

}  // namespace vs::policies
