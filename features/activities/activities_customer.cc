// The customer's side of an activity: what they see of it, and how it went in their eyes (ACT-03).
#include "features/activities/activities_decide.h"

namespace vs::activities {

Result<void> can_debrief_customer(const State& s, const Context& ctx) {
  VS_TRY(a, own(s, ctx));
  if (a->customer_debrief)
    return refuse(RefusalKind::conflict, "already_debriefed", "You told us already how it went. Thank you.");
  if (a->status != Status::held)
    return refuse(RefusalKind::rule, "not_held", "It is not recorded yet that this conversation took place.",
                  "Please come back a little later.");
  return {};
}

Result<Decision> debrief_customer(const State& s, const GiveCustomerDebrief& cmd, const Context& ctx) {
  if (auto can = can_debrief_customer(s, ctx); !can) return std::unexpected(can.error());
  const auto& a = *lookup(s, ctx.target);
  if (cmd.rating < 1 || cmd.rating > 5)
    return refuse(RefusalKind::rule, "bad_rating", "The rating goes from 1 to 5.", "Choose one of them.", "rating");
  Events out{CustomerDebriefed{a.id, a.plan.request, a.plan.contact, cmd.rating, words_of(ctx, cmd.said),
                               words_of(ctx, cmd.concerns), cmd.again.value_or(true)}};
  if (auto what = words_of(ctx, cmd.incident))
    out.push_back(IncidentReported{a.id, a.plan.request, a.plan.contact, std::move(*what)});
  return Decision{std::move(out), a.id};
}

std::optional<CustomerView> shown_to_customer(const State& s, const people::State& people, const directory::State& dir,
                                              const std::string& activity, const std::string& contact, Instant now) {
  const auto* a = lookup(s, activity);
  if (!a || a->plan.contact != contact) return {};
  CustomerView view;
  view.id = a->id, view.number = a->number, view.request = a->plan.request, view.contact = contact;
  view.status = a->status;
  view.use_type = a->plan.use_type, view.channel = a->plan.channel;
  view.language = a->plan.language, view.topic = a->plan.topic, view.product = a->plan.product;
  view.with_name = people::name_of(people, a->plan.requester);
  view.prospect_name = a->plan.prospect_name;
  view.scheduled_for = a->scheduled_for;
  view.minutes = a->minutes > 0 ? a->minutes : usual_minutes;
  if (const auto* known = directory::contact(dir, contact)) view.time_zone = known->time_zone;
  view.where = a->where.words(), view.agenda = a->agenda.words();
  view.other_times = a->other_times;
  const bool ahead = !over(*a) && (!a->scheduled_for || *a->scheduled_for > now);
  view.may_reschedule = view.may_cancel = ahead;
  view.may_debrief = a->status == Status::held && !a->customer_debrief;
  if (const auto& d = a->customer_debrief)
    view.debrief = CustomerDebriefView{d->at, d->rating, d->said.words(), d->concerns.words(), d->again};
  view.version = a->version;
  return view;
}

Result<CustomerView> mine(const State& s, const people::State& people, const directory::State& dir, const Ask& ask) {
  const auto* a = lookup(s, ask.id);
  // Staff see it through the customer's eyes; another customer knows of nothing.
  const bool customer = ask.actor.kind == ActorKind::contact;
  const std::string contact = customer ? ask.actor.id : a ? a->plan.contact : std::string{};
  if (auto view = shown_to_customer(s, people, dir, ask.id, contact, ask.now)) return std::move(*view);
  return unknown();
}

}  // namespace vs::activities
