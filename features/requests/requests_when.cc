#include "features/requests/requests_when.h"

#include <initializer_list>

#include "features/requests/requests_common.h"

namespace vs::requests {
namespace {

// Some step among these is open and the actor's to decide; else the reason of the first that is open.
Result<void> at_one_of(std::initializer_list<const char*> steps, const State& s, const people::State& people,
                       const procedures::State& procs, const Context& ctx) {
  VS_TRY(r, going(s, ctx));
  const auto* c = procedures::find(procs, r->id);
  Result<void> why = refuse(RefusalKind::conflict, "not_open", "It is not the turn of this step.");
  bool found = false;
  if (!c) return why;
  for (const auto& open : c->open)
    for (const auto* step : steps) {
      if (open.step != step) continue;
      auto may = procedures::may_decide(procs, people, r->id, open.step, open.instance, ctx);
      if (may) return {};
      if (!found) why = std::move(may);
      found = true;
    }
  return why;
}

Result<void> for_program(const Context& ctx) {
  if (ctx.has_role("program_owner")) return {};
  return refuse(RefusalKind::forbidden, "not_yours", "Only the program owner may do this.");
}

Result<void> ok(const Result<const Request*>& r) {
  if (r) return {};
  return std::unexpected(r.error());
}

Result<void> not_now(const std::string& message) {
  return refuse(RefusalKind::conflict, "not_now", message);
}

}  // namespace

#define VS_AT(name, ...)                                                                                    \
  Result<void> name(const State& s, const people::State& p, const procedures::State& c, const Context& x) { \
    return at_one_of({__VA_ARGS__}, s, p, c, x);                                                            \
  }
VS_AT(can_complete, "eligibility", "completeness", "returned", "information")
VS_AT(can_resubmit, "returned", "information")
VS_AT(can_clear, "eligibility", "legal", "privacy", "channel", "brand", "regulated")
VS_AT(can_choose, "match")
VS_AT(can_consult, "consult")
VS_AT(can_approve, "final")
VS_AT(can_disclose, "disclose")
VS_AT(can_record, "activity")
VS_AT(can_debrief, "debrief")
#undef VS_AT

Result<void> can_confirm(const State& s, const people::State& people, const procedures::State& procs,
                         const Context& ctx) {
  auto may = at_one_of({"confirm"}, s, people, procs, ctx);
  if (may || may.error().kind != RefusalKind::forbidden || !ctx.has_role("account_owner")) return may;
  const auto* r = find(s, ctx.target);
  return r && r->requester != ctx.actor.person() ? Result<void>{} : may;
}

Result<void> can_close(const State& s, const procedures::State& procs, const Context& ctx) {
  VS_TRY(r, addressed(s, ctx));
  if (auto may = for_program(ctx); !may) return may;
  const auto* c = procedures::find(procs, r->id);
  const bool over = r->status == Status::rejected || r->status == Status::cancelled;
  if (over || (c && procedures::open_at(*c, "close"))) return {};
  return not_now("The request is still under way.");
}

Result<void> can_cancel(const State& s, const Context& ctx) {
  VS_TRY(r, addressed(s, ctx));
  const bool theirs = r->requester == ctx.actor.person() || ctx.has_role("intake_coordinator");
  if (!theirs)
    if (auto may = for_program(ctx); !may) return may;
  if (r->delivered > 0) return not_now("A reference took place already.");
  if (r->status == Status::open || r->status == Status::deferred) return {};
  return not_now("The request is over.");
}

Result<void> can_defer(const State& s, const Context& ctx) {
  if (auto may = ok(going(s, ctx)); !may) return may;
  return for_program(ctx);
}

Result<void> can_resume(const State& s, const Context& ctx) {
  VS_TRY(r, addressed(s, ctx));
  if (auto may = for_program(ctx); !may) return may;
  return r->status == Status::deferred ? Result<void>{} : not_now("The request is not deferred.");
}

Result<void> can_reopen(const State& s, const procedures::State& procs, const Context& ctx) {
  VS_TRY(r, addressed(s, ctx));
  if (auto may = for_program(ctx); !may) return may;
  if (r->status == Status::rejected || r->status == Status::cancelled) return {};
  const auto* c = procedures::find(procs, r->id);
  const bool more = c && procedures::open_at(*c, "close") && r->delivered < r->intake.wanted.value_or(1);
  return more && r->status == Status::open ? Result<void>{} : not_now("The request is still under way.");
}

Result<void> can_escalate(const State& s, const Context& ctx) {
  return ok(going(s, ctx));
}

Result<void> can_comment(const State& s, const Context& ctx) {
  return ok(addressed(s, ctx));
}

}  // namespace vs::requests
