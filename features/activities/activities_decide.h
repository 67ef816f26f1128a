// What the decisions of activities share.
#pragma once

#include "features/activities/activities.h"

namespace vs::activities {

/// Refuses unless the actor is the requester of the addressed activity or runs the program.
Result<void> may_touch(const State&, const Context&);
/// The addressed activity, when the actor may touch it.
Result<const Activity*> may_touch_ok(const State&, const Context&);
/// The addressed activity, when it is the customer's own who acts.
Result<const Activity*> own(const State&, const Context&);
/// Offered to the customer of an activity that lies ahead.
Result<void> can_reschedule(const State&, const Context&);
/// Offered to both sides of an activity that lies ahead.
Result<void> can_call_off(const State&, const Context&);
/// Offered once to the customer of a held activity.
Result<void> can_debrief_customer(const State&, const Context&);
/// Refuses once the addressed activity is recorded or cancelled.
Result<void> still_ahead(const State&, const Context&);
/// Refuses unless a debrief of the addressed activity is owed.
Result<void> owes_debrief(const State&, const Context&);

/// The author's words, if there are any.
std::optional<Personal> words_of(const Context&, const std::optional<LongText>&);
/// Recorded or called off.
bool over(const Activity&);
/// The activity, or null.
const Activity* lookup(const State&, const std::string& id);
std::unexpected<Refusal> unknown();
std::unexpected<Refusal> already_over(const Activity&);

}  // namespace vs::activities
