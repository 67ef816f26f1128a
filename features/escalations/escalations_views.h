// Escalations as shown.
#pragma once

#include "features/escalations/escalations.h"

namespace vs::escalations {

struct Row {
  std::string id, number, case_id, request_number, rule, facts;
  std::vector<std::string> options;
  std::string risk, asked_by, asked_by_name;
  Kind decision_maker{};
  std::string assignee, assignee_name;
  Instant raised_at, deadline;
  bool late = false;  ///< open past its deadline
  Status status{};
  std::optional<Choice> decision;
  std::string reason;
  std::vector<std::string> conditions;
  std::optional<Date> until;
  std::string decided_by_name;
  std::optional<Instant> decided_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, number, case_id, request_number, rule, facts, options, risk, asked_by, asked_by_name,
                       decision_maker, assignee, assignee_name, raised_at, deadline, late, status, decision, reason,
                       conditions, until, decided_by_name, decided_at, version))

/// All for those who decide or run the program; others see what they asked themselves.
std::vector<Row> rows(const State&, const people::State&, const Ask&);
Result<Row> item(const State&, const people::State&, const Ask&);

}  // namespace vs::escalations
