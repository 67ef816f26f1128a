// After the disclosure: activity, debrief, the final record; and the ways to stop, defer and reopen
// (REQ-13, REQ-15, ACT-02, ACT-03).
#include <algorithm>

#include "features/requests/requests_common.h"

namespace vs::requests {
namespace {

bool runs_program(const Context& ctx) {
  return ctx.has_role("program_owner");
}

Result<void> owner_or_requester(const Request& r, const Context& ctx) {
  if (runs_program(ctx) || ctx.has_role("intake_coordinator") || r.requester == ctx.actor.person()) return {};
  return refuse(RefusalKind::forbidden, "not_yours", "Only the requester or the program owner may do this.");
}

Result<void> only_program(const Context& ctx) {
  if (runs_program(ctx)) return {};
  return refuse(RefusalKind::forbidden, "not_yours", "Only the program owner may do this.");
}

Result<void> needs_reason(const LongText& reason) {
  if (!trimmed(reason.text).empty()) return {};
  return refuse(RefusalKind::rule, "reason_required", "A reason is needed here.", "Say in a sentence why.", "reason");
}

// The activity that the step is about, when the actor may decide the step.
Result<const activities::Activity*> activity_at(const std::string& step, const Request& r, const Floors& f,
                                                const activities::State& acts, const Context& ctx) {
  if (auto may = procedures::may_decide(f.procedures, f.people, r.id, step, "", ctx); !may)
    return std::unexpected(may.error());
  const auto* a = activities::of_request(acts, r.id);
  if (!a) return refuse(RefusalKind::rule, "no_activity", "No activity is planned for this request.");
  return a;
}

std::string archive_outcome(Decided decision) {
  return decision == Decided::fulfilled ? "fulfilled"
         : decision == Decided::partly  ? "partly_fulfilled"
                                        : "not_fulfilled";
}

// What is closed must be over: at its last step, rejected, or cancelled.
Result<Events> end_case(const Request& r, const Floors& f, const Close& cmd, const Context& ctx) {
  const auto* c = procedures::find(f.procedures, r.id);
  if (!c || c->status != procedures::CaseStatus::open) return Events{};
  if (!procedures::open_at(*c, "close")) {
    if (r.status != Status::open)
      return procedures::stop(f.procedures, r.id, std::string(name_of(r.status)), "Closed.", ctx);
    return refuse(RefusalKind::conflict, "not_open", "The request is still under way and cannot be closed.",
                  "Cancel it, or go on with its open steps.");
  }
  return procedures::decide_step(f.procedures, r.id, "close", "", archive_outcome(cmd.decision),
                                 {cmd.notes.value_or(LongText{}), {}, {}, {}}, ctx);
}

Reasons check_closing(const Request& r, const Close& cmd) {
  Reasons reasons;
  const int wanted = r.intake.wanted.value_or(1);
  reasons.expect(cmd.decision != Decided::fulfilled || r.delivered >= wanted, "not_fulfilled", "decision",
                 std::to_string(r.delivered) + " of " + std::to_string(wanted) + " references took place.",
                 r.delivered > 0 ? "Close it as partly fulfilled, or reopen it for the others."
                                 : "Close it as rejected, with a note.");
  reasons.expect(cmd.decision != Decided::partly || r.delivered > 0, "nothing_delivered", "decision",
                 "No reference took place, so nothing was fulfilled.");
  reasons.expect(cmd.decision != Decided::rejected || r.delivered == 0, "delivered", "decision",
                 "A reference took place, so the request was not rejected.");
  return reasons;
}

}  // namespace

Result<Decision> record_activity(const State& s, VS_FLOORS, const activities::State& acts,
                                 const activities::Record& cmd, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, going(s, ctx));
  VS_TRY(a, activity_at("activity", *r, f, acts, ctx));
  VS_TRY(out, activities::record_outcome(acts, dir, auths, advs, a->id, cmd, ctx));
  return Decision{std::move(out), r->id};
}

Result<Decision> debrief(const State& s, VS_FLOORS, const activities::State& acts, const activities::GiveDebrief& cmd,
                         const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, going(s, ctx));
  VS_TRY(a, activity_at("debrief", *r, f, acts, ctx));
  VS_TRY(out, activities::take_debrief(acts, a->id, cmd, ctx));
  return Decision{std::move(out), r->id};
}

