#include "features/escalations/escalations.h"

#include <algorithm>

namespace vs::escalations {
namespace {

constexpr int working_days_to_decide = 2;

// Counted in the working time of the calendar: nights, weekends and holidays pass.
Instant deadline_from(const policies::State& policies, Instant now) {
  const auto& calendar = policies::in_force(policies).calendar;
  return policies::after_working(calendar, now, working_days_to_decide * policies::working_day_minutes(calendar));
}

Personal words_of(const Context& ctx, const std::string& text) {
  return text.empty() ? Personal{} : Personal::of(ctx.actor.person(), text);
}

Status status_after(Choice choice) {
  switch (choice) {
    case Choice::grant: return Status::granted;
    case Choice::correct: return Status::corrected;
    case Choice::other_customer: return Status::other_customer;
    case Choice::defer: return Status::deferred;
    case Choice::reject: return Status::rejected;
  }
  return Status::rejected;
}

std::vector<std::string> options_for(const std::string& rule, std::vector<std::string> options) {
  if (options.empty()) options = {"grant", "correct", "other_customer", "defer", "reject"};
  if (!overridable(rule)) std::erase(options, "grant");
  return options;
}

bool decides(const Escalation& e, const Context& ctx) {
  if (!e.assignee.empty() && e.assignee == ctx.actor.person()) return true;
  switch (e.decision_maker) {
    case Kind::legal: return ctx.has_role("legal_reviewer") || ctx.has_role("decision_maker");
    case Kind::sponsor: return ctx.has_role("sponsor") || (e.assignee.empty() && ctx.has_role("decision_maker"));
    case Kind::cs_leader: return ctx.has_role("decision_maker") || ctx.has_role("sponsor");
  }
  return false;
}

Result<const Escalation*> open_item(const State& state, const Context& ctx) {
  const auto* e = find(state, ctx.target);
  if (!e) return refuse(RefusalKind::not_found, "no_such_escalation", "There is no such escalation.");
  if (!decides(*e, ctx))
    return refuse(RefusalKind::forbidden, "not_your_decision", "Another decision maker was asked.",
                  "A decision maker of the kind '" + std::string(name_of(e->decision_maker)) + "' decides this.");
  if (e->asked_by == ctx.actor.person())
    return refuse(RefusalKind::forbidden, "own_request", "Whoever asks for an exception does not grant it.",
                  "Leave the decision to another decision maker.");
  return e;
}

std::unexpected<Refusal> decided_before(const Escalation& e, const std::string& who) {
  return refuse(RefusalKind::conflict, "already_decided",
                "This was decided already: " + std::string(name_of(e.status)) + ", by " + who + " on " +
                    e.decided_at.value_or(Instant{}).vj_str() + ".",
                "Read the decision. A new exception needs a new escalation.");
}

Reasons obstacles(const Escalation& e, const Decide& cmd, Date today) {
  Reasons reasons;
  const auto choice = std::string(name_of(cmd.decision));
  reasons.expect(cmd.decision != Choice::grant || overridable(e.rule), "not_overridable", "decision",
                 "An opt-out or a compliance no cannot be granted away.",
                 "Choose another customer, a correction, a deferral or a rejection.");
  if (cmd.decision != Choice::grant || overridable(e.rule))
    reasons.expect(std::ranges::find(e.options, choice) != e.options.end(), "not_an_option", "decision",
                   "'" + choice + "' is not among the options.", "Choose one of the options shown.");
  reasons.expect(!cmd.reason.text.empty(), "reason_required", "reason", "A decision needs its reason.",
                 "Say in a sentence why.");
  reasons.expect(cmd.decision != Choice::defer || cmd.until, "until_required", "until",
                 "A deferral keeps its place until a day.", "Say which day.");
  reasons.expect(!cmd.until || *cmd.until > today, "past_day", "until", "This day is not in the future.",
                 "Choose a later day.");
  return reasons;
}

}  // namespace

const Escalation* find(const State& state, const std::string& id) {
  const auto it = state.escalations.find(id);
  return it == state.escalations.end() ? nullptr : &it->second;
}

const Escalation* open_for(const State& state, const std::string& case_id) {
  for (const auto* e : of_case(state, case_id))
    if (e->status == Status::open) return e;
  return nullptr;
}

std::vector<const Escalation*> of_case(const State& state, const std::string& case_id) {
  std::vector<const Escalation*> all;
  const auto ids = state.by_case.find(case_id);
  if (ids == state.by_case.end()) return all;
  for (const auto& id : ids->second) all.push_back(&state.escalations.at(id));
  return all;
}

const Escalation* exception(const State& state, const std::string& case_id, const std::string& rule, Date on) {
  for (const auto* e : of_case(state, case_id))
    if (e->rule == rule && e->status == Status::granted && (!e->until || on <= *e->until)) return e;
  return nullptr;
}

bool overridable(const std::string& rule) {
  static const std::set<std::string> final_rules{
      // The customer said no, or never said yes.
      "opted_out", "opt_out", "account_opted_out", "withdrawn", "authorization_withdrawn", "no_authorization",
      "not_authorized", "authorization_unclear",
      // Compliance and contract said no.
      "compliance_no", "contract_restriction", "public_reference_ban", "privacy_limit", "competitor", "excluded",
      "same_company",
      // There is nobody to ask.
      "contact_left", "no_such_contact", "not_an_advocate"};
  return !final_rules.contains(rule) && !rule.ends_with("not_clear");
}

Events raise(const State& state, const policies::State& policies, const std::string& case_id, const std::string& rule,
             const std::string& facts, const std::vector<std::string>& options, Kind kind, const Context& ctx,
             const std::string& risk, const std::string& assignee, const std::string& case_number) {
  for (const auto* e : of_case(state, case_id))
    if (e->status == Status::open && e->rule == rule) return {};
  return {Raised{ctx.id("esc"), "ESC-" + std::to_string(state.last_number + 1), case_id, case_number, rule,
                 words_of(ctx, facts), options_for(rule, options), words_of(ctx, risk), kind, assignee,
                 deadline_from(policies, ctx.now)}};
}

Result<Decision> decide(const State& state, const people::State& staff, const Decide& cmd, const Context& ctx) {
  VS_TRY(found, open_item(state, ctx));
  if (found->status != Status::open) return decided_before(*found, people::name_of(staff, found->decided_by));
  if (auto reasons = obstacles(*found, cmd, ctx.today()); !reasons.empty()) return reasons.refuse();
  Decided decided{found->id, found->case_id, found->rule, status_after(cmd.decision), words_of(ctx, cmd.reason.text),
                  {},        cmd.until};
  for (const auto& condition : cmd.conditions) decided.conditions.push_back(words_of(ctx, condition.text));
  return Decision{{std::move(decided)}, found->id};
}

Result<void> can_decide(const State& state, const Context& ctx) {
  VS_TRY(found, open_item(state, ctx));
  if (found->status != Status::open) return decided_before(*found, "a decision maker");
  return {};
}

}  // namespace vs::escalations
