// Procedures that come with the product (SOP-01), compiled in from sops/: a binary alone can set a workspace up.
#pragma once

#include <string_view>
#include <vector>

namespace vs::procedures {

/// Texts of the procedures delivered.
const std::vector<std::string_view>& delivered();

}  // namespace vs::procedures
