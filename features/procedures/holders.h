// Who may decide a step: owner, deputy, delegate (REQ-08), never the same person twice where duties are apart.
#pragma once

#include "features/procedures/procedures.h"

namespace vs::procedures {

/// The actor as far as steps are concerned; made from a command's context or a question.
struct Who {
  Actor actor;
  const std::set<std::string>& roles;
  Date today;
};

/// May this actor decide the open step?
Result<void> allowed(const people::State&, const Case&, const Step&, const OpenStep&, const Who&);

/// Address of an open step in the inbox: `tsk_<case>~<step>~<instance>`.
std::string task_id(const Case&, const OpenStep&);

/// The open step that such an address names; nulls when there is none.
struct TaskAt {
  const Case* of = nullptr;
  const OpenStep* open = nullptr;
  const Step* step = nullptr;
};
TaskAt task_at(const State&, const std::string& task_id);

}  // namespace vs::procedures
