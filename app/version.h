// The version of the program.
#pragma once

namespace vs::app {

inline constexpr const char* version = "0.1.0";

}  // namespace vs::app
