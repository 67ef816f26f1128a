// Inbox and procedures as shown.
#pragma once

#include "features/procedures/procedures.h"

namespace vs::procedures {

/// What can be done with a task: the action of the case's collection, and the outcomes it may have.
struct TaskAction {
  std::string collection, name;
  std::vector<std::string> outcomes;
};
BOOST_DESCRIBE_STRUCT(TaskAction, (), (collection, name, outcomes))

/// What is shown of a task in lists and alone.
struct TaskItem {
  std::string id, number, title, step, instance, step_title, instruction, kind, owner_role, assignee, assignee_name;
  std::string delegated_to;
  std::optional<Instant> due;
  Sla sla;
  std::string use_type, prospect_name;
  std::optional<std::string> deadline;
  std::optional<std::int64_t> amount;
  std::string currency, requester_name, case_id;
  TaskGroup group{};
  std::optional<Date> snoozed_until;
  std::vector<std::string> view;  ///< mine, late, all: the views it belongs to
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(TaskItem, (),
                      (id, number, title, step, instance, step_title, instruction, kind, owner_role, assignee,
                       assignee_name, delegated_to, due, sla, use_type, prospect_name, deadline, amount, currency,
                       requester_name, group, case_id, snoozed_until, view, version))

/// A row of the list, which has its actions in it; an item gets them from the registry.
struct TaskRow : TaskItem {
  std::vector<TaskAction> actions;
};
BOOST_DESCRIBE_STRUCT(TaskRow, (TaskItem), (actions))

struct ProcedureRow {
  std::string id, title, subject;
  std::uint64_t revision = 0;
  std::string digest;
  Instant adopted_at;
  std::uint64_t open_cases = 0, version = 0;
};
BOOST_DESCRIBE_STRUCT(ProcedureRow, (), (id, title, subject, revision, digest, adopted_at, open_cases, version))

struct ProcedureItem {
  std::string id, title, subject, start;
  std::uint64_t revision = 0;
  std::string digest;
  Instant adopted_at;
  /// As written, for the diagram. A value, because rules within rules have no end that a schema could write out.
  json::Value steps;
  SopText text;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ProcedureItem, (),
                      (id, title, subject, start, revision, digest, adopted_at, steps, text, version))

/// `?view=mine` (when no view is asked for), `late` or `all`. Those who neither run nor audit the program see only
/// their own tasks.
std::vector<TaskRow> tasks(const State&, const people::State&, const Ask&);
Result<TaskItem> task_item(const State&, const people::State&, const Ask&);
std::vector<ProcedureRow> procedures(const State&, const Ask&);
Result<ProcedureItem> procedure(const State&, const Ask&);

}  // namespace vs::procedures
