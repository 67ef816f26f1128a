// Requests follow what happens to customers, permissions and activities, in the same transaction.
#include "features/requests/reactions.h"
#include "features/requests/requests_common.h"

namespace vs::requests {
namespace {

// Steps that rely on the current customer, and their outcome when the customer falls away.
std::string outcome_when_lost(const std::string& step) {
  if (step == "consult") return "objects";
  if (step == "confirm") return "no";
  if (step == "final" || step == "disclose" || step == "activity") return "other_customer";
  return {};
}

Result<Events> turn_away(const Request& r, const Floors& f, const std::string& step, const std::string& why,
                         const Context& ctx) {
  VS_TRY(run, procedures::Run::on(f.procedures, r.id, ctx));
  const LongText reason{why == "withdrawn" ? "The customer took the permission back."
                                           : "The customer may no longer be asked."};
  if (auto done = run.decide(step, "", outcome_when_lost(step), {reason, {}, {}, {}}); !done)
    return std::unexpected(done.error());
  VS_TRY(next, go_to_next(r, f, run, {r.current}, ctx));
  Events out = run.take();
  append(out, std::move(next));
  return out;
}

// The customer agreed and did not come, or called it off: by policy the next fallback takes over, else the request
// goes to its end (ACT-02).
Events after_missed(const Request& r, const Floors& f, const activities::Recorded& e, const Context& ctx) {
  using policies::AfterMissed;
  auto run = procedures::Run::on(f.procedures, r.id, ctx);
  if (!run || r.current.empty()) return {};
  const auto rule = policies::in_force(f.policies).after_missed.value_or(AfterMissed::next_customer);
  const bool goes_on = rule == AfterMissed::next_customer && next_fallback(r);
  const LongText reason{"The customer did not keep the date."};
  if (!run->decide("activity", "", goes_on ? "other_customer" : "not_held", {reason, {}, {}, {}})) return {};
  Events out{CommitmentMissed{r.id, r.current, e.activity, e.outcome}};
  append(out, tell_of(r, f, policies::Occurrence::missed_commitment, "The customer did not keep the date.", ctx));
  Events next;
  if (goes_on) {
    auto found = go_to_next(r, f, *run, {r.current}, ctx);
    if (!found) return {};
    next = std::move(*found);
  }
  append(out, run->take());
  append(out, std::move(next));
  return out;
}

// One request whose current customer may no longer be used stops with them and goes on with another.
Events drop_current(const Request& r, const Floors& f, const activities::State& acts, const std::string& why,
                    const Context& ctx) {
  Events out{PassedOver{r.id, r.current, why, CandidateStatus::withdrawn}};
  append(out, release_current(r, f, ctx));
  const auto* a = activities::of_request(acts, r.id);
  if (a) append(out, activities::cancel(acts, a->id, "The customer may no longer be asked.", ctx));
  // What was already promised to somebody falls away: the relationship is looked at.
  if (a && why == "withdrawn")
    append(out, tell_of(r, f, policies::Occurrence::permission_withdrawn,
                        "The customer took back the permission on which a planned conversation relied.", ctx));
  const auto* c = procedures::find(f.procedures, r.id);
  if (!c) return out;
  for (const auto& open : c->open) {
    if (outcome_when_lost(open.step).empty()) continue;
    if (auto turned = turn_away(r, f, open.step, why, ctx)) append(out, std::move(*turned));
    return out;
  }
  return out;
}

// Every request that relies on this contact; gates are asked anew, since another permission may still cover it.
Events recheck(const State& s, const Floors& f, const activities::State& acts, const std::string& contact,
               const std::string& why, const Context& ctx) {
  const auto it = s.by_current.find(contact);
  if (it == s.by_current.end()) return {};
  Events out;
  for (const auto& id : it->second) {
    const auto* r = find(s, id);
    const auto* a = activities::of_request(acts, id);
    const bool held_already = a && a->status == activities::Status::held;
    if (!r || held_already || shut_gates(*r, f, contact, ctx.today()).empty()) continue;
    append(out, drop_current(*r, f, acts, why, ctx));
  }
  return out;
}

}  // namespace

Events on_withdrawn(const State& s, VS_FLOORS, const activities::State& acts, const authorizations::Withdrawn& e,
                    const Meta&, const Context& ctx) {
  return recheck(s, VS_THESE_FLOORS, acts, e.contact, "withdrawn", ctx);
}

Events on_narrowed(const State& s, VS_FLOORS, const activities::State& acts, const authorizations::Narrowed& e,
                   const Meta&, const Context& ctx) {
  return recheck(s, VS_THESE_FLOORS, acts, e.contact, "withdrawn", ctx);
}

Events on_reviewed(const State& s, VS_FLOORS, const activities::State& acts, const authorizations::Reviewed& e,
                   const Meta&, const Context& ctx) {
  return recheck(s, VS_THESE_FLOORS, acts, e.contact, "authorization_suspended", ctx);
}

Events on_paused(const State& s, VS_FLOORS, const activities::State& acts, const authorizations::Paused& e, const Meta&,
                 const Context& ctx) {
  return recheck(s, VS_THESE_FLOORS, acts, e.contact, "paused", ctx);
}

Events on_lapsed(const State& s, VS_FLOORS, const activities::State& acts, const authorizations::Lapsed& e, const Meta&,
                 const Context& ctx) {
  return recheck(s, VS_THESE_FLOORS, acts, e.contact, "expired", ctx);
}

Events on_conditions_reviewed(const State& s, VS_FLOORS, const activities::State& acts,
                              const authorizations::ConditionsReviewed& e, const Meta&, const Context& ctx) {
  return recheck(s, VS_THESE_FLOORS, acts, e.contact, "conditions", ctx);
}

Events on_contact_opted_out(const State& s, VS_FLOORS, const activities::State& acts,
                            const directory::ContactOptedOut& e, const Meta&, const Context& ctx) {
  return recheck(s, VS_THESE_FLOORS, acts, e.contact, "opted_out", ctx);
}

Events on_contact_left(const State& s, VS_FLOORS, const activities::State& acts, const directory::ContactLeft& e,
                       const Meta&, const Context& ctx) {
  return recheck(s, VS_THESE_FLOORS, acts, e.contact, "contact_left", ctx);
}

Events on_account_opted_out(const State& s, VS_FLOORS, const activities::State& acts,
                            const directory::AccountOptedOut& e, const Meta&, const Context& ctx) {
  Events out;
  const auto it = advs.by_account.find(e.account);
  if (it == advs.by_account.end()) return out;
  for (const auto& id : it->second)
    if (const auto* a = advocates::find(advs, id))
      append(out, recheck(s, VS_THESE_FLOORS, acts, a->contact, "account_opted_out", ctx));
  return out;
}

// Whoever turned the request to another customer, or ended it, called the conversation off on the way: then there is
// nobody put forward any more, and nothing is left to do here.
Events on_activity_cancelled(const State& s, const activities::State& acts, const procedures::State& procs,
                             const activities::Cancelled& e, const Meta&, const Context& ctx) {
  const auto a = acts.activities.find(e.activity);
  const auto* r = a == acts.activities.end() ? nullptr : find(s, a->second.plan.request);
  if (!r || r->status != Status::open || r->current != a->second.plan.contact) return {};
  const LongText reason{"The conversation was called off."};
  auto moved = procedures::decide_step(procs, r->id, "activity", "", "not_held", {reason, {}, {}, {}}, ctx);
  return moved ? std::move(*moved) : Events{};
}

Events on_activity_recorded(const State& s, VS_FLOORS, const activities::Recorded& e, const Meta&, const Context& ctx) {
  const auto* r = find(s, e.request);
  if (!r) return {};
  if (activities::missed_by_customer(e.outcome)) return after_missed(*r, VS_THESE_FLOORS, e, ctx);
  Events out;
  const bool held = e.outcome == activities::Outcome::held;
  if (held) out.push_back(Delivered{r->id, r->current, e.activity});
  auto moved = procedures::decide_step(procs, r->id, "activity", "", held ? "held" : "not_held", {}, ctx);
  if (moved) append(out, std::move(*moved));
  return out;
}

Events on_activity_debriefed(const State&, const procedures::State& procs, const activities::Debriefed& e, const Meta&,
                             const Context& ctx) {
  auto moved = procedures::decide_step(procs, e.request, "debrief", "", "debriefed", {}, ctx);
  return moved ? std::move(*moved) : Events{};
}

Events on_reminded(const State& s, const procedures::Reminded& e, const Meta&, const Context& ctx) {
  const auto* r = find(s, e.case_id);
  const auto* c = r && e.step == "confirm" && r->status == Status::open ? current_of(*r) : nullptr;
  if (!c || !c->asked_at || c->answer || c->reminded) return {};
  if (c->answer_by && *c->answer_by < ctx.now) return {};  // too late: somebody else is asked
  return {CustomerReminded{r->id, c->contact}};
}

Events on_case_resumed(const State& s, const procedures::Resumed& e, const Meta&, const Context&) {
  const auto* r = find(s, e.case_id);
  if (!r || r->status != Status::deferred) return {};
  return {Resumed{r->id}};
}

Events on_overdue(const State& s, VS_FLOORS, const procedures::Overdue& e, const Meta&, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  const auto* r = find(s, e.case_id);
  if (!r || e.step != "confirm" || r->status != Status::open || r->current.empty()) return {};
  auto run = procedures::Run::on(procs, r->id, ctx);
  if (!run || !run->decide("confirm", "", "silent")) return {};
  auto next = go_to_next(*r, f, *run, {r->current}, ctx);
  if (!next) return {};
  Events out{PassedOver{r->id, r->current, "silent", CandidateStatus::declined}};
  append(out, release_current(*r, f, ctx));
  append(out, run->take());
  append(out, std::move(*next));
  return out;
}

}  // namespace vs::requests
