#include "features/activities/activities_decide.h"

#include <algorithm>

namespace vs::activities {
namespace {

Result<Decision> as_decision(Result<Events> events, const std::string& id) {
  if (!events) return std::unexpected(events.error());
  return Decision{std::move(*events), id};
}

authorizations::Use use_of(const Plan& plan, Date on) {
  return {.contact = plan.contact,
          .account = plan.account,
          .use_type = plan.use_type,
          .channel = plan.channel,
          .region = plan.region,
          .language = plan.language,
          .topic = plan.topic,
          .product = plan.product,
          .on = on,
          .with = plan.prospect_account};
}

// Held uses count against everything they relied on; a customer's missed date marks the advocate's ledger only.
Events counted(const directory::State& dir, const authorizations::State& auths, const advocates::State& advs,
               const Activity& a, const Recorded& happened, const Context& ctx) {
  Events out;
  const bool held = happened.outcome == Outcome::held;
  const auto status = held                                            ? advocates::UseStatus::done
                      : happened.outcome == Outcome::no_show_customer ? advocates::UseStatus::no_show
                                                                      : advocates::UseStatus::cancelled;
  if (status == advocates::UseStatus::cancelled)
    append(out, advocates::release(advs, a.plan.advocate, a.plan.request, ctx));
  else append(out, advocates::count_use(advs, a.plan.advocate, a.plan.request, status, ctx));
  if (held) append(out, authorizations::count_use(auths, dir, use_of(a.plan, happened.on), a.plan.request, ctx));
  return out;
}

Reasons faults(const Record& cmd, const Context& ctx) {
  Reasons reasons;
  const auto minutes = cmd.minutes.value_or(0);
  reasons.expect(minutes >= 0 && minutes <= 24 * 60, "bad_minutes", "minutes",
                 "The length must be between 0 and 1440 minutes.");
  reasons.expect(cmd.outcome != Outcome::held || minutes > 0, "minutes_missing", "minutes", "Say how long it took.",
                 "Enter the length in minutes.");
  reasons.expect(cmd.on.value_or(ctx.today()) <= ctx.today(), "in_future", "on",
                 "What happened cannot be recorded before its day.", "Record it once it took place.");
  return reasons;
}

Reasons faults(const GiveDebrief& cmd) {
  Reasons reasons;
  reasons.expect(cmd.rating >= 1 && cmd.rating <= 5, "bad_rating", "rating", "The rating goes from 1 to 5.");
  const auto told = [](const auto& text) { return text && !text->text.empty(); };
  reasons.expect(told(cmd.said) || told(cmd.proof_points) || told(cmd.concerns), "nothing_said", "said",
                 "Tell what was said, or new proof points, or concerns.");
  return reasons;
}

void add_incident(Events& out, const Activity& a, const std::optional<LongText>& what, const Context& ctx) {
  if (auto words = words_of(ctx, what))
    out.push_back(IncidentReported{a.id, a.plan.request, a.plan.contact, std::move(*words)});
}

}  // namespace

std::optional<Personal> words_of(const Context& ctx, const std::optional<LongText>& text) {
  if (!text || text->text.empty()) return {};
  return Personal::of(ctx.actor.person(), text->text);
}

bool over(const Activity& a) {
  return a.status != Status::planned && a.status != Status::scheduled;
}

const Activity* lookup(const State& s, const std::string& id) {
  const auto it = s.activities.find(id);
  return it == s.activities.end() ? nullptr : &it->second;
}

std::unexpected<Refusal> unknown() {
  return refuse(RefusalKind::not_found, "not_found", "There is no such activity.");
}

std::unexpected<Refusal> already_over(const Activity& a) {
  return refuse(RefusalKind::conflict, "already_recorded",
                "Activity " + a.number + " is already " + spoken(a.status) + ".", "Open it to see what was recorded.");
}

const Activity* of_request(const State& s, const std::string& request) {
  const auto it = s.by_request.find(request);
  if (it == s.by_request.end()) return nullptr;
  for (auto id = it->second.rbegin(); id != it->second.rend(); ++id)
    if (const auto* a = lookup(s, *id); a && (a->status != Status::cancelled || a->outcome)) return a;
  return nullptr;
}

std::vector<const Activity*> owed_by(const State& s, const std::string& requester) {
  std::vector<const Activity*> out;
  if (const auto it = s.owed.find(requester); it != s.owed.end())
    for (const auto& id : it->second) out.push_back(lookup(s, id));
  std::ranges::sort(out, {}, [](const Activity* a) { return *a->on; });
  return out;
}

std::vector<const Activity*> of_contact(const State& s, const std::string& contact) {
  std::vector<const Activity*> out;
  if (const auto it = s.by_contact.find(contact); it != s.by_contact.end())
    for (const auto& id : it->second) out.push_back(lookup(s, id));
  std::ranges::reverse(out);
  return out;
}

Events plan(const State& s, const std::string& activity, const Plan& plan, const Agreed& agreed, const Context& ctx) {
  if (const auto* a = of_request(s, plan.request); a && !over(*a)) return {};
  Events out{Planned{activity, "ACT-" + std::to_string(1001 + s.last_number), plan}};
  if (agreed.slot && *agreed.slot > ctx.now) out.push_back(Scheduled{activity, *agreed.slot, agreed.minutes});
  else if (!agreed.other_times.empty()) out.push_back(OtherTimesProposed{activity, agreed.other_times, {}});
  return out;
}

Events cancel(const State& s, const std::string& activity, const std::string& reason, const Context& ctx) {
  const auto* a = lookup(s, activity);
  if (!a || over(*a)) return {};
  return {Cancelled{activity, Personal::of(ctx.actor.person(), reason)}};
}

Result<Events> record_outcome(const State& s, const directory::State& dir, const authorizations::State& auths,
                              const advocates::State& advs, const std::string& activity, const Record& cmd,
                              const Context& ctx) {
  const auto* a = lookup(s, activity);
  if (!a) return unknown();
  if (over(*a)) return already_over(*a);
  if (const auto reasons = faults(cmd, ctx); !reasons.empty()) return reasons.refuse();
  const Recorded happened{activity,
                          a->plan.request,
                          cmd.outcome,
                          cmd.on.value_or(ctx.today()),
                          cmd.minutes.value_or(0),
                          words_of(ctx, cmd.notes),
                          words_of(ctx, cmd.follow_ups)};
  Events out{happened};
  append(out, counted(dir, auths, advs, *a, happened, ctx));
  return out;
}

Result<Events> take_debrief(const State& s, const std::string& activity, const GiveDebrief& cmd, const Context& ctx) {
  const auto* a = lookup(s, activity);
  if (!a) return unknown();
  if (a->debrief) return refuse(RefusalKind::conflict, "already_debriefed", "This activity was debriefed already.");
  if (a->status != Status::held)
    return refuse(RefusalKind::rule, "not_held", "Only an activity that was held is debriefed.",
                  "Record first what happened.");
  if (const auto reasons = faults(cmd); !reasons.empty()) return reasons.refuse();
  Events out{Debriefed{activity, a->plan.request, cmd.rating, words_of(ctx, cmd.said), words_of(ctx, cmd.proof_points),
                       words_of(ctx, cmd.concerns), cmd.again.value_or(true),
                       cmd.deal_effect.value_or(DealEffect::unknown)}};
  add_incident(out, *a, cmd.incident, ctx);
  return out;
}

Result<void> may_touch(const State& s, const Context& ctx) {
  const auto* a = lookup(s, ctx.target);
  if (!a || ctx.actor.kind == ActorKind::contact) return unknown();
  const bool runs_program = ctx.has_role("program_owner") || ctx.has_role("advocacy_manager");
  if (runs_program || a->plan.requester == ctx.actor.person()) return {};
  return refuse(RefusalKind::forbidden, "not_yours", "Only the requester or the program owner may do this.");
}

Result<void> still_ahead(const State& s, const Context& ctx) {
  VS_TRY(mine, may_touch_ok(s, ctx));
  if (over(*mine)) return already_over(*mine);
  return {};
}

Result<void> owes_debrief(const State& s, const Context& ctx) {
  VS_TRY(mine, may_touch_ok(s, ctx));
  if (mine->status == Status::held && !mine->debrief) return {};
  return refuse(RefusalKind::rule, "no_debrief_owed", "No debrief is owed for this activity.");
}

Result<const Activity*> may_touch_ok(const State& s, const Context& ctx) {
  if (const auto may = may_touch(s, ctx); !may) return std::unexpected(may.error());
  return lookup(s, ctx.target);
}

Result<Decision> record(const State& s, const directory::State& dir, const authorizations::State& auths,
                        const advocates::State& advs, const Record& cmd, const Context& ctx) {
  VS_TRY(a, may_touch_ok(s, ctx));
  return as_decision(record_outcome(s, dir, auths, advs, a->id, cmd, ctx), a->id);
}

Result<Decision> debrief(const State& s, const GiveDebrief& cmd, const Context& ctx) {
  VS_TRY(a, may_touch_ok(s, ctx));
  return as_decision(take_debrief(s, a->id, cmd, ctx), a->id);
}

}  // namespace vs::activities