Result<Decision> close(const State& s, VS_FLOORS, const Close& cmd, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, addressed(s, ctx));
  if (auto may = only_program(ctx); !may) return std::unexpected(may.error());
  if (r->requester == ctx.actor.person())
    return refuse(RefusalKind::forbidden, "own_request", "Nobody closes a request of their own.", "Ask a colleague.");
  if (const auto reasons = check_closing(*r, cmd); !reasons.empty()) return reasons.refuse();
  VS_TRY(ended, end_case(*r, f, cmd, ctx));
  Events out = release_current(*r, f, ctx);
  append(out, std::move(ended));
  out.push_back(Closed{r->id, cmd.decision, said(ctx, cmd.notes)});
  return Decision{std::move(out), r->id};
}

Result<Decision> cancel(const State& s, VS_FLOORS, const activities::State& acts, const Cancel& cmd,
                        const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, addressed(s, ctx));
  if (auto may = owner_or_requester(*r, ctx); !may) return std::unexpected(may.error());
  if (r->status == Status::cancelled) return Decision{{}, r->id};
  if (r->status == Status::rejected)
    return refuse(RefusalKind::conflict, "rejected", "Request " + r->number + " is rejected already.");
  if (r->delivered > 0)
    return refuse(RefusalKind::conflict, "delivered", "A reference took place already; this cannot be cancelled.",
                  "Have it closed.");
  if (auto good = needs_reason(cmd.reason); !good) return std::unexpected(good.error());
  Events out{Cancelled{r->id, said(ctx, cmd.reason)}};
  append(out, release_current(*r, f, ctx));
  if (const auto* a = activities::of_request(acts, r->id))
    append(out, activities::cancel(acts, a->id, cmd.reason.text, ctx));
  append(out, procedures::stop(procs, r->id, "cancelled", cmd.reason.text, ctx));
  return Decision{std::move(out), r->id};
}

Result<Decision> defer(const State& s, const procedures::State& procs, const Defer& cmd, const Context& ctx) {
  VS_TRY(r, going(s, ctx));
  if (auto may = only_program(ctx); !may) return std::unexpected(may.error());
  Reasons reasons;
  reasons.expect(cmd.until > ctx.today(), "until_required", "until", "A deferral needs a day in the future.");
  reasons.expect(!trimmed(cmd.reason.text).empty(), "reason_required", "reason", "A reason is needed here.");
  if (!reasons.empty()) return reasons.refuse();
  Events out{Deferred{r->id, cmd.until, said(ctx, cmd.reason)}};
  append(out, procedures::defer(procs, r->id, cmd.until, cmd.reason.text, ctx));
  return Decision{std::move(out), r->id};
}

Result<Decision> resume(const State& s, const procedures::State& procs, const Resume&, const Context& ctx) {
  VS_TRY(r, addressed(s, ctx));
  if (auto may = only_program(ctx); !may) return std::unexpected(may.error());
  if (r->status == Status::open) return Decision{{}, r->id};
  if (r->status != Status::deferred)
    return refuse(RefusalKind::conflict, std::string(name_of(r->status)), "Only a deferred request is taken up.",
                  "Have it reopened.");
  Events out{Resumed{r->id}};
  append(out, procedures::resume(procs, r->id, ctx));
  return Decision{std::move(out), r->id};
}

Result<Decision> reopen(const State& s, VS_FLOORS, const Reopen& cmd, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, addressed(s, ctx));
  if (auto may = only_program(ctx); !may) return std::unexpected(may.error());
  const auto* c = procedures::find(procs, r->id);
  const bool more =
      r->status == Status::open && c && procedures::open_at(*c, "close") && r->delivered < r->intake.wanted.value_or(1);
  if (!more && r->status != Status::rejected && r->status != Status::cancelled)
    return refuse(RefusalKind::conflict, "still_open", "Request " + r->number + " is still under way.");
  if (auto good = needs_reason(cmd.reason); !good) return std::unexpected(good.error());
  // After an end everything is examined anew; for a further reference the reviews still hold.
  VS_TRY(run, procedures::Run::on(procs, r->id, ctx));
  if (auto done = run.reopen_at(more ? "match" : "eligibility", cmd.reason.text); !done)
    return std::unexpected(done.error());
  Events out{Reopened{r->id, said(ctx, cmd.reason)}};
  append(out, run.take());
  (void)f;
  return Decision{std::move(out), r->id};
}

Result<Decision> comment(const State& s, const people::State& people, const procedures::State& procs,
                         const procedures::CommentInput& cmd, const Context& ctx) {
  VS_TRY(r, addressed(s, ctx));
  VS_TRY(out, procedures::comment(procs, people, r->id, cmd, ctx));
  return Decision{std::move(out), r->id};
}

}  // namespace vs::requests
