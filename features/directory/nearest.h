// The known word that a mistyped one most likely stands for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vs::directory {

/// The one known word that is written alike (`GTXPro`, `GTX Pro`) or with a slip or two (`technolgy`,
/// `technology`); nothing when none or several are as near.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace vs::directory
