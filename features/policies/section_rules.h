// What each section may say (R2). One function per section adds every reason against the values given.
#pragma once

#include "features/policies/policies.h"

namespace vs::policies {

/// Name of the section as stored and shown: "rotation".
std::string section_name(const Section&);
/// Title on the settings page: "Rotation limits"; "" for a section that does not exist.
std::string section_title(const std::string& section);
/// Names of all sections in the order of the settings page.
const std::vector<std::string>& section_names();
/// The values of this section out of all values; nothing for a name that is not a section.
std::optional<Section> section_of(const Policies&, const std::string& section);
/// Reads the values that a person gave for a section, strictly, and checks their bounds; all reasons at once.
Result<Section> read_section(const std::string& section, const json::Value& values, const people::State&);

}  // namespace vs::policies
