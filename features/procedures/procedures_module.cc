#include "features/procedures/procedures_module.h"

#include "features/procedures/procedures_views.h"
#include "features/procedures/watch.h"
#include "kernel/event_ops.h"

namespace vs::procedures {

Module module() {
  return std::move(Feature("procedures")
                       .events<Adopted, TimingAdopted, Opened, StepOpened, StepDecided, StepClosed, StepSkipped,
                               BranchesBegun, FactsNoted, Ended, Stopped, Deferred, Resumed, Reopened, Delegated,
                               Snoozed, Reminded, Overdue, Commented>()
                       .does("procedures", "adopt", "Adopt", &adopt)
                       .lists("procedures", &procedures)
                       .shows("procedures", &procedure)
                       .acts("tasks", "delegate", "Delegate", &delegate)
                       .acts("tasks", "snooze", "Snooze", &snooze)
                       .lists("tasks", &tasks)
                       .shows("tasks", &task_item)
                       .reacts<policies::Adopted>(&follow_policies)
                       .watches("cases", &watch));
}

}  // namespace vs::procedures
