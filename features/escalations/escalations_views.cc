#include "features/escalations/escalations_views.h"

#include <algorithm>

namespace vs::escalations {
namespace {

const std::set<std::string> readers{"decision_maker",   "sponsor",       "legal_reviewer",
                                    "privacy_reviewer", "program_owner", "intake_coordinator",
                                    "administrator",    "auditor",       "executive"};

bool may_see(const Escalation& e, const Ask& ask) {
  return std::ranges::any_of(ask.roles, [](const auto& role) { return readers.contains(role); }) ||
         e.asked_by == ask.actor.person() || e.assignee == ask.actor.person();
}

std::optional<Choice> choice_of(Status status) {
  switch (status) {
    case Status::open: return {};
    case Status::granted: return Choice::grant;
    case Status::corrected: return Choice::correct;
    case Status::other_customer: return Choice::other_customer;
    case Status::deferred: return Choice::defer;
    case Status::rejected: return Choice::reject;
  }
  return {};
}

std::string name_or_none(const people::State& staff, const std::string& person) {
  return person.empty() ? std::string{} : people::name_of(staff, person);
}

Row shown(const people::State& staff, const Escalation& e, Instant now) {
  Row row{e.id,
          e.number,
          e.case_id,
          e.case_number,
          e.rule,
          e.facts.words(),
          e.options,
          e.risk.words(),
          e.asked_by,
          name_or_none(staff, e.asked_by),
          e.decision_maker,
          e.assignee,
          name_or_none(staff, e.assignee),
          e.raised_at,
          e.deadline,
          e.status == Status::open && now > e.deadline,
          e.status,
          choice_of(e.status),
          e.reason.words(),
          {},
          e.until,
          name_or_none(staff, e.decided_by),
          e.decided_at,
          e.version};
  for (const auto& condition : e.conditions) row.conditions.push_back(condition.words());
  return row;
}

}  // namespace

std::vector<Row> rows(const State& state, const people::State& staff, const Ask& ask) {
  std::vector<Row> all;
  for (const auto& [id, e] : state.escalations)
    if (may_see(e, ask)) all.push_back(shown(staff, e, ask.now));
  // What is open stands first, the earliest deadline on top.
  std::ranges::stable_sort(all, [](const Row& a, const Row& b) {
    const bool a_open = a.status == Status::open, b_open = b.status == Status::open;
    return a_open != b_open ? a_open : a.deadline < b.deadline;
  });
  return all;
}

Result<Row> item(const State& state, const people::State& staff, const Ask& ask) {
  const auto* e = find(state, ask.id);
  if (!e || !may_see(*e, ask))
    return refuse(RefusalKind::not_found, "no_such_escalation", "There is no such escalation.");
  return shown(staff, *e, ask.now);
}

}  // namespace vs::escalations
