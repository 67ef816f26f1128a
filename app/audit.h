// The trail as people read it: newest first, a sentence for each event, filters by who, what and about what.
#pragma once

#include <map>

#include "app/house.h"

namespace vs::app {

/// One line of the trail.
struct AuditRow {
  std::uint64_t sequence = 0;
  Instant at;
  std::string actor;
  ActorKind actor_kind{};
  std::string actor_name, type, what, subject, subject_name;
  json::Object data;                         ///< the codes of the event
  std::map<std::string, std::string> names;  ///< of the ids among them
  std::map<std::string, std::string> roads;  ///< id → record on whose screen it is
  std::string command;
  std::uint64_t cause = 0;
};
BOOST_DESCRIBE_STRUCT(AuditRow, (),
                      (sequence, at, actor, actor_kind, actor_name, type, what, subject, subject_name, data, names,
                       roads, command, cause))

struct AuditPage {
  std::string text;
  std::uint64_t batch = 0;  ///< the answer leaves when this batch is durable
};

/// `{"items":[AuditRow…],"next","total"}`. Filters: actor, type (or its beginning, `authorization`), subject (any id
/// named by the event), q, command.
Result<AuditPage> audit_page(House&, const std::string& workspace, const Ask&);

}  // namespace vs::app
