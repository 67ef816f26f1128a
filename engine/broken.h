// What a caller hears when a feature failed instead of deciding or answering.
#pragma once

#include <exception>

#include "kernel/module.h"

namespace vs::engine {

/// Writes the cause to the log and gives a refusal that tells nothing of the inside.
Result<Answer> broken(const std::exception&);

}  // namespace vs::engine
