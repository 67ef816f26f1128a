// What actually happened: one use of an advocate, from plan to debrief (ACT-02, ACT-03, ACT-06).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "features/advocates/advocates.h"
#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "features/policies/codes.h"
#include "kernel/by_id.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::activities {

enum class Status { planned, scheduled, held, no_show, cancelled };
BOOST_DESCRIBE_ENUM(Status, planned, scheduled, held, no_show, cancelled)

enum class Outcome { held, no_show_customer, no_show_prospect, cancelled_by_customer };
BOOST_DESCRIBE_ENUM(Outcome, held, no_show_customer, no_show_prospect, cancelled_by_customer)
/// Did the customer not keep what was agreed?
constexpr bool missed_by_customer(Outcome outcome) {
  return outcome == Outcome::no_show_customer || outcome == Outcome::cancelled_by_customer;
}

enum class DealEffect { advanced, unchanged, won, lost, unknown };
BOOST_DESCRIBE_ENUM(DealEffect, advanced, unchanged, won, lost, unknown)

/// What is agreed to happen, and under which permission.
struct Plan {
  std::string request, request_number;
  std::string requester;  ///< owes the debrief
  std::string contact, advocate, account;
  UseType use_type{};
  Channel channel{};
  std::string region, language, topic, product;
  std::string prospect_account, prospect_name;
  std::vector<std::string> authorizations;  ///< relied on at the final approval (AUT-07)
};
BOOST_DESCRIBE_STRUCT(Plan, (),
                      (request, request_number, requester, contact, advocate, account, use_type, channel, region,
                       language, topic, product, prospect_account, prospect_name, authorizations))

struct Debrief {
  std::string by;
  Instant at;
  int rating = 0;  ///< 1..5
  Personal said, proof_points, concerns;
  bool again = true;
  DealEffect deal_effect = DealEffect::unknown;
};

struct Activity {
  std::string id, number;
  Plan plan;
  Status status = Status::planned;
  std::optional<Instant> scheduled_for;
  std::optional<Date> on;
  std::optional<Outcome> outcome;
  int minutes = 0;
  Personal notes, follow_ups, reason;
  std::optional<Debrief> debrief;
  Instant planned_at;
  std::string recorded_by;
  std::uint64_t version = 0;
};

struct State {
  ById<Activity> activities;
  ById<std::vector<std::string>> by_request;
  std::map<std::string, std::set<std::string>> owed;  ///< requester → activities without a debrief
  int last_number = 0;
};

// ---- Events: stored for ever.

struct Planned {
  static constexpr std::string_view type = "activity.planned";
  using Of = State;
  std::string activity, number;
  Plan plan;
};
BOOST_DESCRIBE_STRUCT(Planned, (), (activity, number, plan))

struct Scheduled {
  static constexpr std::string_view type = "activity.scheduled";
  using Of = State;
  std::string activity;
  Instant at;
  int minutes = 0;
};
BOOST_DESCRIBE_STRUCT(Scheduled, (), (activity, at, minutes))

/// It took place, or one side stayed away: `outcome` tells (a missed commitment is a non-conformance).
struct Recorded {
  static constexpr std::string_view type = "activity.recorded";
  using Of = State;
  std::string activity, request;
  Outcome outcome{};
  Date on;
  int minutes = 0;
  std::optional<Personal> notes, follow_ups;
};
BOOST_DESCRIBE_STRUCT(Recorded, (), (activity, request, outcome, on, minutes, notes, follow_ups))

struct Debriefed {
  static constexpr std::string_view type = "activity.debriefed";
  using Of = State;
  std::string activity, request;
  int rating = 0;
  std::optional<Personal> said, proof_points, concerns;
  bool again = true;
  DealEffect deal_effect{};
};
BOOST_DESCRIBE_STRUCT(Debriefed, (), (activity, request, rating, said, proof_points, concerns, again, deal_effect))

struct Cancelled {
  static constexpr std::string_view type = "activity.cancelled";
  using Of = State;
  std::string activity;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Cancelled, (), (activity, reason))

void on(State&, const Planned&, const Meta&);
void on(State&, const Scheduled&, const Meta&);
void on(State&, const Recorded&, const Meta&);
void on(State&, const Debriefed&, const Meta&);
void on(State&, const Cancelled&, const Meta&);

// ---- Commands.

struct Schedule {
  Instant at;
  std::optional<int> minutes;
};
BOOST_DESCRIBE_STRUCT(Schedule, (), (at, minutes))

struct Record {
  Outcome outcome{};
  std::optional<int> minutes;
  std::optional<Date> on;
  std::optional<LongText> notes, follow_ups;
};
BOOST_DESCRIBE_STRUCT(Record, (), (outcome, minutes, on, notes, follow_ups))

struct GiveDebrief {
  int rating = 0;
  std::optional<LongText> said, proof_points, concerns;
  std::optional<bool> again;
  std::optional<DealEffect> deal_effect;
};
BOOST_DESCRIBE_STRUCT(GiveDebrief, (), (rating, said, proof_points, concerns, again, deal_effect))

Result<Decision> schedule(const State&, const advocates::State&, const Schedule&, const Context&);
Result<Decision> record(const State&, const directory::State&, const authorizations::State&, const advocates::State&,
                        const Record&, const Context&);
Result<Decision> debrief(const State&, const GiveDebrief&, const Context&);

// ---- Public questions and deeds for higher floors.

/// The latest activity of a request that was not called off by the program itself, or null.
const Activity* of_request(const State&, const std::string& request);
/// Activities that this requester still owes a debrief for, oldest first.
std::vector<const Activity*> owed_by(const State&, const std::string& requester);

/// Plans an activity under this id (`ctx.id("act")`), at the slot if one is agreed and still ahead.
Events plan(const State&, const std::string& activity, const Plan&, std::optional<Instant> slot, const Context&);
/// Records what happened to the activity and counts the use against advocate and authorizations.
Result<Events> record_outcome(const State&, const directory::State&, const authorizations::State&,
                              const advocates::State&, const std::string& activity, const Record&, const Context&);
/// Takes the debrief of the activity.
Result<Events> take_debrief(const State&, const std::string& activity, const GiveDebrief&, const Context&);
/// Calls it off; nothing when it is over already.
Events cancel(const State&, const std::string& activity, const std::string& reason, const Context&);

// ---- Answers.

struct DebriefView {
  std::string by, by_name;
  Instant at;
  int rating = 0;
  std::string said, proof_points, concerns;
  bool again = true;
  DealEffect deal_effect{};
};
BOOST_DESCRIBE_STRUCT(DebriefView, (), (by, by_name, at, rating, said, proof_points, concerns, again, deal_effect))

struct Row {
  std::string id, number, request, request_number, requester, requester_name;
  std::string contact, contact_name, account, account_name, advocate, prospect_name;
  UseType use_type{};
  Channel channel{};
  Status status{};
  std::optional<Instant> scheduled_for;
  std::optional<Date> on;
  std::optional<Outcome> outcome;
  int minutes = 0;
  std::vector<std::string> authorizations;
  std::string notes, follow_ups;
  bool debrief_owed = false;
  std::optional<DebriefView> debrief;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, number, request, request_number, requester, requester_name, contact, contact_name, account,
                       account_name, advocate, prospect_name, use_type, channel, status, scheduled_for, on, outcome,
                       minutes, authorizations, notes, follow_ups, debrief_owed, debrief, version))

/// How an activity is shown to somebody who may see it.
Row view(const Activity&, const people::State&, const directory::State&);

}  // namespace vs::activities
