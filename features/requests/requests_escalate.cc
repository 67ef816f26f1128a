// Exceptions before a decision maker, and what their word does to the case (REQ-11).
#include <algorithm>
#include <array>

#include "features/requests/reactions.h"
#include "features/requests/requests_common.h"

namespace vs::requests {
namespace {

// Steps that wait aside while a decision maker looks, and the outcome that sends them there.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> waiting{{{"completeness", "no_use_case"},
                                                                                {"eligibility", "unclear"},
                                                                                {"match", "none_left"},
                                                                                {"final", "unclear"},
                                                                                {"legal", "unclear"},
                                                                                {"privacy", "unclear"},
                                                                                {"brand", "unclear"},
                                                                                {"regulated", "unclear"}}};

// The step that the actor themself may put aside; none when the question concerns somebody else's step.
std::string_view own_waiting_step(const Floors& f, const procedures::Case& c, const Context& ctx) {
  for (const auto& [step, outcome] : waiting)
    if (procedures::open_at(c, std::string(step)) &&
        procedures::may_decide(f.procedures, f.people, c.id, std::string(step), "", ctx))
      return step;
  return {};
}

std::string_view outcome_to_wait(std::string_view step) {
  return std::ranges::find(waiting, step, &std::pair<std::string_view, std::string_view>::first)->second;
}

// The step that this decision decides: there may be an `escalate` for each step that waits, named after it.
// An escalation that only informs (a customer declined a request of high value, a bad debrief) decides none.
const procedures::OpenStep* deciding_step(const procedures::Case& c, const std::string& rule) {
  if (only_tells(rule)) return nullptr;
  const procedures::OpenStep* found = nullptr;
  for (const auto& open : c.open) {
    if (open.step != "escalate" && open.step != "rejection") continue;
    if (!found || rule == "unclear_" + open.instance) found = &open;
  }
  return found;
}

Events after_decision(const Request& r, const Floors& f, const escalations::Decided& e, const Context& ctx) {
  using escalations::Status;
  Events out;
  const auto author = e.reason.owner().empty() ? ctx.actor.person() : e.reason.owner();
  const auto reason = Personal::of(author, e.reason.words());
  const bool over = r.status == requests::Status::rejected;
  if (e.outcome == Status::rejected) {
    if (!over) {
      append(out, release_current(r, f, ctx));
      out.push_back(Rejected{r.id, e.rule, reason});
    }
    return out;
  }
  if (e.outcome == Status::other_customer) {
    append(out, release_current(r, f, ctx));
    const auto who = r.current.empty() ? r.intake.wished_customer.value_or("") : r.current;
    if (!who.empty()) out.push_back(PassedOver{r.id, who, "other_customer", CandidateStatus::released});
  }
  if (over) out.push_back(Reopened{r.id, reason});
  if (e.outcome == Status::deferred && e.until) out.push_back(Deferred{r.id, *e.until, reason});
  return out;
}

// A granted exception to an unclear use case lets the request pass the completeness check.
Result<void> go_on_after(const escalations::Decided& e, procedures::Run& run) {
  if (e.outcome != escalations::Status::granted || e.rule != "no_clear_use_case") return {};
  if (!procedures::open_at(run.now(), "completeness")) return {};
  return run.decide("completeness", "", "complete");
}

}  // namespace

Result<Decision> escalate(const State& s, VS_FLOORS, const Escalate& cmd, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, going(s, ctx));
  Reasons reasons;
  reasons.expect(!trimmed(cmd.rule).empty(), "rule_missing", "rule", "Which rule is in question?");
  reasons.expect(!trimmed(cmd.facts.text).empty(), "facts_missing", "facts", "Tell the facts.");
  for (const auto& option : cmd.options)
    reasons.expect(parse_enum<escalations::Choice>(option).has_value(), "unknown_option", "options",
                   "\"" + option + "\" is not a decision that can be made.");
  if (!reasons.empty()) return reasons.refuse();
  Events out = raise(*r, f, cmd.rule, cmd.facts.text, cmd.decision_maker.value_or(escalations::Kind::sponsor), ctx,
                     cmd.options, cmd.risk.value_or(LongText{}).text);
  const auto* c = procedures::find(procs, r->id);
  const auto step = out.empty() || !c ? std::string_view{} : own_waiting_step(f, *c, ctx);
  if (!step.empty()) {
    VS_TRY(moved, procedures::decide_step(procs, r->id, std::string(step), "", std::string(outcome_to_wait(step)),
                                          {cmd.facts, {}, {}, {}}, ctx));
    append(out, std::move(moved));
  }
  return Decision{std::move(out), r->id};
}

Events on_escalation_decided(const State& s, VS_FLOORS, const escalations::Decided& e, const Meta&,
                             const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  const auto* r = find(s, e.case_id);
  const auto* c = procedures::find(procs, e.case_id);
  if (!r || !c || r->status == Status::archived || r->status == Status::cancelled) return {};
  const auto* open = deciding_step(*c, e.rule);
  auto run = procedures::Run::on(procs, r->id, ctx);
  if (!open || !run) return {};
  procedures::StepInput input{LongText{e.reason.words()}, {}, {}, e.until};
  for (const auto& each : e.conditions) input.conditions.push_back(LongText{each.words()});
  if (!run->decide(open->step, open->instance, std::string(name_of(e.outcome)), input)) return {};
  if (!go_on_after(e, *run)) return {};
  Events out = run->take();
  append(out, after_decision(*r, f, e, ctx));
  return out;
}

}  // namespace vs::requests
