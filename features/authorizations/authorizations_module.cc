#include "features/authorizations/authorizations_module.h"

#include "features/authorizations/authorizations_views.h"
#include "features/authorizations/commands.h"
#include "features/directory/directory.h"

namespace vs::authorizations {

Module module() {
  return std::move(
      Feature("authorizations")
          .events<Asked, Recorded, Narrowed, Withdrawn, Renewed, Reviewed, Used, Exceeded>()
          .creates("authorizations", "Ask the customer", &ask)
          .does("authorizations", "record", "Record a permission", &record)
          .acts("authorizations", "narrow", "Narrow", &narrow)
          .when(&may_narrow)
          .acts("authorizations", "withdraw", "Withdraw", &withdraw)
          .when(&may_withdraw)
          .acts("authorizations", "renew", "Renew", &renew)
          .when(&may_renew)
          .acts("authorizations", "review", "Review", &review)
          .when(&may_review)
          .lists("authorizations", &rows)
          .shows("authorizations", &item)
          .answers("authorizations.receipt", "authorizations/{id}/receipt", "Receipt for both sides", &receipt)
          .answers("authorizations.may_use", "may-use", "May this customer be used for that?", &gate));
}

}  // namespace vs::authorizations
