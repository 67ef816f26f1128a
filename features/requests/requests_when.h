// When an action is offered: Result<void>, with the reason why not.
#pragma once

#include "features/requests/commands.h"

namespace vs::requests {

Result<void> can_complete(const State&, const people::State&, const procedures::State&, const Context&);
Result<void> can_resubmit(const State&, const people::State&, const procedures::State&, const Context&);
Result<void> can_clear(const State&, const people::State&, const procedures::State&, const Context&);
Result<void> can_choose(const State&, const people::State&, const procedures::State&, const Context&);
Result<void> can_consult(const State&, const people::State&, const procedures::State&, const Context&);
Result<void> can_confirm(const State&, const people::State&, const procedures::State&, const Context&);
/// Offered to the contact whose answer is awaited.
Result<void> can_answer(const State&, const procedures::State&, const Context&);
Result<void> can_propose_times(const State&, const procedures::State&, const Context&);
Result<void> can_approve(const State&, const people::State&, const procedures::State&, const Context&);
Result<void> can_disclose(const State&, const people::State&, const procedures::State&, const Context&);
Result<void> can_disclose_again(const State&, const people::State&, const procedures::State&, const Context&);
Result<void> may_view_contact(const State&, const Context&);
Result<void> can_record(const State&, const people::State&, const procedures::State&, const Context&);
Result<void> can_debrief(const State&, const people::State&, const procedures::State&, const Context&);
Result<void> can_close(const State&, const procedures::State&, const Context&);
Result<void> can_cancel(const State&, const Context&);
Result<void> can_defer(const State&, const Context&);
Result<void> can_resume(const State&, const Context&);
Result<void> can_reopen(const State&, const procedures::State&, const Context&);
Result<void> can_escalate(const State&, const Context&);
Result<void> can_comment(const State&, const Context&);

}  // namespace vs::requests
