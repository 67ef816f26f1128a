// What a request does when something happens elsewhere, in the same transaction.
#pragma once

#include "features/requests/commands.h"

namespace vs::requests {

/// The decision maker's word moves the case on.
Events on_escalation_decided(const State&, VS_FLOORS, const escalations::Decided&, const Meta&, const Context&);
/// A permission was taken back, narrowed or suspended: requests that relied on it turn to another customer (AUT-05).
Events on_withdrawn(const State&, VS_FLOORS, const activities::State&, const authorizations::Withdrawn&, const Meta&,
                    const Context&);
Events on_narrowed(const State&, VS_FLOORS, const activities::State&, const authorizations::Narrowed&, const Meta&,
                   const Context&);
Events on_reviewed(const State&, VS_FLOORS, const activities::State&, const authorizations::Reviewed&, const Meta&,
                   const Context&);
/// The same when the customer opts out or leaves.
Events on_contact_opted_out(const State&, VS_FLOORS, const activities::State&, const directory::ContactOptedOut&,
                            const Meta&, const Context&);
Events on_contact_left(const State&, VS_FLOORS, const activities::State&, const directory::ContactLeft&, const Meta&,
                       const Context&);
Events on_account_opted_out(const State&, VS_FLOORS, const activities::State&, const directory::AccountOptedOut&,
                            const Meta&, const Context&);
/// What was recorded of the activity moves the case on, wherever it was recorded.
Events on_activity_recorded(const State&, VS_FLOORS, const activities::Recorded&, const Meta&, const Context&);
Events on_activity_debriefed(const State&, const procedures::State&, const activities::Debriefed&, const Meta&,
                             const Context&);
/// A deferred case was taken up again by its date.
Events on_case_resumed(const State&, const procedures::Resumed&, const Meta&, const Context&);
/// The customer did not answer in time: the next fallback (REQ-09).
Events on_overdue(const State&, VS_FLOORS, const procedures::Overdue&, const Meta&, const Context&);

/// The customer is reminded that an answer is awaited.
Events on_reminded(const State&, const procedures::Reminded&, const Meta&, const Context&);
/// Further ways in which a permission stops covering what is planned.
Events on_paused(const State&, VS_FLOORS, const activities::State&, const authorizations::Paused&, const Meta&,
                 const Context&);
Events on_lapsed(const State&, VS_FLOORS, const activities::State&, const authorizations::Lapsed&, const Meta&,
                 const Context&);
Events on_conditions_reviewed(const State&, VS_FLOORS, const activities::State&,
                              const authorizations::ConditionsReviewed&, const Meta&, const Context&);
/// Our own side called the conversation off: the request goes to its end.
Events on_activity_cancelled(const State&, const activities::State&, const procedures::State&,
                             const activities::Cancelled&, const Meta&, const Context&);
/// A bad word of the customer, or an incident, comes before whom policy names (ACT-04).
Events on_customer_debriefed(const State&, VS_FLOORS, const activities::CustomerDebriefed&, const Meta&,
                             const Context&);
/// A customer who is used more often than agreed, or by exception after exception, likewise.
Events on_used(const State&, VS_FLOORS, const advocates::Used&, const Meta&, const Context&);
Events on_incident(const State&, VS_FLOORS, const activities::IncidentReported&, const Meta&, const Context&);

}  // namespace vs::requests
