// What becomes of letters once they are written.
#include <algorithm>

#include "features/mail/commands.h"

namespace vs::mail {
namespace {

// R5: pauses of 1, 2, 4 … minutes, six hours at most: sixteen tries are two days and a little.
constexpr int tries_max = 16, pause_default_seconds = 60;
constexpr std::int64_t pause_longest_seconds = 6 * 3600;
constexpr int late_days = 14;

const Letter* find(const State& state, const std::string& id) {
  const auto it = state.letters.find(id);
  return it == state.letters.end() ? nullptr : &it->second;
}

std::unexpected<Refusal> unknown() {
  return refuse(RefusalKind::not_found, "not_found", "There is no such letter.");
}

Result<void> expect(const State& state, const Context& context, bool (*holds)(const Letter&), const char* code,
                    const char* message) {
  const auto* letter = find(state, context.target);
  if (!letter) return unknown();
  if (!holds(*letter)) return refuse(RefusalKind::rule, code, message);
  return {};
}

std::int64_t pause_after(int attempt, int first) {
  return std::min(pause_longest_seconds, std::int64_t{first} << std::min(attempt - 1, 20));
}

}  // namespace

// R5: for instance when a mail server is named at last, weeks after the letters were written.
bool too_late(const Letter& letter, Instant now) {
  if (letter.link_until && *letter.link_until <= now) return true;
  return letter.due_at && letter.due_at->plus_days(late_days) < now;
}

Result<void> can_retry(const State& state, const Context& context) {
  return expect(
      state, context, [](const Letter& l) { return l.status != Status::sent && l.status != Status::dropped; },
      "mail.nothing_to_retry", "This letter was sent or dropped; write a new one from its case.");
}

// R8: whoever tries again says by it that the address is right now.
Result<Decision> retry(const State& state, const Retry&, const Context& context) {
  if (const auto possible = can_retry(state, context); !possible) return std::unexpected(possible.error());
  const auto& letter = *find(state, context.target);
  Decision decision{{}, letter.id};
  if (const auto spared = state.suppressed.find(letter.recipient());
      spared != state.suppressed.end() && spared->second.bounced && !spared->second.unsubscribed)
    decision.events.push_back(SuppressionLifted{letter.recipient(), {}});
  decision.events.push_back(Retried{letter.id});
  return decision;
}

Result<void> can_drop(const State& state, const Context& context) {
  return expect(
      state, context, [](const Letter& l) { return l.status == Status::waiting; }, "mail.not_waiting",
      "Only letters that have not left can be dropped.");
}

Result<Decision> drop_letter(const State& state, const DropLetter&, const Context& context) {
  if (const auto possible = can_drop(state, context); !possible) return std::unexpected(possible.error());
  return Decision{{Dropped{context.target}}, context.target};
}

Result<void> can_take_link(const State& state, const Context& context) {
  const auto* letter = find(state, context.target);
  if (!letter) return unknown();
  Reasons reasons;
  reasons.expect(letter->purpose != Purpose::none && !letter->contact.empty(), "mail.no_link", "",
                 "There is no link for a customer in this letter.");
  reasons.expect(letter->status != Status::dropped, "mail.dropped", "",
                 "This letter was dropped: what it asks is answered or withdrawn.");
  reasons.expect(!letter->link_until || *letter->link_until > context.now, "mail.link_over", "",
                 "The time to answer is over.", "Ask again from the case.");
  if (!reasons.empty()) return reasons.refuse();
  return {};
}

// R10
Result<Decision> take_link(const State& state, const TakeLink&, const Context& context) {
  if (const auto possible = can_take_link(state, context); !possible) return std::unexpected(possible.error());
  return Decision{{LinkTaken{context.target}}, context.target};
}

Result<void> can_bounce(const State& state, const Context& context) {
  return expect(
      state, context, [](const Letter& l) { return l.status == Status::sent || l.status == Status::bounced; },
      "mail.not_sent", "Only a letter that was sent can come back.");
}

Result<Decision> bounce(const State& state, const Bounce& c, const Context& context) {
  if (const auto possible = can_bounce(state, context); !possible) return std::unexpected(possible.error());
  if (find(state, context.target)->status == Status::bounced) return Decision{{}, context.target};
  return Decision{{Bounced{context.target, c.code.value_or("came_back")}}, context.target};
}

// R5: a report about another try than the one that is due says nothing new.
Result<Decision> report(const State& state, const Report& c, const Context& context) {
  const auto* letter = find(state, context.target);
  if (!letter) return unknown();
  if (c.attempt != letter->attempts + 1) return Decision{{}, letter->id};
  const auto code = c.code.value_or("");
  // Dropped while it was on its way: it is sent all the same, and the record says so.
  const bool open = letter->status == Status::waiting || letter->status == Status::dropped;
  if (c.outcome == Attempt::sent && open)
    return Decision{{Sent{letter->id, c.attempt, Personal::of(letter->recipient(), c.to.value_or(""))}}, letter->id};
  if (letter->status != Status::waiting) return Decision{{}, letter->id};
  if (c.outcome == Attempt::failed || c.attempt >= tries_max)
    return Decision{{Failed{letter->id, c.attempt, code}}, letter->id};
  const auto pause = pause_after(c.attempt, c.pause_seconds.value_or(pause_default_seconds));
  return Decision{{Tried{letter->id, c.attempt, code, context.now.plus_seconds(pause)}}, letter->id};
}

// R4
Result<Decision> unsubscribe(const State& state, const Unsubscribe& c, const Context&) {
  const auto it = state.suppressed.find(c.contact);
  if (it != state.suppressed.end() && it->second.unsubscribed) return Decision{};
  return Decision{{Unsubscribed{c.contact}}, c.contact};
}

// R8: whoever corrects the address says by it that the address is right now. Who unsubscribed stays so.
Events address_mended(const State& state, const directory::Revised<directory::Contact>& e, const Meta&,
                      const Context&) {
  const auto spared = state.suppressed.find(e.id);
  const bool mended = e.facts.email && spared != state.suppressed.end() && !spared->second.unsubscribed;
  return mended ? Events{SuppressionLifted{e.id, {}}} : Events{};
}

Events letter_to_invited(const State& state, const people::State& staff, const people::Invited& e, const Meta& meta,
                         const Context& context) {
  Draft letter;
  letter.kind = "staff.invitation";
  letter.person = e.person;
  letter.language = people::language_of(staff, e.person, meta.actor.person());
  letter.about = e.person;
  letter.purpose = Purpose::password;
  letter.link_until = context.now.plus_days(people::invitation_days);
  letter.may_wait = false;  // somebody may be shut out
  letter.values = {{"customer", people::name_of(staff, e.person)}, {"sender", people::name_of(staff, meta.actor.id)}};
  Events out = drop(state, e.person, letter.kind, context);
  append(out, write(state, letter, context));
  return out;
}

Result<Decision> lift(const State& state, const LiftSuppression& c, const Context& context) {
  if (!state.suppressed.contains(context.target))
    return refuse(RefusalKind::not_found, "not_found", "Nobody here is spared letters under this name.");
  if (c.reason.text.empty())
    return refuse(RefusalKind::rule, "required", "Say why letters may be written again.",
                  "For example: the customer asked for it in a call.", "reason");
  return Decision{{SuppressionLifted{context.target, Personal::of(context.actor.person(), c.reason.text)}},
                  context.target};
}

}  // namespace vs::mail
