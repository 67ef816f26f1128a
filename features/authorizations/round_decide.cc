// Asking a customer in writing, and what goes to and fro before the answer. Rules R20 to R24 of the README.
#include "features/authorizations/input_checks.h"
#include "features/authorizations/round_rules.h"
#include "features/authorizations/wording.h"
#include "features/directory/directory.h"

#include <algorithm>

namespace vs::authorizations {
namespace {

std::unexpected<Refusal> round_over(const Round& r) {
  return refuse(RefusalKind::conflict, "round_over", "This request is over: " + spoken(r.state) + ".",
                "Ask again if something else is needed.");
}

// The contact comes first unless the list says otherwise.
std::vector<SignerAsked> signers_of(const AskCustomer& c) {
  auto signers = c.signers;
  if (std::ranges::find(signers, c.contact, &SignerAsked::contact) == signers.end())
    signers.insert(signers.begin(), {c.contact, Authority::myself});
  return signers;
}

void check_signers(Reasons& reasons, const State& state, const directory::State& directory,
                   const policies::Asking& rules, const AskCustomer& c, Instant now) {
  const auto* asked = directory::contact(directory, c.contact);
  std::set<std::string> seen;
  for (const auto& signer : signers_of(c)) {
    const bool known = directory::contact(directory, signer.contact);
    if (signer.contact != c.contact) check_contact(reasons, directory, signer.contact);
    check_unrestricted(reasons, directory, signer.contact);
    reasons.expect(!known || !asked || directory::contact(directory, signer.contact)->account == asked->account,
                   "signer_elsewhere", "signers", "A signer works for another company.", "Choose somebody there.");
    reasons.expect(seen.insert(signer.contact).second, "signer_twice", "signers", "A signer is named twice.");
    check_limits_on_asking(reasons, state, rules, signer.contact, now);
  }
}

std::string days(int n) {
  return std::to_string(n) + (n == 1 ? " day" : " days");
}

}  // namespace

// R21: nobody is asked too often, and who declined is left in peace.
void check_limits_on_asking(Reasons& reasons, const State& state, const policies::Asking& rules,
                            const std::string& contact, Instant now) {
  const auto it = state.askings.find(contact);
  if (it == state.askings.end()) return;
  for (const auto& asking : it->second) {
    const auto* a = find(state, asking.authorization);
    if (!a || !a->round) continue;
    const auto again = asking.declined_at ? asking.declined_at->plus_days(rules.days_after_decline)
                                          : asking.at.plus_days(rules.days_between_asks);
    if (a->round->state == RoundState::withdrawn && !asking.declined_at) continue;  // taken back by ourselves
    reasons.expect(now >= again, asking.declined_at ? "declined_recently" : "asked_recently", "contact",
                   asking.declined_at
                       ? "This person declined on " + asking.declined_at->date().vj_str() + " (" + a->number + ")."
                       : "This person was asked on " + asking.at.date().vj_str() + " (" + a->number +
                             "); the limit is " + "one request in " + days(rules.days_between_asks) + ".",
                   "Wait until " + again.date().vj_str() + ", or choose somebody else.");
  }
}

Result<Decision> ask(const State& state, const directory::State& directory, const people::State& people,
                     const policies::State& policies, const AskCustomer& c, const Context& ctx) {
  const auto& rules = policies::in_force(policies);
  Reasons reasons;
  check_contact(reasons, directory, c.contact);
  check_grants(reasons, c.asks, "asks", directory, ctx.today());
  check_texts(reasons, c.disclosures, "disclosures");
  reasons.expect(!c.message.text.empty(), "required", "message", "Say to the customer what you ask and why.");
  check_signers(reasons, state, directory, rules, c, ctx.now);
  reasons.expect(c.remind_days.value_or(1) >= 0 && c.remind_days.value_or(1) <= 60, "out_of_bounds", "remind_days",
                 "Reminders come after 1 to 60 days; 0 for none.");
  reasons.expect(c.answer_days.value_or(1) >= 1 && c.answer_days.value_or(1) <= 90, "out_of_bounds", "answer_days",
                 "The link works for 1 to 90 days.");
  if (!reasons.empty()) return reasons.refuse();

  const auto* contact = directory::contact(directory, c.contact);
  const auto& words = lexicon(state, wording_language(c.language.value_or(contact->language)));
  Requested e;
  e.id = ctx.id("aut");
  e.contact = c.contact;
  e.account = contact->account;
  e.asks = grants_of(c.asks, c.contact, ctx.today());
  e.disclosures = c.disclosures;
  if (in_own_words(state, words.language)) e.wording_template = own_template;
  e.template_revision = words.revision;
  e.terms = words.terms;
  e.language = words.language;
  const auto text = request_text(words, directory, parties_of(directory, people, c.contact, ctx.actor.person()), e.asks,
                                 c.disclosures);
  e.wording = Personal::of(c.contact, text);
  e.wording_digest = digest_of(text);
  e.message = Personal::of(ctx.actor.person(), c.message.text);
  e.signers = signers_of(c);
  e.in_order = c.in_order.value_or(false);
  e.remind_days = c.remind_days.value_or(rules.remind_days);
  e.link_until = ctx.now.plus_days(c.answer_days.value_or(rules.answer_days));
  Events events;
  for (const auto& signer : e.signers) append(events, directory::rely_on(directory, signer.contact, "authorization"));
  const auto id = e.id;
  events.push_back(std::move(e));
  return Decision{std::move(events), id};
}

// ---- before the answer

Result<void> may_ask_back(const State& state, const Context& ctx) {
  VS_TRY(a, mine(state, ctx));
  if (!a->round) return refuse(RefusalKind::rule, "not_asked", "The customer was not asked in writing.");
  if (a->round->state != RoundState::open) return round_over(*a->round);
  return {};
}

Result<void> may_answer(const State& state, const Context& ctx) {
  if (const auto ok = may_ask_back(state, ctx); !ok) return ok;
  const auto* signer = signer_of(*find(state, ctx.target)->round, ctx.actor.id);
  if (!signer || ctx.actor.kind != ActorKind::contact)
    return refuse(RefusalKind::forbidden, "not_a_signer", "Only the customer answers this.",
                  "Record an answer that came another way, with its proof.");
  if (signer->state == SignerState::answered)
    return refuse(RefusalKind::conflict, "already_answered",
                  "You answered already, on " + signer->answered_at->date().vj_str() + ".",
                  "Limit or take back your permission on your page.");
  if (signer->state == SignerState::waiting_for_turn)
    return refuse(RefusalKind::conflict, "not_your_turn", "Somebody else answers first.",
                  "You will get a letter when it is your turn.");
  return {};
}

// R24: all must say yes, so one no to everything ends the round.
Result<Decision> decline(const State& state, const Decline& c, const Context& ctx) {
  if (const auto ok = may_answer(state, ctx); !ok) return std::unexpected(ok.error());
  Declined e{ctx.target, ctx.actor.id, {}};
  if (c.reason && !c.reason->text.empty()) e.reason = Personal::of(ctx.actor.id, c.reason->text);
  return Decision{{std::move(e)}, ctx.target};
}

Result<Decision> question(const State& state, const PutQuestion& c, const Context& ctx) {
  if (const auto ok = may_ask_back(state, ctx); !ok) return std::unexpected(ok.error());
  if (!signer_of(*find(state, ctx.target)->round, ctx.actor.id))
    return refuse(RefusalKind::forbidden, "not_a_signer", "Only the customer asks back.");
  if (c.question.text.empty())
    return refuse(RefusalKind::rule, "required", "Write down your question.", {}, "question");
  return Decision{{Questioned{ctx.target, ctx.actor.id, Personal::of(ctx.actor.id, c.question.text)}}, ctx.target};
}

Result<void> may_reply(const State& state, const Context& ctx) {
  if (const auto ok = may_ask_back(state, ctx); !ok) return ok;
  if (std::ranges::any_of(find(state, ctx.target)->round->questions, [](const Question& q) { return !q.replied_at; }))
    return {};
  return refuse(RefusalKind::rule, "no_question", "No question of the customer is open.");
}

Result<Decision> reply(const State& state, const Reply& c, const Context& ctx) {
  if (const auto ok = may_reply(state, ctx); !ok) return std::unexpected(ok.error());
  if (c.reply.text.empty()) return refuse(RefusalKind::rule, "required", "Write down the answer.", {}, "reply");
  Events out;
  std::set<std::string> replied;
  for (const auto& q : find(state, ctx.target)->round->questions)
    if (!q.replied_at && (!c.contact || *c.contact == q.contact) && replied.insert(q.contact).second)
      out.push_back(Replied{ctx.target, q.contact, Personal::of(ctx.actor.person(), c.reply.text)});
  if (out.empty()) return refuse(RefusalKind::rule, "no_question", "This contact has no open question.", {}, "contact");
  return Decision{std::move(out), ctx.target};
}

Result<void> may_remind(const State& state, const Context& ctx) {
  if (const auto ok = may_ask_back(state, ctx); !ok) return ok;
  const auto& r = *find(state, ctx.target)->round;
  if (!r.reminders.empty() && ctx.now < r.reminders.back().plus_days(1))
    return refuse(RefusalKind::rule, "reminded_today", "The customer was reminded within the last day.",
                  "Give them time.");
  return {};
}

Result<Decision> remind(const State& state, const Remind&, const Context& ctx) {
  if (const auto ok = may_remind(state, ctx); !ok) return std::unexpected(ok.error());
  Events out;
  for (const auto& signer : find(state, ctx.target)->round->signers)
    if (signer.state == SignerState::asked) out.push_back(Reminded{ctx.target, signer.contact});
  return Decision{std::move(out), ctx.target};
}

}  // namespace vs::authorizations
