// What happens to an activity: events, stored for ever. Included by activities.h.
#pragma once

#include "features/activities/activities.h"

namespace vs::activities {

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

/// Where it takes place and what will be talked about; followed by the time in the same decision.
struct Arranged {
  static constexpr std::string_view type = "activity.arranged";
  using Of = State;
  std::string activity;
  Personal where, agenda;
};
BOOST_DESCRIBE_STRUCT(Arranged, (), (activity, where, agenda))

/// The customer would rather have one of these times; until somebody chooses, what was agreed stands.
struct OtherTimesProposed {
  static constexpr std::string_view type = "activity.other_times_proposed";
  using Of = State;
  std::string activity;
  std::vector<Instant> slots;
  std::optional<Personal> reason;
};
BOOST_DESCRIBE_STRUCT(OtherTimesProposed, (), (activity, slots, reason))

/// Both sides were reminded of what takes place at that time.
struct Reminded {
  static constexpr std::string_view type = "activity.reminded";
  using Of = State;
  std::string activity;
  Instant of;
};
BOOST_DESCRIBE_STRUCT(Reminded, (), (activity, of))

/// How it went in the customer's eyes.
struct CustomerDebriefed {
  static constexpr std::string_view type = "activity.customer_debriefed";
  using Of = State;
  std::string activity, request, contact;
  int rating = 0;
  std::optional<Personal> said, concerns;
  bool again = true;
};
BOOST_DESCRIBE_STRUCT(CustomerDebriefed, (), (activity, request, contact, rating, said, concerns, again))

/// Something went wrong that somebody must look at (ACT-04).
struct IncidentReported {
  static constexpr std::string_view type = "activity.incident_reported";
  using Of = State;
  std::string activity, request, contact;
  Personal what;
};
BOOST_DESCRIBE_STRUCT(IncidentReported, (), (activity, request, contact, what))

/// Whose word on how it went is still missing.
enum class Side { requester, customer };
BOOST_DESCRIBE_ENUM(Side, requester, customer)

/// Somebody was reminded to tell how it went, for the n-th time.
struct DebriefChased {
  static constexpr std::string_view type = "activity.debrief_chased";
  using Of = State;
  std::string activity;
  Side of{};
  int time = 0;
};
BOOST_DESCRIBE_STRUCT(DebriefChased, (), (activity, of, time))

void on(State&, const Planned&, const Meta&);
void on(State&, const Scheduled&, const Meta&);
void on(State&, const Recorded&, const Meta&);
void on(State&, const Debriefed&, const Meta&);
void on(State&, const Cancelled&, const Meta&);
void on(State&, const Arranged&, const Meta&);
void on(State&, const OtherTimesProposed&, const Meta&);
void on(State&, const Reminded&, const Meta&);
void on(State&, const CustomerDebriefed&, const Meta&);
void on(State&, const IncidentReported&, const Meta&);
void on(State&, const DebriefChased&, const Meta&);

}  // namespace vs::activities
