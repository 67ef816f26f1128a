// Final approval and disclosure of the contact: REQ-10. These gates are compiled in; no procedure can lead
// around them.
#include <algorithm>

#include "features/requests/requests_common.h"
#include "features/requests/requests_when.h"

namespace vs::requests {
namespace {

bool cleared(const std::vector<procedures::Clearance>& all, procedures::Aspect aspect, const std::string& instance) {
  return std::ranges::any_of(all, [&](const procedures::Clearance& c) {
    return c.aspect == aspect && (instance.empty() || c.instance == instance) &&
           (c.outcome == "clear" || c.outcome == "clear_with_conditions");
  });
}

bool touches(const Request& r, Touch touch) {
  const auto all = r.intake.touches.value_or(std::vector<Touch>{});
  return std::ranges::find(all, touch) != all.end();
}

// Legal, privacy and every channel said yes, and brand or compliance where the use touches them.
void expect_clearances(Reasons& reasons, const Request& r, const procedures::Case& c) {
  using procedures::Aspect;
  const auto all = procedures::clearances(c);
  const auto need = [&](Aspect aspect, const std::string& instance = {}) {
    const std::string what(name_of(aspect));
    reasons.expect(cleared(all, aspect, instance), "not_cleared", what,
                   "The " + what + " clearance" + (instance.empty() ? "" : " for " + instance) + " is not given.",
                   "Have it reviewed first.");
  };
  need(Aspect::legal);
  need(Aspect::privacy);
  for (const auto channel : r.intake.channels) need(Aspect::channel, std::string(name_of(channel)));
  if (touches(r, Touch::logo) || touches(r, Touch::testimonial)) need(Aspect::brand);
  if (touches(r, Touch::regulated_claim)) need(Aspect::regulated);
}

// Everything that stands between the request and the contact's details, as of now.
Reasons disclosure_gate(const Request& r, const Floors& f, const Context& ctx) {
  Reasons reasons;
  const auto* chosen = current_of(r);
  reasons.expect(chosen && chosen->status == CandidateStatus::confirmed, "not_confirmed", "contact",
                 "The customer has not said yes.", "Ask the customer first.");
  if (const auto* c = procedures::find(f.procedures, r.id)) expect_clearances(reasons, r, *c);
  if (chosen) add_blockers(reasons, shut_gates(r, f, chosen->contact, ctx.today()), "contact");
  return reasons;
}

Instant disclosed_until(const Floors& f, const Context& ctx) {
  return ctx.now.plus_seconds(std::int64_t{policies::in_force(f.policies).disclosure_hours} * 3600);
}

std::vector<std::string> relied_on(const Request& r, const Floors& f, const Context& ctx) {
  std::vector<std::string> out;
  for (const auto channel : r.intake.channels) {
    const auto use = use_of(r, f.directory, r.current, channel, ctx.today());
    for (const auto& clause : authorizations::may_use(f.authorizations, f.directory, use).clauses)
      if (clause.effect == "permits" && std::ranges::find(out, clause.authorization) == out.end())
        out.push_back(clause.authorization);
  }
  return out;
}

activities::Plan plan_of(const Request& r, const Floors& f, const Candidate& c, const Context& ctx) {
  const auto use = use_of(r, f.directory, c.contact, r.intake.channels.front(), ctx.today());
  const auto prospect = r.intake.prospect.value_or(Prospect{});
  return {.request = r.id,
          .request_number = r.number,
          .requester = r.requester,
          .contact = c.contact,
          .advocate = c.advocate,
          .account = c.account,
          .use_type = use.use_type,
          .channel = use.channel,
          .region = use.region,
          .language = use.language,
          .topic = use.topic,
          .product = use.product,
          .prospect_account = r.account,
          .prospect_name = prospect.name.value_or(""),
          .authorizations = r.used_authorizations};
}

// One time suits both; of several that the customer named, the requester chooses.
activities::Agreed agreed_with(const Request& r, const Candidate& c) {
  activities::Agreed out{c.slot, r.proposal.minutes, {}};
  if (!c.answer || c.answer->slots.size() < 2) return out;
  out.slot.reset();
  out.other_times = c.answer->slots;
  return out;
}

// The final word is another than yes: to another customer, or no at all.
Result<Decision> not_approved(const Request& r, const Floors& f, const Approve& cmd, const Context& ctx) {
  VS_TRY(run, procedures::Run::on(f.procedures, r.id, ctx));
  const LongText reason = cmd.reason.value_or(LongText{});
  if (auto done = run.decide("final", "", std::string(name_of(*cmd.outcome)), {reason, {}, {}, {}}); !done)
    return std::unexpected(done.error());
  if (*cmd.outcome == FinalOutcome::not_approved) {
    Events out = run.take();
    append(out, reject(r, f, "final_not_approved", reason.text, escalations::Kind::sponsor, ctx));
    return Decision{std::move(out), r.id};
  }
  Events out{PassedOver{r.id, r.current, "other_customer", CandidateStatus::released}};
  append(out, release_current(r, f, ctx));
  Events next;
  if (next_fallback(r)) {
    VS_TRY(gone_on, go_to_next(r, f, run, {r.current}, ctx));
    next = std::move(gone_on);
  }
  append(out, run.take());
  append(out, std::move(next));
  return Decision{std::move(out), r.id};
}

}  // namespace

Result<Decision> approve(const State& s, VS_FLOORS, const Approve& cmd, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, going(s, ctx));
  if (auto may = procedures::may_decide(procs, people, r->id, "final", "", ctx); !may)
    return std::unexpected(may.error());
  if (cmd.outcome.value_or(FinalOutcome::approved) != FinalOutcome::approved) return not_approved(*r, f, cmd, ctx);
  if (const auto reasons = disclosure_gate(*r, f, ctx); !reasons.empty()) return reasons.refuse();
  const auto reason =
      cmd.reason && !trimmed(cmd.reason->text).empty() ? *cmd.reason : LongText{"Everything stands as of now."};
  Events out{Approved{r->id, r->current, policies::revision(pol), relied_on(*r, f, ctx)}};
  VS_TRY(moved, procedures::decide_step(procs, r->id, "final", "", "approved", {reason, {}, {}, {}}, ctx));
  append(out, std::move(moved));
  return Decision{std::move(out), r->id};
}

