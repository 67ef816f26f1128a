// Eligibility and the reviews side by side: REQ-04 … REQ-08, REQ-12.
#include <algorithm>

#include "features/requests/requests_common.h"

namespace vs::requests {
namespace {

using matching::Blocker;

std::string sentences(const std::vector<Blocker>& shut) {
  std::string out;
  for (const auto& gate : shut) out += (out.empty() ? "" : " ") + gate.message;
  return out;
}

// Contacts that the wish is about: the contact itself, or everybody of the account who is in the pool.
std::vector<std::string> wished_contacts(const Request& r, const Floors& f) {
  const auto wished = r.intake.wished_customer.value_or("");
  if (wished.empty() || std::ranges::find(r.passed_over, wished) != r.passed_over.end()) return {};
  if (directory::contact(f.directory, wished)) return {wished};
  std::vector<std::string> out;
  if (const auto it = f.advocates.by_account.find(wished); it != f.advocates.by_account.end())
    for (const auto& id : it->second)
      if (const auto* a = advocates::find(f.advocates, id)) out.push_back(a->contact);
  return out;
}

bool wishes(const Request& r) {
  const auto wished = r.intake.wished_customer.value_or("");
  return !wished.empty() && std::ranges::find(r.passed_over, wished) == r.passed_over.end();
}

// Is anybody of the pool eligible, whoever was wished for?
bool pool_has_somebody(const Request& r, const Floors& f, Date today) {
  auto need = need_of(r, f.directory, today);
  need.wished_contact.clear();
  for (const auto& c : matching::candidates(f.directory, f.policies, f.authorizations, f.advocates, need, 3))
    if (std::ranges::find(r.passed_over, c.contact) == r.passed_over.end()) return true;
  return false;
}

std::vector<Blocker> unless_granted(const Request& r, const Floors& f, Blocker gate, Date today) {
  if (escalations::exception(f.escalations, r.id, gate.code, today)) return {};
  return {std::move(gate)};
}

// What keeps the request from going on; empty when somebody is eligible.
std::vector<Blocker> obstacles(const Request& r, const Floors& f, Date today) {
  if (!wishes(r)) {
    if (pool_has_somebody(r, f, today)) return {};
    return unless_granted(r, f, {"out_of_pool", "Nobody in the pool may be asked for this now.", {}}, today);
  }
  const auto wished = wished_contacts(r, f);
  if (wished.empty())
    return unless_granted(r, f, {"out_of_pool", "Nobody of the wished customer takes part in the program.", {}}, today);
  std::vector<Blocker> first;
  for (const auto& contact : wished) {
    auto shut = shut_gates(r, f, contact, today);
    if (shut.empty()) return {};
    if (first.empty()) first = std::move(shut);
  }
  return first;
}

// By policy a decision maker looks at a request that came too late (REQ-03).
std::vector<Blocker> late(const Request& r, const Floors& f, Date today) {
  const bool asks = lead_rule(policies::in_force(f.policies)) == policies::ShortLead::escalate;
  if (!asks || !r.short_lead || !r.intake.use_type) return {};
  return unless_granted(r, f, {"short_lead_time", sentence(*r.short_lead, *r.intake.use_type), {}}, today);
}

const Blocker* final_no(const std::vector<Blocker>& shut) {
  static const std::set<std::string> no{"opted_out", "account_opted_out", "contact_left", "not_authorized"};
  const auto it = std::ranges::find_if(shut, [](const Blocker& b) { return no.contains(b.code); });
  return it == shut.end() ? nullptr : &*it;
}

Result<void> step(procedures::Run& run, const std::string& id, const std::string& instance, const std::string& outcome,
                  const std::string& reason, std::vector<LongText> conditions = {}) {
  return run.decide(id, instance, outcome, {LongText{reason}, std::move(conditions), {}, {}});
}

escalations::Kind reviewer_of(ClearAspect aspect) {
  const bool compliance =
      aspect == ClearAspect::legal || aspect == ClearAspect::privacy || aspect == ClearAspect::regulated;
  return compliance ? escalations::Kind::legal : escalations::Kind::sponsor;
}

// The instance that a clearance concerns: only the channel review has some.
std::string instance_of(const Request& r, const Clear& cmd) {
  if (cmd.aspect != ClearAspect::channel) return {};
  if (cmd.instance) return *cmd.instance;
  return r.intake.channels.size() == 1 ? std::string(name_of(r.intake.channels.front())) : std::string{};
}

std::string with_name(const Floors& f, const procedures::Clearance& c) {
  return people::name_of(f.people, c.by) + " recorded \"" + c.outcome + "\" on " + c.at.vj_str() + ": " +
         c.reason.words();
}

// The second decision is refused and shown the first (REQ-12).
Result<void> may_clear(const Floors& f, const Request& r, const std::string& aspect, const std::string& instance,
                       const Context& ctx) {
  const auto may = procedures::may_decide(f.procedures, f.people, r.id, aspect, instance, ctx);
  const auto* c = procedures::find(f.procedures, r.id);
  if (may || !c || may.error().kind != RefusalKind::conflict) return may;
  for (const auto& done : procedures::clearances(*c))
    if (name_of(done.aspect) == aspect && (instance.empty() || done.instance == instance))
      return refuse(RefusalKind::conflict, "already_decided", with_name(f, done),
                    "Read that decision; with new facts the request can be reopened.", "aspect");
  return may;
}

Events after_clearance(const Request& r, const Floors& f, const Clear& cmd, const Context& ctx) {
  const std::string aspect(name_of(cmd.aspect));
  if (cmd.outcome == ClearOutcome::not_clear)
    return reject(r, f, aspect + "_not_clear", cmd.reason.text, reviewer_of(cmd.aspect), ctx);
  if (cmd.outcome == ClearOutcome::unclear)
    return raise(r, f, "unclear_" + aspect, cmd.reason.text, reviewer_of(cmd.aspect), ctx);
  if (cmd.aspect != ClearAspect::eligibility || cmd.outcome == ClearOutcome::need_information) return {};
  return {FoundEligible{r.id, policies::revision(f.policies), 0}};
}

}  // namespace

Events reject(const Request& r, const Floors& f, const std::string& rule, const std::string& reason,
              escalations::Kind kind, const Context& ctx) {
  Events out = release_current(r, f, ctx);
  out.push_back(Rejected{r.id, rule, Personal::of(ctx.actor.person(), reason)});
  append(out, raise(r, f, rule, reason, kind, ctx, {"correct", "other_customer", "defer", "reject"}));
  return out;
}

Result<Decision> check_eligibility(const Floors& f, const Request& r, const Context& ctx) {
  if (auto may = procedures::may_decide(f.procedures, f.people, r.id, "eligibility", "", ctx); !may)
    return std::unexpected(may.error());
  VS_TRY(run, procedures::Run::on(f.procedures, r.id, ctx));
  const auto shut = obstacles(r, f, ctx.today());
  const auto* no = final_no(shut);
  const bool instead = no && pool_has_somebody(r, f, ctx.today());
  const bool somebody = shut.empty() || instead;
  const auto too_late = somebody ? late(r, f, ctx.today()) : std::vector<Blocker>{};
  const std::string outcome = somebody && too_late.empty() ? "clear" : somebody || !no ? "unclear" : "not_clear";
  const std::string reason = !too_late.empty() ? sentences(too_late)
                             : shut.empty()    ? "Every gate is open."
                             : instead         ? sentences(shut) + " Another customer will be chosen."
                                               : sentences(shut);
  if (auto done = step(run, "eligibility", "", outcome, reason); !done) return std::unexpected(done.error());
  Events out = run.take();
  if (instead) out.push_back(PassedOver{r.id, *r.intake.wished_customer, no->code, CandidateStatus::blocked});
  if (outcome == "clear") out.push_back(FoundEligible{r.id, policies::revision(f.policies), 0});
  if (outcome == "not_clear") append(out, reject(r, f, no->code, reason, escalations::Kind::sponsor, ctx));
  const auto& doubt = too_late.empty() ? shut : too_late;
  if (outcome == "unclear") append(out, raise(r, f, doubt.front().code, reason, escalations::Kind::sponsor, ctx));
  return Decision{std::move(out), r.id};
}

Result<Decision> complete(const State& s, VS_FLOORS, const Complete& cmd, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, going(s, ctx));
  const auto* c = procedures::find(procs, r->id);
  if (c && procedures::open_at(*c, "eligibility")) return check_eligibility(f, *r, ctx);
  if (c && procedures::open_at(*c, "completeness")) return recheck_completeness(f, *r, ctx);
  return resubmit(f, *r, cmd, ctx);
}

