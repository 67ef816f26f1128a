#include "features/escalations/escalations.h"

namespace vs::escalations {

void on(State& state, const Raised& e, const Meta& m) {
  auto& item = state.escalations[e.escalation];
  item.id = e.escalation;
  item.number = e.number;
  item.case_id = e.case_id;
  item.case_number = e.case_number;
  item.rule = e.rule;
  item.facts = e.facts;
  item.options = e.options;
  item.risk = e.risk;
  item.asked_by = m.actor.person();
  item.decision_maker = e.decision_maker;
  item.assignee = e.assignee;
  item.raised_at = m.at;
  item.deadline = e.deadline;
  item.version = m.sequence;
  state.by_case[e.case_id].push_back(e.escalation);
  ++state.last_number;
}

void on(State& state, const Decided& e, const Meta& m) {
  const auto it = state.escalations.find(e.escalation);
  if (it == state.escalations.end()) return;
  auto& item = it->second;
  item.status = e.outcome;
  item.reason = e.reason;
  item.conditions = e.conditions;
  item.until = e.until;
  item.decided_by = m.actor.person();
  item.decided_at = m.at;
  item.version = m.sequence;
}

}  // namespace vs::escalations
