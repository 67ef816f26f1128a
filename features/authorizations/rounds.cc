// Small questions about rounds.
#include "features/authorizations/round_rules.h"

#include <algorithm>

namespace vs::authorizations {

const Signer* signer_of(const Round& round, const std::string& contact) {
  const auto it = std::ranges::find(round.signers, contact, &Signer::contact);
  return it == round.signers.end() ? nullptr : &*it;
}

const Round* round_of(const State& state, const std::string& id) {
  const auto* a = find(state, id);
  return a && a->round ? &*a->round : nullptr;
}

bool all_answered(const Round& round) {
  return std::ranges::all_of(round.signers, [](const Signer& s) { return s.state == SignerState::answered; });
}

bool concerns_me(const Authorization& a, const std::string& contact) {
  return a.contact == contact || (a.round && signer_of(*a.round, contact));
}

Result<const Authorization*> mine(const State& state, const Context& ctx) {
  const auto* a = find(state, ctx.target);
  const bool hidden = a && ctx.actor.kind == ActorKind::contact && !concerns_me(*a, ctx.actor.id);
  if (a && !hidden) return a;
  return refuse(RefusalKind::not_found, "not_found", "There is no such authorization.");
}

Result<const Authorization*> my_own(const State& state, const Context& ctx) {
  VS_TRY(a, mine(state, ctx));
  if (ctx.actor.kind == ActorKind::contact && a->contact != ctx.actor.id)
    return refuse(RefusalKind::not_found, "not_found", "There is no such authorization.");
  return a;
}

namespace {

// Keeps only what the signer kept of one ask; nothing when that leaves nothing.
std::optional<Grant> limited(Grant ask, const AnswerGiven& answer) {
  if (answer.answer == Say::no) return {};
  if (answer.answer == Say::yes) return ask;
  Narrowed by;
  by.channels = answer.channels;
  by.regions = answer.regions;
  by.languages = answer.languages;
  by.products = answer.products;
  by.topics = answer.topics;
  by.until = answer.until;
  by.not_with = answer.not_with;
  by.ask_each_time = answer.ask_each_time;
  if (answer.conditions) by.conditions.push_back(*answer.conditions);
  auto left = narrowed({std::move(ask)}, by);
  if (left.empty()) return {};
  if (answer.not_with_competitors) left.front().not_with_competitors = true;
  if (answer.approve_words_first) left.front().approve_words_first = true;
  return std::move(left.front());
}

std::optional<Grant> agreed(const Round& round, int position) {
  std::optional<Grant> grant = round.asks.at(std::size_t(position));
  for (const auto& signer : round.signers) {
    const auto it = std::ranges::find(signer.answers, position, &AnswerGiven::ask);
    if (it == signer.answers.end()) return {};  // what is not answered is not permitted
    if (grant) grant = limited(std::move(*grant), *it);
  }
  return grant;
}

}  // namespace

Outcome outcome_of(const Round& round) {
  Outcome out;
  for (int i = 0; i < int(round.asks.size()); ++i) {
    auto grant = agreed(round, i);
    if (!grant) continue;
    if (grant->conditions.size() > round.asks[std::size_t(i)].conditions.size())
      out.to_clear.push_back(int(out.grants.size()));
    out.grants.push_back(std::move(*grant));
  }
  return out;
}

}  // namespace vs::authorizations
