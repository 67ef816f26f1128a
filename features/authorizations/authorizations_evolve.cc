#include "features/authorizations/evolve.h"

#include <algorithm>

namespace vs::authorizations {

void remember(Authorization& a, const Meta& meta, std::string what, Personal remark) {
  a.version = meta.sequence;
  a.history.push_back({meta.at, meta.actor.person(), std::move(what), std::move(remark), meta.sequence});
}

Authorization& opened(State& state, const std::string& id, const std::string& contact, const std::string& account) {
  const auto [it, fresh] = state.authorizations.try_emplace(id);
  auto& a = it->second;
  if (fresh) {
    a.id = id;
    a.number = "AUT-" + std::to_string(1000 + state.authorizations.size());
    a.contact = contact;
    a.account = account;
    state.by_contact[contact].push_back(id);
    state.by_account[account].push_back(id);
  }
  return a;
}

namespace {

const char* outcome_in_words(ReviewOutcome outcome) {
  switch (outcome) {
    case ReviewOutcome::confirm: return "Reviewed: it still holds";
    case ReviewOutcome::suspend: return "Put under review; no use until it is reinstated";
    case ReviewOutcome::reinstate: return "Reinstated after review";
  }
  return "Reviewed";
}

}  // namespace

void on(State& state, const Asked& e, const Meta& meta) {
  auto& a = opened(state, e.id, e.contact, e.account);
  a.asks = e.asks;
  a.disclosures = e.disclosures;
  remember(a, meta, "Asked the customer for " + use_types_in_words(e.asks), e.message);
  reschedule(state, a);
}

void on(State& state, const Recorded& e, const Meta& meta) {
  auto& a = opened(state, e.id, e.contact, e.account);
  a.phase = Phase::recorded;
  a.grants = e.grants;
  a.disclosures = e.disclosures;
  a.evidence = e.evidence;
  a.how = e.how;
  a.signer = e.signer;
  a.wording = e.wording;
  a.pre_approved = e.pre_approved;
  a.recorded_at = meta.at;
  a.recorded_by = meta.actor.person();
  a.given = meta.sequence;
  const auto until = last_day(e.grants);
  remember(a, meta,
           "Recorded permission for " + use_types_in_words(e.grants) + (until ? " until " + until->vj_str() : "") +
               ", obtained by " + spoken(e.how));
  if (a.round && a.round->state == RoundState::open) a.round->state = RoundState::recorded;
  reschedule(state, a);
}

void on(State& state, const Narrowed& e, const Meta& meta) {
  with(state, e.id, [&](Authorization& a) {
    a.earlier.push_back({a.grants, meta.sequence});
    a.grants = narrowed(std::move(a.grants), e);
    remember(a, meta, "Narrowed to " + use_types_in_words(a.grants), e.reason.value_or(Personal{}));
  });
}

void on(State& state, const Withdrawn& e, const Meta& meta) {
  with(state, e.id, [&](Authorization& a) {
    a.phase = Phase::withdrawn;
    a.withdrawn = meta.sequence;
    if (a.round && a.round->state == RoundState::open) a.round->state = RoundState::withdrawn;
    remember(a, meta, "Withdrawn", e.reason.value_or(Personal{}));
  });
}

void on(State& state, const Renewed& e, const Meta& meta) {
  with(state, e.id, [&](Authorization& a) {
    for (auto& grant : a.grants) grant.until = std::max(grant.until, e.until);
    a.evidence.insert(a.evidence.end(), e.evidence.begin(), e.evidence.end());
    a.given = meta.sequence;
    a.renewal_offer.reset();
    a.paused_until.reset();
    remember(a, meta, "Renewed until " + e.until.vj_str());
  });
}

void on(State& state, const Reviewed& e, const Meta& meta) {
  with(state, e.id, [&](Authorization& a) {
    if (e.outcome == ReviewOutcome::suspend && a.phase == Phase::recorded) a.phase = Phase::suspended;
    if (e.outcome == ReviewOutcome::reinstate && a.phase == Phase::suspended) a.phase = Phase::recorded;
    a.doubts.clear();
    remember(a, meta, outcome_in_words(e.outcome), e.reason);
  });
}

void on(State& state, const Used& e, const Meta& meta) {
  with(state, e.authorization, [&](Authorization& a) {
    a.uses.push_back({e.use_type, e.channel, e.request, e.on});
    remember(a, meta, "Used for " + spoken(e.use_type) + " on " + e.on.vj_str());
  });
}

void on(State& state, const Exceeded& e, const Meta&) {
  state.exceeded.insert(use_key(e.contact, e.request, e.use_type));
}

std::string use_key(const std::string& contact, const std::string& request, UseType use_type) {
  return contact + " " + request + " " + std::string(name_of(use_type));
}

const Authorization* find(const State& state, const std::string& id) {
  const auto it = state.authorizations.find(id);
  return it == state.authorizations.end() ? nullptr : &it->second;
}

}  // namespace vs::authorizations
