// The customer's answer, by their own hand or as recorded by whoever looks after the relationship: REQ-09.
#include <algorithm>

#include "features/requests/requests_common.h"
#include "features/requests/requests_when.h"

namespace vs::requests {
namespace {

constexpr std::size_t most_times = 5;
constexpr std::string_view by_own_hand = "Answered by the customer on the portal";

Result<void> may_record_answer(const Floors& f, const Request& r, const Context& ctx) {
  auto may = procedures::may_decide(f.procedures, f.people, r.id, "confirm", "", ctx);
  if (may || may.error().kind != RefusalKind::forbidden) return may;
  // The relationship owner speaks for a customer who answered by other ways than the portal.
  const auto* c = current_of(r);
  const auto* a = c ? directory::account(f.directory, c->account) : nullptr;
  const bool owner = a && (a->owner == ctx.actor.person() || a->owner.empty()) && ctx.has_role("account_owner");
  if (owner && r.requester != ctx.actor.person()) return {};
  return may;
}

Reasons check_answer(const Confirm& cmd, const Context& ctx) {
  Reasons reasons;
  const bool yes = cmd.answer == CustomerAnswer::yes || cmd.answer == CustomerAnswer::other_time;
  reasons.expect(!yes || (cmd.evidence && !cmd.evidence->file.empty()), "evidence_missing", "evidence",
                 "A yes needs a proof of what the customer said.", "Attach the e-mail or the note of the call.");
  reasons.expect(cmd.answer != CustomerAnswer::other_time || cmd.slot, "slot_missing", "slot",
                 "Which other time does the customer propose?");
  reasons.expect(!cmd.slot || *cmd.slot > ctx.now, "in_past", "slot", "This time is already past.");
  return reasons;
}

std::optional<Evidence> kept(const Confirm& cmd, const Request& r) {
  if (!cmd.evidence) return {};
  const auto& given = *cmd.evidence;
  if (given.name.empty() || given.name == by_own_hand) return Evidence{given.file, given.name, {}};
  return Evidence{given.file, "", Personal::of(r.current, given.name)};
}

Result<Events> customer_said_yes(const Request& r, const Floors& f, const Confirm& cmd, procedures::Run& run,
                                 const Context& ctx) {
  if (auto done = run.decide("confirm", "", std::string(name_of(cmd.answer))); !done)
    return std::unexpected(done.error());
  Events out;
  if (cmd.answer == CustomerAnswer::yes) out.push_back(CustomerConfirmed{r.id, r.current, cmd.slot, *kept(cmd, r)});
  else out.push_back(OtherTimeProposed{r.id, r.current, *cmd.slot, kept(cmd, r)});
  append(out, run.take());
  append(out, advocates::progress(f.advocates, current_of(r)->advocate, r.id, advocates::UseStatus::scheduled, ctx));
  return out;
}

Result<Events> customer_said_no(const Request& r, const Floors& f, const Confirm& cmd, procedures::Run& run,
                                const Context& ctx) {
  if (auto done = run.decide("confirm", "", std::string(name_of(cmd.answer))); !done)
    return std::unexpected(done.error());
  Events out{
      CustomerDeclined{r.id, r.current, cmd.answer == CustomerAnswer::not_now, said(ctx, cmd.reason), kept(cmd, r)}};
  append(out, release_current(r, f, ctx));
  VS_TRY(next, go_to_next(r, f, run, {r.current}, ctx));
  append(out, run.take());
  append(out, std::move(next));
  if (r.high_value && next_fallback(r))
    append(out, raise(r, f, std::string(declined_high_value), "A customer declined a request of high value.",
                      escalations::Kind::sponsor, ctx));
  return out;
}

Result<Events> customer_said(const Request& r, const Floors& f, const Confirm& cmd, const Context& ctx) {
  VS_TRY(run, procedures::Run::on(f.procedures, r.id, ctx));
  const bool yes = cmd.answer == CustomerAnswer::yes || cmd.answer == CustomerAnswer::other_time;
  return yes ? customer_said_yes(r, f, cmd, run, ctx) : customer_said_no(r, f, cmd, run, ctx);
}

// ---- By their own hand.

bool bad_address(const std::string& email) {
  const auto at = email.find('@');
  return at == 0 || at == std::string::npos || at + 1 == email.size() || email.find_first_of(" \t\r\n<>") != email.npos;
}

void check_own_times(Reasons& reasons, const Request& r, const AnswerAsk& cmd, const Context& ctx) {
  const auto offered = ahead(r.proposal.slots, ctx.now);
  if (cmd.answer == Reply::yes) {
    reasons.expect(cmd.slot || offered.empty(), "slot_missing", "slot", "Please choose one of the times.",
                   "Or propose another time.");
    reasons.expect(!cmd.slot || *cmd.slot > ctx.now, "in_past", "slot", "This time is already past.",
                   "Please choose another.");
    reasons.expect(!cmd.slot || offered.empty() || std::ranges::count(offered, *cmd.slot) > 0, "slot_unknown", "slot",
                   "This is not one of the times proposed.", "Choose one of them, or propose another time.");
  }
  reasons.expect(cmd.answer != Reply::another_time || !cmd.slots.empty(), "times_missing", "slots",
                 "Please name at least one time that would suit you.");
  reasons.expect(cmd.slots.size() <= most_times, "too_many_times", "slots", "Please name five times at most.");
  reasons.expect(std::ranges::all_of(cmd.slots, [&](Instant at) { return at > ctx.now; }), "in_past", "slots",
                 "One of these times is already past.", "Please choose times ahead.");
}

Reasons check_own_answer(const Request& r, const AnswerAsk& cmd, const Context& ctx) {
  Reasons reasons;
  check_own_times(reasons, r, cmd, ctx);
  if (cmd.answer != Reply::colleague) return reasons;
  const auto colleague = cmd.colleague.value_or(Colleague{});
  reasons.expect(!trimmed(colleague.name).empty(), "colleague_missing", "colleague.name",
                 "Please tell us who could speak instead.");
  reasons.expect(colleague.email.empty() || !bad_address(trimmed(colleague.email)), "bad_email", "colleague.email",
                 "This is not an e-mail address.", "Correct it, or leave it empty.");
  return reasons;
}

bool said_already(const Candidate& c, const AnswerAsk& cmd) {
  return c.answer && c.answer->reply == cmd.answer && (!cmd.slot || c.slot == cmd.slot) && c.answer->slots == cmd.slots;
}

// The question as put to the contact who acts; the candidate, or why there is nothing to answer.
Result<const Candidate*> asked(const State& s, const procedures::State& procs, const Context& ctx) {
  const auto* r = find(s, ctx.target);
  const auto* c = r && ctx.actor.kind == ActorKind::contact ? candidate_of(*r, ctx.actor.id) : nullptr;
  if (!c || !c->asked_at) return refuse(RefusalKind::not_found, "not_found", "There is no such question.");
  if (c->answer)
    return refuse(RefusalKind::conflict, "already_answered", "Your answer is recorded already. Thank you.",
                  "If something has changed, answer the letter that you got.");
  const auto* procedure = procedures::find(procs, r->id);
  const bool open =
      r->status == Status::open && r->current == c->contact && procedure && procedures::open_at(*procedure, "confirm");
  if (!open)
    return refuse(RefusalKind::conflict, "question_over", "This question is settled in the meantime.",
                  "Thank you all the same; you need not do anything.");
  return c;
}

Confirm as_recorded(const AnswerAsk& cmd) {
  Confirm out;
  out.reason = cmd.reason;
  out.evidence = authorizations::EvidenceInput{"", std::string(by_own_hand)};
  switch (cmd.answer) {
    case Reply::yes:
      out.answer = CustomerAnswer::yes;
      out.slot = cmd.slot;
      break;
    case Reply::another_time:
      out.answer = CustomerAnswer::other_time;
      out.slot = cmd.slots.front();
      break;
    case Reply::not_now: out.answer = CustomerAnswer::not_now; break;
    case Reply::no:
    case Reply::colleague: out.answer = CustomerAnswer::no; break;
  }
  return out;
}

CustomerAnswered in_own_words(const Request& r, const AnswerAsk& cmd, const Context& ctx) {
  CustomerAnswered out{r.id, ctx.actor.id, cmd.answer};
  if (cmd.answer == Reply::yes) out.slot = cmd.slot;
  if (cmd.answer == Reply::another_time) out.slots = cmd.slots;
  out.reason = said(ctx, cmd.reason);
  if (cmd.answer != Reply::colleague) return out;
  // Words about somebody who never agreed to be known here are kept as those of the one who wrote them.
  out.colleague_name = Personal::of(ctx.actor.id, trimmed(cmd.colleague->name));
  if (!cmd.colleague->email.empty()) out.colleague_email = Personal::of(ctx.actor.id, trimmed(cmd.colleague->email));
  return out;
}

}  // namespace

std::vector<Instant> ahead(const std::vector<Instant>& slots, Instant now) {
  std::vector<Instant> out;
  std::ranges::copy_if(slots, std::back_inserter(out), [&](Instant at) { return at > now; });
  return out;
}

void check_times(Reasons& reasons, const std::vector<Instant>& slots, std::optional<int> minutes, const Context& ctx) {
  reasons.expect(slots.size() <= most_times, "too_many_times", "slots", "Propose five times at most.");
  reasons.expect(std::ranges::all_of(slots, [&](Instant at) { return at > ctx.now; }), "in_past", "slots",
                 "One of these times is already past.", "Propose times ahead.");
  reasons.expect(!minutes || (*minutes >= 5 && *minutes <= 24 * 60), "bad_minutes", "minutes",
                 "The length must be between 5 and 1440 minutes.");
}

Events proposed(const Request& r, const std::vector<Instant>& slots, std::optional<int> minutes,
                const std::optional<LongText>& message, std::optional<bool> name_prospect, const Context& ctx) {
  const auto words = said(ctx, message);
  const auto& now = r.proposal;
  const bool anew = (!slots.empty() && slots != now.slots) || (minutes && *minutes != now.minutes) ||
                    (words && words->words() != now.message.words()) ||
                    (name_prospect && *name_prospect != now.name_prospect);
  if (!anew) return {};
  return {TimesProposed{r.id, slots, minutes.value_or(0), words, name_prospect.value_or(now.name_prospect)}};
}

Result<void> can_answer(const State& s, const procedures::State& procs, const Context& ctx) {
  VS_TRY(c, asked(s, procs, ctx));
  (void)c;
  return {};
}

Result<Decision> answer(const State& s, VS_FLOORS, const AnswerAsk& cmd, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  const auto* r = find(s, ctx.target);
  const auto* known = r && ctx.actor.kind == ActorKind::contact ? candidate_of(*r, ctx.actor.id) : nullptr;
  if (known && known->asked_at && said_already(*known, cmd)) return Decision{{}, r->id};
  if (auto open = asked(s, procs, ctx); !open) return std::unexpected(open.error());
  if (const auto reasons = check_own_answer(*r, cmd, ctx); !reasons.empty()) return reasons.refuse();
  Events out{in_own_words(*r, cmd, ctx)};
  VS_TRY(followed, customer_said(*r, f, as_recorded(cmd), ctx));
  append(out, std::move(followed));
  return Decision{std::move(out), r->id};
}

Result<Decision> confirm(const State& s, VS_FLOORS, const Confirm& cmd, const Context& ctx) {
  const auto f = VS_THESE_FLOORS;
  VS_TRY(r, going(s, ctx));
  if (auto may = may_record_answer(f, *r, ctx); !may) return std::unexpected(may.error());
  if (const auto reasons = check_answer(cmd, ctx); !reasons.empty()) return reasons.refuse();
  VS_TRY(out, customer_said(*r, f, cmd, ctx));
  return Decision{std::move(out), r->id};
}

Result<void> can_propose_times(const State& s, const procedures::State&, const Context& ctx) {
  VS_TRY(r, going(s, ctx));
  const auto* c = current_of(*r);
  if (r->requester != ctx.actor.person() && !ctx.has_role("program_owner") && !ctx.has_role("account_owner"))
    return refuse(RefusalKind::forbidden, "not_yours", "Only the requester or the program proposes times.");
  if (c && c->status == CandidateStatus::confirmed)
    return refuse(RefusalKind::conflict, "already_confirmed", "The customer has said yes already.",
                  "Set the time at the conversation itself.");
  return {};
}

Result<Decision> propose_times(const State& s, const procedures::State& procs, const ProposeTimes& cmd,
                               const Context& ctx) {
  if (auto can = can_propose_times(s, procs, ctx); !can) return std::unexpected(can.error());
  const auto& r = *find(s, ctx.target);
  Reasons reasons;
  check_times(reasons, cmd.slots, cmd.minutes, ctx);
  if (!reasons.empty()) return reasons.refuse();
  return Decision{proposed(r, cmd.slots, cmd.minutes, cmd.message, cmd.name_prospect, ctx), r.id};
}

}  // namespace vs::requests
