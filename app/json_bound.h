// How much a JSON body may hold. Parsed values take many times the room of their text, so large bodies are counted
// before they are built.
#pragma once

#include <string_view>

#include "kernel/result.h"

namespace vs::app {

/// Refuses a body of more values than any honest one has. Small bodies pass unseen: their size bounds them.
Result<void> json_bound(std::string_view body);

}  // namespace vs::app
