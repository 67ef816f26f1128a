#include "features/procedures/case_fold.h"

namespace vs::procedures {
namespace {

template <class E>
void fold_into(State& state, const E& e, const Meta& m) {
  const auto it = state.cases.find(e.case_id);
  if (it == state.cases.end()) return;
  fold(it->second, e, m);
  it->second.version = m.sequence;
}

}  // namespace

void on(State& state, const Adopted& e, const Meta& m) {
  auto sop = parse_sop(e.text.text);
  // Adopted texts were readable once; what a later version cannot read keeps its place without steps.
  Sop revision = sop ? std::move(*sop) : Sop{};
  revision.id = e.sop;
  revision.revision = e.revision;
  revision.digest = e.digest;
  revision.text = e.text;
  revision.adopted_at = m.at;
  revision.version = m.sequence;
  state.sops[e.sop].push_back(std::move(revision));
}

void on(State& state, const TimingAdopted& e, const Meta&) {
  state.timing = {e.calendar, e.step_hours};
}

void on(State& state, const Opened& e, const Meta& m) {
  state.cases[e.case_id] = Case{};
  fold_into(state, e, m);
}

void on(State& s, const StepOpened& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const StepDecided& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const StepClosed& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const StepSkipped& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const BranchesBegun& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const FactsNoted& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const Ended& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const Stopped& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const Deferred& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const Resumed& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const Reopened& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const Delegated& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const Snoozed& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const Reminded& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const Overdue& e, const Meta& m) {
  fold_into(s, e, m);
}
void on(State& s, const Commented& e, const Meta& m) {
  fold_into(s, e, m);
}

}  // namespace vs::procedures
