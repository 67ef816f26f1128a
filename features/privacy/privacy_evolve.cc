#include "features/privacy/privacy.h"

namespace vs::privacy {
namespace {

Subject& touched(State& state, const std::string& id, const Meta& meta) {
  auto& subject = state.subjects[id];
  subject.id = id;
  subject.version = meta.sequence;
  return subject;
}

void end(State& state, const std::string& shredding) {
  ++state.shredded;
  const auto it = state.shreddings.find(shredding);
  if (it == state.shreddings.end()) return;
  state.shredded_owners.insert(it->second.owners.begin(), it->second.owners.end());
  state.shreddings.erase(it);
}

void count(Disposal& disposal, std::uint64_t words, std::uint64_t files, const Meta& meta) {
  disposal.words += words;
  disposal.files += files;
  disposal.last = meta.at;
}

}  // namespace

const Subject* find(const State& state, const std::string& subject) {
  const auto it = state.subjects.find(subject);
  return it == state.subjects.end() ? nullptr : &it->second;
}

bool held(const State& state, const std::string& subject, Date today) {
  const auto* known = find(state, subject);
  return known && known->hold && known->hold->until >= today;
}

std::string remainder_owner(const std::string& subject) {
  return "hold:" + subject;
}

void on(State& state, const RequestReceived& e, const Meta& meta) {
  state.matters[e.id] = {e.id, e.subject, e.right, e.wish, e.words, {}, meta.at, e.due};
  state.matters[e.id].version = meta.sequence;
  touched(state, e.subject, meta).matters.push_back(e.id);
}

void on(State& state, const RequestSettled& e, const Meta& meta) {
  auto& matter = state.matters[e.id];
  matter.settled_at = meta.at;
  matter.settled_by = meta.actor.person();
  matter.settlement = e.settlement;
  matter.answer = e.answer;
  matter.version = meta.sequence;
  touched(state, e.subject, meta);
}

void on(State& state, const ErasureProposed& e, const Meta& meta) {
  touched(state, e.subject, meta).erasure = Erasure{meta.actor.person(), "", e.reason, e.also, meta.at, {}, {}, ""};
}

void on(State& state, const ErasureDropped& e, const Meta& meta) {
  touched(state, e.subject, meta).erasure.reset();
}

void on(State& state, const Erasing& e, const Meta& meta) {
  auto& subject = touched(state, e.subject, meta);
  if (!subject.erasure) subject.erasure.emplace();
  subject.erasure->confirmed_by = meta.actor.person();
  subject.erasure->confirmed_at = meta.at;
  subject.erasure->shredding = e.shredding;
  subject.hold.reset();
  state.shreddings[e.shredding] = {e.shredding, e.subject, "", e.owners, e.refs, meta.at};
}

void on(State& state, const Erased& e, const Meta& meta) {
  auto& erasure = touched(state, e.subject, meta).erasure;
  if (!erasure) erasure.emplace();
  erasure->done_at = meta.at;
  erasure->words = e.words;
  erasure->files = e.files;
  end(state, e.shredding);
}

void on(State& state, const Held& e, const Meta& meta) {
  touched(state, e.subject, meta).hold = Hold{e.until, meta.actor.person(), e.reason, meta.at};
}

void on(State& state, const HoldReleased& e, const Meta& meta) {
  touched(state, e.subject, meta).hold.reset();
}

void on(State& state, const RemainderSealed& e, const Meta& meta) {
  touched(state, e.subject, meta).remainder = Remainder{e.until, e.remainder, {}};
}

void on(State& state, const RemainderRead& e, const Meta& meta) {
  auto& subject = touched(state, e.subject, meta);
  if (subject.remainder) subject.remainder->readings.push_back({meta.at, meta.actor.person(), e.why});
}

void on(State& state, const Restricted& e, const Meta& meta) {
  touched(state, e.subject, meta).restriction = Restriction{meta.actor.person(), e.suspended, e.reason, meta.at};
}

void on(State& state, const RestrictionLifted& e, const Meta& meta) {
  touched(state, e.subject, meta).restriction.reset();
}

void on(State& state, const Exported& e, const Meta& meta) {
  touched(state, e.subject, meta).exports.push_back({meta.at, meta.actor.person()});
}

void on(State& state, const RuleSet& e, const Meta& meta) {
  state.rules[e.rule] = {e.days, e.automatic};
  state.rule_versions[e.rule] = meta.sequence;
}

void on(State& state, const Disposing& e, const Meta& meta) {
  state.disposals[e.rule].records += e.records;
  state.shreddings[e.shredding] = {e.shredding, "", e.rule, e.owners, e.refs, meta.at};
}

void on(State& state, const Disposed& e, const Meta& meta) {
  count(state.disposals[e.rule], e.words, e.files, meta);
  end(state, e.shredding);
  if (e.rule != sealed_remainder) return;
  for (auto& [id, subject] : state.subjects)
    if (subject.remainder && subject.remainder->until < meta.at.date()) subject.remainder->gone = true;
}

}  // namespace vs::privacy
