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

// It does not lie ahead any more; who was invited is told with the next number.
void no_longer_ahead(State& s, Activity& a) {
  if (!a.scheduled_for) return;
  s.ahead.erase({*a.scheduled_for, a.id});
  ++a.sequence;
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
  s.by_contact[e.plan.contact].push_back(e.activity);
  ++s.last_number;
}

void on(State& s, const Scheduled& e, const Meta& m) {
  auto* a = touch(s, e.activity, m);
  if (!a) return;
  no_longer_ahead(s, *a);
  if (!a->scheduled_for) a->sequence = 0;
  a->status = Status::scheduled;
  a->scheduled_for = e.at;
  a->scheduled_at = m.at;
  a->minutes = e.minutes;
  a->other_times.clear();
  a->other_times_why = Personal{};
  s.ahead.insert({e.at, a->id});
}

void on(State& s, const Recorded& e, const Meta& m) {
  auto* a = touch(s, e.activity, m);
  if (!a) return;
  a->status = e.outcome == Outcome::held                    ? Status::held
              : e.outcome == Outcome::cancelled_by_customer ? Status::cancelled
                                                            : Status::no_show;
  no_longer_ahead(s, *a);
  a->outcome = e.outcome;
  a->on = e.on;
  a->minutes = e.minutes;
  a->notes = e.notes.value_or(Personal{});
  a->follow_ups = e.follow_ups.value_or(Personal{});
  a->recorded_by = m.actor.person();
  a->recorded_at = m.at;
  if (e.outcome != Outcome::held) return;
  s.owed[a->plan.requester].insert(a->id);
  s.unheard.insert(a->id);
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
  no_longer_ahead(s, *a);
  no_longer_owed(s, *a);
}

void on(State& s, const Arranged& e, const Meta& m) {
  auto* a = touch(s, e.activity, m);
  if (!a) return;
  a->where = e.where;
  a->agenda = e.agenda;
}

void on(State& s, const OtherTimesProposed& e, const Meta& m) {
  auto* a = touch(s, e.activity, m);
  if (!a) return;
  a->other_times = e.slots;
  a->other_times_why = e.reason.value_or(Personal{});
}

void on(State& s, const Reminded& e, const Meta& m) {
  if (auto* a = touch(s, e.activity, m)) a->reminded_for = e.of;
}

void on(State& s, const CustomerDebriefed& e, const Meta& m) {
  auto* a = touch(s, e.activity, m);
  if (!a) return;
  a->customer_debrief =
      CustomerDebrief{m.at, e.rating, e.said.value_or(Personal{}), e.concerns.value_or(Personal{}), e.again};
  s.unheard.erase(a->id);
}

void on(State& s, const IncidentReported& e, const Meta& m) {
  if (auto* a = touch(s, e.activity, m)) a->incidents.push_back({m.at, m.actor.person(), e.what});
}

void on(State& s, const DebriefChased& e, const Meta& m) {
  auto* a = touch(s, e.activity, m);
  if (!a) return;
  (e.of == Side::requester ? a->chased : a->customer_chased) = e.time;
  if (e.of == Side::customer) s.unheard.erase(a->id);  // they are asked once more, and then left in peace
}

}  // namespace vs::activities
