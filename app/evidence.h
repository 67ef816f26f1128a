// Evidence packs: all that the program knows of one request or permission, as a zip for people who have to show it and
// for programs that have to check it (REC-03). What is in one: README.txt.
#pragma once

#include "app/checkpoints.h"

namespace vs::app {

/// The pack of `requests` or `authorizations`, the item and the asker as of the question. Waits; not for the writer's
/// own thread.
Result<std::string> evidence_pack(House&, Checkpoints&, const std::string& workspace, const std::string& collection,
                                  const Ask&);

}  // namespace vs::app
