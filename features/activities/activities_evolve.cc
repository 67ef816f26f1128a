#include "features/activities/activities.h"

namespace vs::activities {
namespace {

// Null for an activity that was never planned: folding stays total.
Activity* touch(State& s, const std::string& id, const Meta& m) {
  const auto it = s.activities.find(id);
  if (it == s.activities.end()) return nullptr;
  it->second.version = m.sequence;
  return &it->second;
}

void no_longer_owed(State& s, const Activity& a) {
  const auto it = s.owed.find(a.plan.requester);
  if (it == s.owed.end()) return;
  it->second.erase(a.id);
  if (it->second.empty()) s.owed.erase(it);
}

}  // namespace

void on(State& s, const Planned& e, const Meta& m) {
  auto& a = s.activities[e.activity];
  a.id = e.activity;
  a.number = e.number;
  a.plan = e.plan;
  a.planned_at = m.at;
  a.version = m.sequence;
  s.by_request[e.plan.request].push_back(e.activity);
  ++s.last_number;
}

void on(State& s, const Scheduled& e, const Meta& m) {
  auto* a = touch(s, e.activity, m);
  if (!a) return;
  a->status = Status::scheduled;
  a->scheduled_for = e.at;
  a->minutes = e.minutes;
}

void on(State& s, const Recorded& e, const Meta& m) {
  auto* a = touch(s, e.activity, m);
  if (!a) return;
  a->status = e.outcome == Outcome::held                    ? Status::held
              : e.outcome == Outcome::cancelled_by_customer ? Status::cancelled
                                                            : Status::no_show;
  a->outcome = e.outcome;
  a->on = e.on;
  a->minutes = e.minutes;
  a->notes = e.notes.value_or(Personal{});
  a->follow_ups = e.follow_ups.value_or(Personal{});
  a->recorded_by = m.actor.person();
  if (e.outcome == Outcome::held) s.owed[a->plan.requester].insert(a->id);
}

void on(State& s, const Debriefed& e, const Meta& m) {
  auto* a = touch(s, e.activity, m);
  if (!a) return;
  a->debrief = Debrief{m.actor.person(),
                       m.at,
                       e.rating,
                       e.said.value_or(Personal{}),
                       e.proof_points.value_or(Personal{}),
                       e.concerns.value_or(Personal{}),
                       e.again,
                       e.deal_effect};
  no_longer_owed(s, *a);
}

void on(State& s, const Cancelled& e, const Meta& m) {
  auto* a = touch(s, e.activity, m);
  if (!a) return;
  a->status = Status::cancelled;
  a->reason = e.reason;
  no_longer_owed(s, *a);
}

}  // namespace vs::activities