Result<Decision> disclose(const State& s, VS_FLOORS, const activities::State& acts, const Disclose&,
                          const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, going(s, ctx));
  if (auto may = procedures::may_decide(procs, people, r->id, "disclose", "", ctx); !may)
    return std::unexpected(may.error());
  auto reasons = disclosure_gate(*r, f, ctx);
  reasons.expect(ctx.actor.person() != r->requester, "own_request", "",
                 "Nobody discloses a contact for a request of their own.", "Ask a colleague.");
  if (!reasons.empty()) return reasons.refuse();
  const auto& chosen = *current_of(*r);
  Events out{ContactDisclosed{r->id, chosen.contact, r->requester, disclosed_until(f, ctx)}};
  append(out, activities::plan(acts, ctx.id("act"), plan_of(*r, f, chosen, ctx), agreed_with(*r, chosen), ctx));
  append(out, advocates::progress(advs, chosen.advocate, r->id, advocates::UseStatus::scheduled, ctx));
  VS_TRY(moved, procedures::decide_step(procs, r->id, "disclose", "", "disclosed", {}, ctx));
  append(out, std::move(moved));
  return Decision{std::move(out), r->id};
}

Result<void> can_disclose_again(const State& s, const people::State&, const procedures::State& procs,
                                const Context& ctx) {
  VS_TRY(r, going(s, ctx));
  if (!ctx.has_role("program_owner"))
    return refuse(RefusalKind::forbidden, "not_yours", "Only the program owner discloses a contact again.");
  if (ctx.actor.person() == r->requester)
    return refuse(RefusalKind::forbidden, "own_request", "Nobody discloses a contact for a request of their own.",
                  "Ask a colleague.");
  const auto* c = procedures::find(procs, r->id);
  const bool under_way = c && procedures::open_at(*c, "activity");
  if (!r->disclosure || r->disclosure->contact != r->current || !under_way)
    return refuse(RefusalKind::conflict, "not_disclosed", "No contact is disclosed for a conversation still to come.",
                  "Wait for the final approval.");
  if (r->disclosure->until > ctx.now)
    return refuse(RefusalKind::conflict, "still_disclosed",
                  "The contact is still disclosed, until " + r->disclosure->until.vj_str() + ".");
  return {};
}

Result<Decision> disclose_again(const State& s, VS_FLOORS, const DiscloseAgain&, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  if (auto may = can_disclose_again(s, people, procs, ctx); !may) return std::unexpected(may.error());
  const auto& r = *find(s, ctx.target);
  if (const auto reasons = disclosure_gate(r, f, ctx); !reasons.empty()) return reasons.refuse();
  return Decision{{DisclosedAgain{r.id, r.current, r.requester, disclosed_until(f, ctx), policies::revision(pol)}},
                  r.id};
}

Result<void> may_view_contact(const State& s, const Context& ctx) {
  VS_TRY(r, addressed(s, ctx));
  if (!r->disclosure)
    return refuse(RefusalKind::rule, "not_disclosed", "The contact has not been disclosed.",
                  "Wait for the final approval.");
  if (r->disclosure->to != ctx.actor.person() && !ctx.has_role("program_owner"))
    return refuse(RefusalKind::forbidden, "not_yours", "The contact is disclosed to the requester only.");
  if (r->disclosure->until <= ctx.now)
    return refuse(RefusalKind::rule, "disclosure_over", "The time for which the contact was disclosed is over.",
                  "Ask the program owner to disclose it again.");
  return {};
}

Result<Decision> view_contact(const State& s, const ViewContact&, const Context& ctx) {
  if (auto may = may_view_contact(s, ctx); !may) return std::unexpected(may.error());
  const auto& r = *find(s, ctx.target);
  return Decision{{ContactViewed{r.id, r.disclosure->contact, ctx.actor.person()}}, r.id};
}

}  // namespace vs::requests
