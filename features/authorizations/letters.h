// Letters that follow from what happens to a permission: to the customer, and to those who asked (AUT-03, AUT-06).
#pragma once

#include "features/authorizations/authorizations.h"
#include "features/mail/mail.h"

namespace vs::authorizations {

/// The request to every signer whose turn it is.
Events letters_on(const State&, const directory::State&, const people::State&, const mail::State&, const Requested&,
                  const Meta&, const Context&);
Events letters_on(const State&, const directory::State&, const people::State&, const mail::State&, const SignerAdded&,
                  const Meta&, const Context&);
Events letters_on(const State&, const directory::State&, const people::State&, const mail::State&, const TurnCame&,
                  const Meta&, const Context&);
Events letters_on(const State&, const directory::State&, const people::State&, const mail::State&, const Reminded&,
                  const Meta&, const Context&);
/// The receipt to both sides at once.
Events letters_on(const State&, const directory::State&, const people::State&, const mail::State&, const Granted&,
                  const Meta&, const Context&);
Events letters_on(const State&, const directory::State&, const people::State&, const mail::State&, const Declined&,
                  const Meta&, const Context&);
Events letters_on(const State&, const directory::State&, const people::State&, const mail::State&, const Narrowed&,
                  const Meta&, const Context&);
Events letters_on(const State&, const directory::State&, const people::State&, const mail::State&, const Withdrawn&,
                  const Meta&, const Context&);
Events letters_on(const State&, const directory::State&, const people::State&, const mail::State&, const Renewed&,
                  const Meta&, const Context&);
Events letters_on(const State&, const directory::State&, const people::State&, const mail::State&,
                  const ConditionsReviewed&, const Meta&, const Context&);
/// A question to the staff, the answer to the customer.
Events letters_on(const State&, const directory::State&, const people::State&, const mail::State&, const Questioned&,
                  const Meta&, const Context&);
Events letters_on(const State&, const directory::State&, const people::State&, const mail::State&, const Replied&,
                  const Meta&, const Context&);
/// One tap to say yes for longer.
Events letters_on(const State&, const directory::State&, const people::State&, const mail::State&,
                  const RenewalOffered&, const Meta&, const Context&);

}  // namespace vs::authorizations
