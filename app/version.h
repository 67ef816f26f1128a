// The version of the program.
#pragma once

#include <string_view>

namespace vs::app {

extern const char* const version;

/// The exit code of a program that is too old for the data: nothing is damaged, a newer one is needed.
inline constexpr int newer_version_needed = 76;

/// Whether one version is newer than another: by the numbers between their dots.
bool newer(std::string_view one, std::string_view other);

}  // namespace vs::app
