// Applying a file: short ones at once, long ones in slices that a restart takes up where they stopped.
#pragma once

#include "features/directory/imports.h"

namespace vs::directory {

constexpr std::size_t rows_at_once = 500;

/// Applies a file of up to so many rows at once; begins to apply a longer one.
Result<Decision> begin_import(const State&, const ApplyImport&, const Context&, std::size_t rows);
/// Plans up to so many of the next rows of the oldest import that is being applied.
Events next_rows(const State&, std::size_t rows);
/// Links accounts again whose parent was announced by a row that never became it.
Events relinked(const State&, const Import&, const Events& coming);

}  // namespace vs::directory
