// What privacy follows: wishes of the customer's page, its own erasures, permissions given while use is restricted.
#pragma once

#include "features/portal/portal.h"
#include "features/privacy/privacy.h"

namespace vs::privacy {

Events on_wish(const State&, const portal::WishStated&, const Meta&, const Context&);
Events on_wish_settled(const State&, const portal::WishSettled&, const Meta&, const Context&);
Events on_erased(const State&, const Erased&, const Meta&, const Context&);
Events on_permission(const State&, const authorizations::State&, const authorizations::Recorded&, const Meta&,
                     const Context&);
Events on_grant(const State&, const authorizations::State&, const authorizations::Granted&, const Meta&,
                const Context&);

}  // namespace vs::privacy
