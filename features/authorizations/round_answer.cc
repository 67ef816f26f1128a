// The answer of a signer, and what the answers come to. Rules R22, R24 and R34 of the README.
#include "features/authorizations/input_checks.h"
#include "features/authorizations/round_rules.h"
#include "features/directory/directory.h"

#include <algorithm>

namespace vs::authorizations {
namespace {

std::string at(std::size_t i, const std::string& field) {
  return "answers." + std::to_string(i) + "." + field;
}

bool states_limit(const AnswerInput& in) {
  return in.channels || in.regions || in.languages || in.products || in.topics || in.until || !in.not_with.empty() ||
         in.not_with_competitors.value_or(false) || in.ask_each_time.value_or(false) ||
         in.approve_words_first.value_or(false) || (in.conditions && !in.conditions->text.empty());
}

// A limit names part of what was asked, and at least something.
void check_kept(Reasons& reasons, const std::optional<std::vector<std::string>>& kept,
                const std::vector<std::string>& asked, const std::string& field) {
  if (!kept) return;
  reasons.expect(!kept->empty() && std::ranges::none_of(*kept, &std::string::empty), "nothing_left", field,
                 "This leaves nothing.", "Name what you allow, or answer no.");
  for (const auto& each : *kept)
    reasons.expect(
        asked.empty() || std::ranges::any_of(asked, [&](const auto& a) { return folded(a) == folded(each); }),
        "would_widen", field, "'" + each + "' was not asked for.", "Leave it out.");
}

void check_limits(Reasons& reasons, const AnswerInput& in, const Grant& ask, std::size_t i,
                  const directory::State& directory, Date today) {
  if (in.channels) {
    reasons.expect(!in.channels->empty(), "nothing_left", at(i, "channels"), "This leaves no place.",
                   "Name a place, or answer no.");
    for (const auto channel : *in.channels)
      reasons.expect(std::ranges::find(ask.channels, channel) != ask.channels.end(), "would_widen", at(i, "channels"),
                     "'" + spoken(channel) + "' was not asked for.", "Leave it out.");
  }
  check_kept(reasons, in.regions, ask.regions, at(i, "regions"));
  check_kept(reasons, in.languages, ask.languages, at(i, "languages"));
  check_kept(reasons, in.products, ask.products, at(i, "products"));
  check_kept(reasons, in.topics, ask.topics, at(i, "topics"));
  reasons.expect(!in.until || *in.until <= ask.until, "would_widen", at(i, "until"), "This is longer than was asked.",
                 "Choose an earlier day.");
  reasons.expect(!in.until || (*in.until >= today && *in.until >= ask.from), "until_past", at(i, "until"),
                 "This day leaves no time.", "Choose a later day, or answer no.");
  check_not_with(reasons, in.not_with, at(i, "not_with"), directory);
}

void check_one(Reasons& reasons, const AnswerInput& in, const Round& r, std::size_t i,
               const directory::State& directory, Date today) {
  if (in.ask < 0 || in.ask >= int(r.asks.size()))
    return reasons.add({"unknown_ask", at(i, "ask"), "This was not asked.", "Answer what was asked."});
  reasons.expect(in.answer != Say::limited || states_limit(in), "limit_missing", at(i, "answer"),
                 "You chose yes with limits but set none.", "Set a limit, or choose yes.");
  reasons.expect(in.answer == Say::limited || !states_limit(in), "limit_unclear", at(i, "answer"),
                 "You set a limit beside a plain yes or no.", "Choose yes with limits.");
  if (in.answer == Say::limited) check_limits(reasons, in, r.asks[std::size_t(in.ask)], i, directory, today);
}

// R22: nothing is taken for answered that was not: each ask has exactly one answer.
void check_answers(Reasons& reasons, const AnswerRound& c, const Round& r, const directory::State& directory,
                   Date today) {
  std::set<int> answered;
  for (std::size_t i = 0; i < c.answers.size(); ++i) {
    check_one(reasons, c.answers[i], r, i, directory, today);
    reasons.expect(answered.insert(c.answers[i].ask).second, "answered_twice", at(i, "ask"), "This is answered twice.",
                   "Choose one answer.");
  }
  for (int ask = 0; ask < int(r.asks.size()); ++ask)
    reasons.expect(answered.contains(ask), "answer_missing", "answers",
                   "You have not answered: " + spoken(r.asks[std::size_t(ask)].use_type) + ".", "Choose yes or no.");
}

// R34: what reaches the public at large takes more than a link that may have been passed on. Where no letters leave by
// themselves nobody can be sent a code; then the record says so.
void check_assurance(Reasons& reasons, const AnswerRound& c, const Round& r) {
  if (c.assurance == Assurance::code || c.codes_impossible.value_or(false)) return;
  for (const auto& in : c.answers) {
    if (in.answer == Say::no || in.ask < 0 || in.ask >= int(r.asks.size())) continue;
    const auto use = r.asks[std::size_t(in.ask)].use_type;
    reasons.expect(!needs_code(use), "code_required", "assurance",
                   "A yes to " + spoken(use) + " is confirmed by the digits from a letter.",
                   "Have them sent to you and type them in.");
  }
}

AnswerGiven given_of(const AnswerInput& in, const std::string& contact) {
  AnswerGiven out{in.ask,
                  in.answer,
                  in.channels,
                  in.regions,
                  in.languages,
                  in.products,
                  in.topics,
                  in.until,
                  in.not_with,
                  in.not_with_competitors.value_or(false),
                  in.ask_each_time.value_or(false),
                  in.approve_words_first.value_or(false),
                  {}};
  if (in.conditions && !in.conditions->text.empty()) out.conditions = Personal::of(contact, in.conditions->text);
  return out;
}

Answered answered_of(const AnswerRound& c, const Round& r, const Wording& shown, const Context& ctx) {
  const auto& me = ctx.actor.id;
  Answered e;
  e.id = ctx.target;
  e.contact = me;
  for (const auto& in : c.answers) e.answers.push_back(given_of(in, me));
  std::ranges::sort(e.answers, {}, &AnswerGiven::ask);
  e.authority = c.authority;
  e.wording_digest = shown.digest;
  e.language = shown.language;
  if (shown.digest != r.wording_digest) e.wording = Personal::of(me, shown.text);
  e.assurance = c.assurance;
  e.acts = c.acts;
  e.typed_name = Personal::of(me, c.typed_name);
  if (c.remark && !c.remark->text.empty()) e.remark = Personal::of(me, c.remark->text);
  e.evidence = evidence_of(c.evidence, me);
  if (c.assurance != Assurance::code && c.codes_impossible.value_or(false)) e.codes_impossible = true;
  return e;
}

// What follows from the answer: the end of the round, or the next signer's turn.
void conclude(Events& out, const Authorization& a, const Answered& e) {
  auto round = *a.round;
  auto& me = *std::ranges::find(round.signers, e.contact, &Signer::contact);
  me.state = SignerState::answered;
  me.answers = e.answers;
  const auto all_no = std::ranges::all_of(e.answers, [](const AnswerGiven& x) { return x.answer == Say::no; });
  if (all_no) return out.push_back(Declined{a.id, e.contact, {}});
  if (all_answered(round)) {
    auto outcome = outcome_of(round);
    if (outcome.grants.empty()) return out.push_back(Declined{a.id, e.contact, {}});
    return out.push_back(Granted{a.id, e.contact, std::move(outcome.grants), std::move(outcome.to_clear)});
  }
  const bool somebody_at_it =
      std::ranges::any_of(round.signers, [](const Signer& s) { return s.state == SignerState::asked; });
  const auto next = std::ranges::find(round.signers, SignerState::waiting_for_turn, &Signer::state);
  if (!somebody_at_it && next != round.signers.end()) out.push_back(TurnCame{a.id, next->contact});
}

}  // namespace

Result<Decision> answer(const State& state, const directory::State& directory, const people::State& people,
                        const AnswerRound& c, const Context& ctx) {
  if (const auto ok = may_answer(state, ctx); !ok) return std::unexpected(ok.error());
  const auto& a = *find(state, ctx.target);
  const auto shown = wording_of(state, directory, people, a.id, c.language);
  if (shown.language != c.language || shown.digest != c.wording_digest)
    return refuse(RefusalKind::conflict, "wording_moved_on", "The text has changed since you opened it.",
                  "Read it again and answer once more.", "wording_digest");
  Reasons reasons;
  check_contact(reasons, directory, ctx.actor.id);
  check_answers(reasons, c, *a.round, directory, ctx.today());
  check_assurance(reasons, c, *a.round);
  reasons.expect(!c.typed_name.empty(), "required", "typed_name", "Write your name.");
  reasons.expect(c.acts.size() <= 200, "too_many", "acts", "That are too many acts to be true.");
  if (!c.evidence.empty()) check_evidence(reasons, c.evidence);
  if (!reasons.empty()) return reasons.refuse();

  auto e = answered_of(c, *a.round, shown, ctx);
  Events out{e};
  conclude(out, a, e);
  return Decision{std::move(out), a.id};
}

}  // namespace vs::authorizations
