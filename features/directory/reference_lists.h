// Words that files are compared with: industries, and countries with the region they are in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vs::directory {

/// Industries as CRMs name them, lower case.
const std::vector<std::string>& industries();
/// English short names of the countries.
const std::vector<std::string>& countries();
bool known_industry(std::string_view);
bool known_country(std::string_view);
/// EMEA, AMER, LATAM or APAC; "" for an unknown country.
std::string region_of(std::string_view country);

}  // namespace vs::directory