Result<Decision> clear(const State& s, VS_FLOORS, const Clear& cmd, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, addressed(s, ctx));
  const std::string aspect(name_of(cmd.aspect)), instance = instance_of(*r, cmd);
  if (auto may = may_clear(f, *r, aspect, instance, ctx); !may) return std::unexpected(may.error());
  if (auto open = going(s, ctx); !open) return std::unexpected(open.error());
  const bool yes = cmd.outcome == ClearOutcome::clear || cmd.outcome == ClearOutcome::clear_with_conditions;
  if (cmd.aspect == ClearAspect::eligibility && yes) {
    Reasons reasons;
    add_blockers(reasons, obstacles(*r, f, ctx.today()), "wished_customer");
    for (const auto& gate : late(*r, f, ctx.today()))
      reasons.add({gate.code, "deadline", gate.message, "Escalate it with the facts, or agree on a later day."});
    if (!reasons.empty()) return reasons.refuse();
  }
  VS_TRY(run, procedures::Run::on(procs, r->id, ctx));
  if (auto done =
          step(run, aspect, instance, std::string(name_of(cmd.outcome)), trimmed(cmd.reason.text), cmd.conditions);
      !done)
    return std::unexpected(done.error());
  Events out = run.take();
  append(out, after_clearance(*r, f, cmd, ctx));
  return Decision{std::move(out), r->id};
}

}  // namespace vs::requests
