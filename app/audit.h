// The trail as people read it: newest first, a sentence for each event, filters by who, what and about what.
#pragma once

#include "app/house.h"

namespace vs::app {

/// `{"items":[{sequence,at,actor,actor_name,type,what,subject,command,cause}],"next","total"}`.
/// Filters: actor, type (or its beginning, `authorization`), subject (any id named by the event), q, command.
Result<std::string> audit_page(House&, const std::string& workspace, const Ask&);

}  // namespace vs::app
