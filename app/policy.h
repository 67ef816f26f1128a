// The one policy table: who may call what. Anything without a row is denied.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace vs::policy {

/// True if one of the roles may use the command or query of this name (`authorizations.narrow`).
/// Names without a row are nobody's.
bool allows(std::string_view name, const std::set<std::string>& roles);

/// True if the table has a row for the name; the matrix test asks this for everything registered.
bool has_row(std::string_view name);

}  // namespace vs::policy
