#include "features/activities/activities_views.h"

namespace vs::activities {
namespace {

bool sees_all(const Ask& ask) {
  for (const auto& role : ask.roles)
    if (role != "requester") return true;
  return false;
}

// Someone who is only a requester sees own activities (README rule 6).
bool visible(const Activity& a, const Ask& ask) {
  return sees_all(ask) || a.plan.requester == ask.actor.person();
}

}  // namespace

Row view(const Activity& a, const people::State& people, const directory::State& dir) {
  Row row{a.id, a.number, a.plan.request, a.plan.request_number, a.plan.requester};
  row.requester_name = people::name_of(people, a.plan.requester);
  row.contact = a.plan.contact;
  if (const auto* c = directory::contact(dir, a.plan.contact)) row.contact_name = c->name.words();
  row.account = a.plan.account;
  if (const auto* acc = directory::account(dir, a.plan.account)) row.account_name = acc->name;
  row.advocate = a.plan.advocate;
  row.prospect_name = a.plan.prospect_name;
  row.use_type = a.plan.use_type;
  row.channel = a.plan.channel;
  row.status = a.status;
  row.scheduled_for = a.scheduled_for;
  row.on = a.on;
  row.outcome = a.outcome;
  row.minutes = a.minutes;
  row.authorizations = a.plan.authorizations;
  row.notes = a.notes.words();
  row.follow_ups = a.follow_ups.words();
  row.debrief_owed = a.status == Status::held && !a.debrief;
  if (const auto& d = a.debrief)
    row.debrief = DebriefView{d->by,
                              people::name_of(people, d->by),
                              d->at,
                              d->rating,
                              d->said.words(),
                              d->proof_points.words(),
                              d->concerns.words(),
                              d->again,
                              d->deal_effect};
  if (const auto& d = a.customer_debrief)
    row.customer_debrief = CustomerDebriefView{d->at, d->rating, d->said.words(), d->concerns.words(), d->again};
  for (const auto& each : a.incidents)
    row.incidents.push_back(
        {each.at, each.by == a.plan.contact ? row.contact_name : people::name_of(people, each.by), each.what.words()});
  if (const auto* c = directory::contact(dir, a.plan.contact)) row.time_zone = c->time_zone;
  row.where = a.where.words();
  row.agenda = a.agenda.words();
  row.reason = a.reason.words();
  row.other_times = a.other_times;
  row.other_times_why = a.other_times_why.words();
  row.invitations = a.sequence + 1;
  row.version = a.version;
  return row;
}

std::vector<Row> rows(const State& s, const people::State& people, const directory::State& dir, const Ask& ask) {
  std::vector<Row> out;
  for (const auto& [id, a] : s.activities)
    if (visible(a, ask)) out.push_back(view(a, people, dir));
  return out;
}

Result<Row> item(const State& s, const people::State& people, const directory::State& dir, const Ask& ask) {
  const auto it = s.activities.find(ask.id);
  if (it == s.activities.end() || !visible(it->second, ask))
    return refuse(RefusalKind::not_found, "not_found", "There is no such activity.");
  return view(it->second, people, dir);
}

}  // namespace vs::activities
