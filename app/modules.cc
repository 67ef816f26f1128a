#include "app/modules.h"

#include "features/activities/activities_module.h"
#include "features/advocates/advocates_module.h"
#include "features/authorizations/authorizations_module.h"
#include "features/custody/custody_module.h"
#include "features/directory/directory_module.h"
#include "features/escalations/escalations_module.h"
#include "features/mail/mail_module.h"
#include "features/matching/matching_module.h"
#include "features/people/people_module.h"
#include "features/policies/policies_module.h"
#include "features/portal/portal_module.h"
#include "features/privacy/privacy_module.h"
#include "features/procedures/procedures_module.h"
#include "features/requests/requests_module.h"
#include "features/takedowns/takedowns_module.h"
#include "features/watchers/watchers_module.h"

namespace vs {

std::vector<Module> modules() {
  return {custody::module(),    people::module(),         directory::module(), policies::module(),
          mail::module(),       authorizations::module(), advocates::module(), matching::module(),
          procedures::module(), activities::module(),     takedowns::module(), escalations::module(),
          requests::module(),   watchers::module(),       portal::module(),    privacy::module()};
}

}  // namespace vs
