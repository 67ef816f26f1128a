// Which passwords people may choose: long enough, not among those that everybody tries first, not made of what
// anybody knows about them (NIST SP 800-63B-4: length and a list, no rules about kinds of characters).
#pragma once

#include <string>
#include <vector>

#include "kernel/result.h"

namespace vs::app {

inline constexpr std::size_t password_characters_alone = 15, password_characters_with_factor = 8;
inline constexpr std::size_t password_bytes_most = 1'000;

/// What stands against a password, in the field `field`. `known`: words about the person and the place, such as
/// name, address and workspace.
Reasons password_obstacles(const std::string& password, bool second_factor, const std::vector<std::string>& known,
                           const std::string& field);

/// How many passwords are on the list of those that everybody tries first.
std::size_t common_passwords();

}  // namespace vs::app
