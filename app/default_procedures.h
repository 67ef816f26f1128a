// The procedures delivered with the product (`sops/*.yaml`), built into the program.
#pragma once

#include <string_view>
#include <vector>

namespace vs::app {

/// Text of each; adopted by every new workspace, which may then change them.
std::vector<std::string_view> default_procedures();

}  // namespace vs::app
