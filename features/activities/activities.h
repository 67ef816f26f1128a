// What actually happened: one use of an advocate, from plan to debrief (ACT-02, ACT-03, ACT-06).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "features/advocates/advocates.h"
#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"
#include "features/mail/mail.h"
#include "features/people/people.h"
#include "features/policies/codes.h"
#include "kernel/by_id.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::activities {

/// How long a conversation takes when nobody says otherwise.
inline constexpr int usual_minutes = 30;

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

/// What the customer told about it, in under a minute (ACT-03).
struct CustomerDebrief {
  Instant at;
  int rating = 0;  ///< 1..5
  Personal said, concerns;
  bool again = true;
};

/// Something went wrong that somebody must look at, whatever the rating says (ACT-04).
struct Incident {
  Instant at;
  std::string by;  ///< person or contact who told
  Personal what;
};

struct Activity {
  std::string id, number;
  Plan plan;
  Status status = Status::planned;
  std::optional<Instant> scheduled_for;
  std::optional<Instant> scheduled_at;  ///< when that time was set
  int sequence = -1;                    ///< of the invitation sent last; -1: none was sent
  Personal where, agenda;
  std::vector<Instant> other_times;  ///< proposed by the customer and not yet chosen from
  Personal other_times_why;
  std::optional<Instant> reminded_for;  ///< the time that both sides were reminded of
  std::optional<Date> on;
  std::optional<Outcome> outcome;
  int minutes = 0;
  Personal notes, follow_ups, reason;
  std::optional<Debrief> debrief;
  std::optional<CustomerDebrief> customer_debrief;
  std::vector<Incident> incidents;
  int chased = 0;           ///< how often the requester was reminded of the debrief they owe
  int customer_chased = 0;  ///< the same of the customer, who owes none
  Instant planned_at, recorded_at;
  std::string recorded_by;
  std::uint64_t version = 0;
};

struct State {
  ById<Activity> activities;
  ById<std::vector<std::string>> by_request;
  std::map<std::string, std::set<std::string>> owed;  ///< requester → activities without a debrief
  std::set<std::string> unheard;                      ///< held, and the customer has not told how it went
  std::set<std::pair<Instant, std::string>> ahead;    ///< scheduled activities by their time
  ById<std::vector<std::string>> by_contact;
  int last_number = 0;
};

struct Record;
struct GiveDebrief;

// ---- Public questions and deeds for higher floors.

/// The latest activity of a request that was not called off by the program itself, or null.
const Activity* of_request(const State&, const std::string& request);
/// Activities that this requester still owes a debrief for, oldest first.
std::vector<const Activity*> owed_by(const State&, const std::string& requester);

/// Activities of this contact, newest first.
std::vector<const Activity*> of_contact(const State&, const std::string& contact);

/// What was agreed about the time while the customer was asked.
struct Agreed {
  std::optional<Instant> slot;  ///< the time that suits both
  int minutes = usual_minutes;
  std::vector<Instant> other_times;  ///< proposed by the customer instead, for the requester to choose from
};
/// Plans an activity under this id (`ctx.id("act")`), at the slot if one is agreed and still ahead.
Events plan(const State&, const std::string& activity, const Plan&, const Agreed&, const Context&);
/// Records what happened to the activity and counts the use against advocate and authorizations.
Result<Events> record_outcome(const State&, const directory::State&, const authorizations::State&,
                              const advocates::State&, const std::string& activity, const Record&, const Context&);
/// Takes the debrief of the activity.
Result<Events> take_debrief(const State&, const std::string& activity, const GiveDebrief&, const Context&);
/// Calls it off; nothing when it is over already.
Events cancel(const State&, const std::string& activity, const std::string& reason, const Context&);

}  // namespace vs::activities

#include "features/activities/commands.h"
#include "features/activities/customer.h"
#include "features/activities/events.h"
#include "features/activities/shown.h"
#include "features/activities/words.h"
