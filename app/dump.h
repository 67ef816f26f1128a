// Everything that a workspace's state says, in one canonical text: equal states give equal bytes.
#pragma once

#include "engine/workspace.h"

namespace vs::app {

/// All lists and all their items as seen by somebody who may see everything, at the time of the last event,
/// one JSON line each, preceded by tip and root. Used to prove that replay equals the live state.
std::string canonical_dump(const engine::Registry&, const engine::Workspace&);

}  // namespace vs::app
