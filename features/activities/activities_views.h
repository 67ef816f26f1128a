// How activities are shown.
#pragma once

#include "features/activities/activities.h"

namespace vs::activities {

/// All activities that the asker may see.
std::vector<Row> rows(const State&, const people::State&, const directory::State&, const Ask&);
/// One of them.
Result<Row> item(const State&, const people::State&, const directory::State&, const Ask&);

}  // namespace vs::activities
