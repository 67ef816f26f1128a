// Choosing a customer, consulting the relationship owner, asking the customer: REQ-09, MAT-09.
#include <algorithm>

#include "features/requests/requests_common.h"

namespace vs::requests {
namespace {

constexpr std::size_t most_candidates = 10;

Result<void> may_decide(const Floors& f, const Request& r, const std::string& step, const Context& ctx) {
  return procedures::may_decide(f.procedures, f.people, r.id, step, "", ctx);
}

// Every candidate is looked at anew; whoever fails a gate is named with all of them.
Reasons check_choice(const Request& r, const Floors& f, const Choose& cmd, const Context& ctx) {
  Reasons reasons;
  reasons.expect(!cmd.candidates.empty(), "nobody_chosen", "candidates", "Choose at least one customer.");
  reasons.expect(cmd.candidates.size() <= most_candidates, "too_many", "candidates", "Choose at most ten customers.");
  reasons.expect(!trimmed(cmd.reason.text).empty(), "reason_required", "reason", "A reason is needed here.",
                 "Say in a sentence why these customers, in this order.");
  for (std::size_t i = 0; i < std::min(cmd.candidates.size(), most_candidates); ++i) {
    const auto& contact = cmd.candidates[i];
    const auto field = "candidates." + std::to_string(i);
    reasons.expect(std::ranges::count(cmd.candidates, contact) == 1, "chosen_twice", field,
                   "The same customer is chosen twice.");
    reasons.expect(std::ranges::find(r.passed_over, contact) == r.passed_over.end(), "passed_over", field,
                   "This customer is out of the question for this request.", "Choose another customer.");
    const auto shut = shut_gates(r, f, contact, ctx.today());
    add_blockers(reasons, shut, field);
    reasons.expect(!shut.empty() || advocates::of_contact(f.advocates, contact), "no_profile", field,
                   "This contact has no advocate profile.", "Nominate them first.");
  }
  return reasons;
}

std::vector<Choice> choices(const Request& r, const Floors& f, const Choose& cmd, Date today) {
  std::vector<Choice> out;
  const auto need = need_of(r, f.directory, today);
  for (const auto& contact : cmd.candidates) {
    const auto* a = advocates::of_contact(f.advocates, contact);
    const auto seen = matching::explain(f.directory, f.policies, f.authorizations, f.advocates, need, contact);
    out.push_back({contact, a->id, a->account, seen.score});
  }
  return out;
}

// A customer who approved this use beforehand is not asked again (AUT-09); the gate was asked all the same.
bool may_skip_asking(const Request& r, const Floors& f, const std::string& contact, Date today) {
  return std::ranges::all_of(r.intake.channels, [&](Channel channel) {
    return authorizations::pre_approved(f.authorizations, f.directory, use_of(r, f.directory, contact, channel, today));
  });
}

}  // namespace

Result<Decision> choose(const State& s, VS_FLOORS, const Choose& cmd, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, going(s, ctx));
  if (auto may = may_decide(f, *r, "match", ctx); !may) return std::unexpected(may.error());
  auto reasons = check_choice(*r, f, cmd, ctx);
  check_times(reasons, cmd.slots, cmd.minutes, ctx);
  if (!reasons.empty()) return reasons.refuse();

  const auto chosen = choices(*r, f, cmd, ctx.today());
  std::vector<Personal> conditions;
  for (const auto& each : cmd.conditions) conditions.push_back(said(ctx, each));
  Events out{CandidatesChosen{r->id, chosen, said(ctx, cmd.reason), conditions, policies::revision(pol)}};
  append(out,
         advocates::hold(advs, chosen.front().advocate, *r->intake.use_type, r->id, ctx, r->intake.channels.front()));
  out.push_back(PutForward{r->id, chosen.front().contact});
  append(out, proposed(*r, cmd.slots, cmd.minutes, cmd.message, {}, ctx));
  Candidate first{.contact = chosen.front().contact, .account = chosen.front().account};
  VS_TRY(moved, procedures::decide_step(procs, r->id, "match", "", "chosen",
                                        {cmd.reason, cmd.conditions, candidate_facts(first, dir), {}}, ctx));
  append(out, std::move(moved));
  return Decision{std::move(out), r->id};
}

Result<Decision> agree(const State& s, VS_FLOORS, const Agree& cmd, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, going(s, ctx));
  if (auto may = may_decide(f, *r, "consult", ctx); !may) return std::unexpected(may.error());
  Reasons reasons;
  add_blockers(reasons, shut_gates(*r, f, r->current, ctx.today()), "contact");
  check_times(reasons, cmd.slots, {}, ctx);
  if (!reasons.empty()) return reasons.refuse();

  VS_TRY(run, procedures::Run::on(procs, r->id, ctx));
  const auto reason = cmd.reason && !cmd.reason->text.empty() ? *cmd.reason : LongText{"A good moment to ask."};
  if (auto done = run.decide("consult", "", "agrees", {reason, {}, {}, {}}); !done)
    return std::unexpected(done.error());
  Events out{OwnerAgreed{r->id, r->current, said(ctx, cmd.reason)}}, asked;
  append(out, advocates::progress(advs, current_of(*r)->advocate, r->id, advocates::UseStatus::asked, ctx));
  if (may_skip_asking(*r, f, r->current, ctx.today())) {
    out.push_back(CustomerConfirmed{r->id, r->current, {}, {"", "Approved beforehand by the customer"}});
    if (auto done = run.decide("confirm", "", "yes"); !done) return std::unexpected(done.error());
  } else {
    append(out, proposed(*r, cmd.slots, {}, cmd.message, {}, ctx));
    const auto* open = procedures::open_step(run.now(), "confirm");
    const auto& slots = cmd.slots.empty() ? r->proposal.slots : cmd.slots;
    asked.push_back(CustomerAsked{r->id, r->current, ahead(slots, ctx.now), open ? open->due : std::nullopt});
  }
  append(out, run.take());
  append(out, std::move(asked));
  return Decision{std::move(out), r->id};
}

Result<Decision> object(const State& s, VS_FLOORS, const Object& cmd, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, going(s, ctx));
  if (auto may = may_decide(f, *r, "consult", ctx); !may) return std::unexpected(may.error());
  VS_TRY(run, procedures::Run::on(procs, r->id, ctx));
  if (auto done = run.decide("consult", "", "objects", {LongText{trimmed(cmd.reason.text)}, {}, {}, {}}); !done)
    return std::unexpected(done.error());
  Events out{OwnerObjected{r->id, r->current, said(ctx, cmd.reason)}};
  append(out, release_current(*r, f, ctx));
  Events next;
  if (next_fallback(*r)) {
    VS_TRY(gone_on, go_to_next(*r, f, run, {r->current}, ctx));
    next = std::move(gone_on);
  }
  append(out, run.take());
  append(out, std::move(next));
  return Decision{std::move(out), r->id};
}

}  // namespace vs::requests
