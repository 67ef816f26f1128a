// The trail as people read it: newest first, a sentence for each event, filters by who, what and about what.
#pragma once

#include "app/house.h"

namespace vs::app {

struct AuditPage {
  std::string text;
  std::uint64_t batch = 0;  ///< the answer leaves when this batch is durable
};

/// `{"items":[{sequence,at,actor,actor_name,type,what,subject,subject_name,data,names,roads,command,cause}],"next",
/// "total"}`. `data`: the codes of the event; `names`: of the ids among them; `roads`: id → record on whose screen it
/// is. Filters: actor, type (or its beginning, `authorization`), subject (any id named by the event), q, command.
Result<AuditPage> audit_page(House&, const std::string& workspace, const Ask&);

}  // namespace vs::app
