// What happens to permissions when something happens in the relationship (DIR-04, DIR-05). What a change of the company
// does is policy; opting out, leaving and moving always hold.
#pragma once

#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"
#include "features/policies/policies.h"

namespace vs::authorizations {

/// A severe issue: looked at again; uses are held by the gate of the issue itself.
Events on_issue(const State&, const directory::State&, const policies::State&, const directory::IssueReported&,
                const Meta&, const Context&);
/// The health of the account dropped below the floor, its renewal is at risk, or it is no customer any more.
Events on_account_revised(const State&, const directory::State&, const policies::State&,
                          const directory::Revised<directory::Account>&, const Meta&, const Context&);
Events on_account_imported(const State&, const directory::State&, const policies::State&,
                           const directory::Imported<directory::Account>&, const Meta&, const Context&);
/// The company bought something that it did not have when the customer said yes.
Events on_deal_added(const State&, const directory::State&, const policies::State&,
                     const directory::Added<directory::Deal>&, const Meta&, const Context&);
Events on_deal_revised(const State&, const directory::State&, const policies::State&,
                       const directory::Revised<directory::Deal>&, const Meta&, const Context&);
Events on_deal_imported(const State&, const directory::State&, const policies::State&,
                        const directory::Imported<directory::Deal>&, const Meta&, const Context&);
/// The contract forbids something now.
Events on_restricted(const State&, const policies::State&, const directory::Restricted&, const Meta&, const Context&);
Events on_account_opted_out(const State&, const directory::AccountOptedOut&, const Meta&, const Context&);
Events on_contact_opted_out(const State&, const directory::ContactOptedOut&, const Meta&, const Context&);
/// Nothing carries over when somebody leaves or moves to another company. If they led it, the company's other
/// permissions are looked at as well.
Events on_contact_left(const State&, const directory::State&, const policies::State&, const directory::ContactLeft&,
                       const Meta&, const Context&);
Events on_contact_revised(const State&, const directory::State&, const policies::State&,
                          const directory::Revised<directory::Contact>&, const Meta&, const Context&);
Events on_contact_imported(const State&, const directory::State&, const policies::State&,
                           const directory::Imported<directory::Contact>&, const Meta&, const Context&);
/// Renewals that came near while the company is not well; time alone brings them.
Events renewals_near(const State&, const directory::State&, const policies::State&, const Context&);

}  // namespace vs::authorizations
