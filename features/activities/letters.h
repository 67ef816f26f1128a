// Letters about an activity: invitations to both sides, changes, cancellations, reminders, the debrief (ACT-01,
// ACT-03). All follow events, in the same transaction.
#pragma once

#include "features/activities/activities.h"

namespace vs::activities {

#define VS_POST                                                                                                 \
  const State &s, const people::State &people, const directory::State &dir, const authorizations::State &auths, \
      const advocates::State &advs, const mail::State &mail

/// An invitation, or the change of one, for the calendars of both sides.
Events letters_on_scheduled(VS_POST, const Scheduled&, const Meta&, const Context&);
/// Invitations are withdrawn, courteously.
Events letters_on_cancelled(VS_POST, const Cancelled&, const Meta&, const Context&);
/// After a conversation the customer is asked how it went; what they called off is taken out of both calendars.
Events letters_on_recorded(VS_POST, const Recorded&, const Meta&, const Context&);
/// The requester is told which times the customer proposes.
Events letters_on_other_times(VS_POST, const OtherTimesProposed&, const Meta&, const Context&);
/// The day before, to both sides.
Events letters_on_reminded(VS_POST, const Reminded&, const Meta&, const Context&);
/// Whoever has not told yet how it went is asked once more.
Events letters_on_chased(VS_POST, const DebriefChased&, const Meta&, const Context&);

}  // namespace vs::activities
