// What comes more than once in an OpenAPI document stands once in it, under a name.
#pragma once

#include "kernel/json.h"

namespace vs::app {

/// Moves every schema with a `title` to `components/schemas` and leaves a reference behind. Throws std::logic_error
/// when two different schemas have the same title.
void name_schemas(json::Object& document);

}  // namespace vs::app
