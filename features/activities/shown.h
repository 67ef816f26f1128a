// How an activity is shown to the staff. Included by activities.h.
#pragma once

#include "features/activities/activities.h"

namespace vs::activities {

struct DebriefView {
  std::string by, by_name;
  Instant at;
  int rating = 0;
  std::string said, proof_points, concerns;
  bool again = true;
  DealEffect deal_effect{};
};
BOOST_DESCRIBE_STRUCT(DebriefView, (), (by, by_name, at, rating, said, proof_points, concerns, again, deal_effect))

struct CustomerDebriefView {
  Instant at;
  int rating = 0;
  std::string said, concerns;
  bool again = true;
};
BOOST_DESCRIBE_STRUCT(CustomerDebriefView, (), (at, rating, said, concerns, again))

struct IncidentView {
  Instant at;
  std::string by_name, what;
};
BOOST_DESCRIBE_STRUCT(IncidentView, (), (at, by_name, what))

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
  std::optional<CustomerDebriefView> customer_debrief;
  std::vector<IncidentView> incidents;
  std::string time_zone;  ///< of the customer
  std::string where, agenda, reason;
  std::vector<Instant> other_times;  ///< that the customer proposes instead
  std::string other_times_why;
  int invitations = 0;  ///< how often both sides were told a time, the first included
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, number, request, request_number, requester, requester_name, contact, contact_name, account,
                       account_name, advocate, prospect_name, use_type, channel, status, scheduled_for, on, outcome,
                       minutes, authorizations, notes, follow_ups, debrief_owed, debrief, customer_debrief, incidents,
                       time_zone, where, agenda, reason, other_times, other_times_why, invitations, version))

/// How an activity is shown to somebody who may see it.
Row view(const Activity&, const people::State&, const directory::State&);

}  // namespace vs::activities
