// Letters about a request: the question to the customer, its reminder, and news to our own side (REQ-09).
// All follow events, in the same transaction.
#pragma once

#include "features/requests/requests.h"

namespace vs::requests {

#define VS_DESK const State &s, const people::State &people, const directory::State &dir, const mail::State &mail

/// The question, with what the customer has to know to answer it.
Events letters_on_asked(VS_DESK, const CustomerAsked&, const Meta&, const Context&);
/// Once more, before somebody else is asked.
Events letters_on_reminded(VS_DESK, const CustomerReminded&, const Meta&, const Context&);
/// Our own side hears of it at once; of a colleague named the program owners only.
Events letters_on_answered(VS_DESK, const CustomerAnswered&, const Meta&, const Context&);

// What was answered or is over asks nobody any more.
Events letters_on_confirmed(const mail::State&, const CustomerConfirmed&, const Meta&, const Context&);
Events letters_on_declined(const mail::State&, const CustomerDeclined&, const Meta&, const Context&);
Events letters_on_passed_over(const mail::State&, const PassedOver&, const Meta&, const Context&);
Events letters_on_cancelled(const mail::State&, const Cancelled&, const Meta&, const Context&);
Events letters_on_rejected(const mail::State&, const Rejected&, const Meta&, const Context&);

}  // namespace vs::requests
