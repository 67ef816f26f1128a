// What the facts of a round change.
#include "features/authorizations/evolve.h"
#include "features/authorizations/round_rules.h"

#include <algorithm>
#include <array>

namespace vs::authorizations {
namespace {

Signer* signer_in(Authorization& a, const std::string& contact) {
  if (!a.round) return nullptr;
  const auto it = std::ranges::find(a.round->signers, contact, &Signer::contact);
  return it == a.round->signers.end() ? nullptr : &*it;
}

// Somebody is being asked from now on.
void put_to(State& state, const std::string& id, Signer& signer, Instant at) {
  signer.state = SignerState::asked;
  state.askings[signer.contact].push_back({id, at, {}});
}

std::string answer_in_words(const std::vector<AnswerGiven>& answers) {
  std::array<int, 3> count{};
  for (const auto& each : answers) ++count[std::size_t(each.answer)];
  std::vector<std::string> words;
  if (count[0]) words.push_back("yes to " + std::to_string(count[0]));
  if (count[1]) words.push_back("yes with limits to " + std::to_string(count[1]));
  if (count[2]) words.push_back("no to " + std::to_string(count[2]));
  return in_words(words);
}

template <class F>
void with_round(State& state, const std::string& id, const F& f) {
  with(state, id, [&](Authorization& a) {
    if (a.round) f(a, *a.round);
  });
}

void refused_fall_away(Authorization& a, const std::vector<int>& positions) {
  std::vector<Grant> left;
  for (int i = 0; i < int(a.grants.size()); ++i)
    if (std::ranges::find(positions, i) == positions.end()) left.push_back(std::move(a.grants[std::size_t(i)]));
  a.grants = std::move(left);
}

}  // namespace

void on(State& state, const Requested& e, const Meta& meta) {
  auto& a = opened(state, e.id, e.contact, e.account);
  a.asks = e.asks;
  a.disclosures = e.disclosures;
  Round r;
  r.asks = e.asks;
  r.disclosures = e.disclosures;
  r.language = e.language;
  r.wording_template = e.wording_template;
  r.template_revision = e.template_revision;
  r.terms = e.terms;
  r.wording = e.wording;
  r.wording_digest = e.wording_digest;
  r.message = e.message;
  r.in_order = e.in_order;
  r.remind_days = e.remind_days;
  r.link_until = e.link_until;
  r.by = meta.actor.person();
  r.asked_at = meta.at;
  r.asked = meta.sequence;
  for (const auto& each : e.signers) {
    auto& signer = r.signers.emplace_back();
    signer.contact = each.contact;
    signer.authority = each.authority;
    state.signed_by[each.contact].insert(e.id);
    if (!e.in_order || r.signers.size() == 1) put_to(state, e.id, signer, meta.at);
  }
  a.round = std::move(r);
  remember(a, meta, "Asked the customer in writing for " + use_types_in_words(e.asks), e.message);
  reschedule(state, a);
}

void on(State& state, const Answered& e, const Meta& meta) {
  with_round(state, e.id, [&](Authorization& a, Round&) {
    auto* signer = signer_in(a, e.contact);
    if (!signer) return;
    signer->state = SignerState::answered;
    signer->authority = e.authority;
    signer->answers = e.answers;
    signer->language = e.language;
    signer->wording_digest = e.wording_digest;
    signer->assurance = e.assurance;
    signer->codes_impossible = e.codes_impossible.value_or(false);
    signer->acts = e.acts;
    signer->typed_name = e.typed_name;
    signer->remark = e.remark.value_or(Personal{});
    signer->answered_at = meta.at;
    signer->answered = meta.sequence;
    a.evidence.insert(a.evidence.end(), e.evidence.begin(), e.evidence.end());
    remember(a, meta, "Answered: " + answer_in_words(e.answers), signer->remark);
  });
}

void on(State& state, const Granted& e, const Meta& meta) {
  with_round(state, e.id, [&](Authorization& a, Round& r) {
    a.phase = Phase::recorded;
    a.grants = e.grants;
    for (const int position : e.to_clear) a.grants.at(std::size_t(position)).with_legal = true;
    a.how = How::portal;
    if (const auto* signer = signer_of(r, e.contact)) a.signer = signer->typed_name;
    a.wording = r.wording;
    a.recorded_at = meta.at;
    a.recorded_by = e.contact;
    a.given = meta.sequence;
    r.state = RoundState::granted;
    r.closed = meta.sequence;
    remember(a, meta, "The customer permits " + use_types_in_words(e.grants));
  });
}

void on(State& state, const Declined& e, const Meta& meta) {
  with_round(state, e.id, [&](Authorization& a, Round& r) {
    a.phase = Phase::declined;
    r.state = RoundState::declined;
    r.closed = meta.sequence;
    if (auto* signer = signer_in(a, e.contact); signer && signer->state != SignerState::answered) {
      signer->state = SignerState::declined;
      signer->answered_at = meta.at;
    }
    for (auto& asking : state.askings[e.contact])
      if (asking.authorization == e.id) asking.declined_at = meta.at;
    remember(a, meta, "The customer said no", e.reason.value_or(Personal{}));
  });
}

void on(State& state, const Questioned& e, const Meta& meta) {
  with_round(state, e.id, [&](Authorization& a, Round& r) {
    r.questions.push_back({e.contact, e.question, {}, meta.at, {}});
    remember(a, meta, "Asked back", e.question);
  });
}

void on(State& state, const Replied& e, const Meta& meta) {
  with_round(state, e.id, [&](Authorization& a, Round& r) {
    for (auto& question : r.questions) {
      if (question.contact != e.contact || question.replied_at) continue;
      question.reply = e.reply;
      question.replied_at = meta.at;
    }
    remember(a, meta, "Answered the question", e.reply);
  });
}

void on(State& state, const SignerAdded& e, const Meta& meta) {
  with_round(state, e.id, [&](Authorization& a, Round& r) {
    if (signer_of(r, e.contact)) return;
    const bool turn = !r.in_order || all_answered(r);
    auto& signer = r.signers.emplace_back();
    signer.contact = e.contact;
    signer.authority = e.authority;
    signer.added_by_customer = meta.actor.kind == ActorKind::contact;
    state.signed_by[e.contact].insert(e.id);
    if (turn) put_to(state, e.id, signer, meta.at);
    remember(a, meta, "Another yes is needed: " + spoken(e.authority));
  });
}

void on(State& state, const TurnCame& e, const Meta& meta) {
  with_round(state, e.id, [&](Authorization& a, Round&) {
    if (auto* signer = signer_in(a, e.contact)) put_to(state, e.id, *signer, meta.at);
    remember(a, meta, "Asked the next signer");
  });
}

void on(State& state, const Reminded& e, const Meta& meta) {
  with_round(state, e.id, [&](Authorization& a, Round& r) {
    if (r.reminders.empty() || r.reminders.back() < meta.at) r.reminders.push_back(meta.at);  // all signers at once
    remember(a, meta, "Reminded the customer");
  });
}

void on(State& state, const ConditionsReviewed& e, const Meta& meta) {
  with(state, e.id, [&](Authorization& a) {
    for (const int position : e.grants)
      if (position >= 0 && position < int(a.grants.size())) a.grants[std::size_t(position)].with_legal = false;
    const bool accepted = e.outcome == ConditionsOutcome::accepted;
    if (!accepted) {
      a.earlier.push_back({a.grants, meta.sequence});
      refused_fall_away(a, e.grants);
    }
    remember(a, meta, accepted ? "Legal accepted the conditions" : "Legal cannot accept the conditions", e.reason);
  });
}

void on(State& state, const Paused& e, const Meta& meta) {
  with(state, e.id, [&](Authorization& a) {
    a.paused_until = e.until;
    a.paused = meta.sequence;
    remember(a, meta, "Paused until " + e.until.vj_str());
  });
}

void on(State& state, const Unpaused& e, const Meta& meta) {
  with(state, e.id, [&](Authorization& a) {
    a.paused_until.reset();
    remember(a, meta, "The pause is over");
  });
}

void on(State& state, const RenewalOffered& e, const Meta& meta) {
  with(state, e.id, [&](Authorization& a) {
    a.renewal_offer = e.until;
    a.notice_of = e.ends;
    remember(a, meta, "Offered to renew until " + e.until.vj_str());
  });
}

void on(State& state, const Lapsed& e, const Meta& meta) {
  with(state, e.id, [&](Authorization& a) {
    a.lapsed_through = e.ended;
    std::vector<std::string> words;
    for (const auto type : e.use_types) words.push_back(spoken(type));
    remember(a, meta, "Permission for " + in_words(words) + " ended");
  });
}

void on(State& state, const Questionable& e, const Meta& meta) {
  with(state, e.id, [&](Authorization& a) {
    a.doubts.push_back({e.cause, meta.at});
    if (e.renewal_on) a.risk_of = e.renewal_on;
    if (e.held && a.phase == Phase::recorded) a.phase = Phase::suspended;
    remember(a, meta, "To be looked at again: " + spoken(e.cause));
  });
}

}  // namespace vs::authorizations
