// What happens to permissions when something happens in the relationship (DIR-04, DIR-05).
#pragma once

#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"
#include "features/policies/policies.h"

namespace vs::authorizations {

/// A severe issue: looked at again; uses are held by the gate of the issue itself.
Events on_issue(const State&, const directory::State&, const policies::State&, const directory::IssueReported&,
                const Meta&, const Context&);
/// The health of the account dropped below the floor.
Events on_account_revised(const State&, const directory::Revised<directory::Account>&, const Meta&, const Context&);
Events on_account_imported(const State&, const directory::Imported<directory::Account>&, const Meta&, const Context&);
/// The contract forbids something now.
Events on_restricted(const State&, const directory::Restricted&, const Meta&, const Context&);
Events on_account_opted_out(const State&, const directory::AccountOptedOut&, const Meta&, const Context&);
Events on_contact_opted_out(const State&, const directory::ContactOptedOut&, const Meta&, const Context&);
/// Nothing carries over when somebody leaves or moves to another company.
Events on_contact_left(const State&, const directory::ContactLeft&, const Meta&, const Context&);
Events on_contact_revised(const State&, const directory::Revised<directory::Contact>&, const Meta&, const Context&);

}  // namespace vs::authorizations
