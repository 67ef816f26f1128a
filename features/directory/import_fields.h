// Fields that rows of several kinds state in the same way.
#pragma once

#include "features/directory/import_drafts.h"

namespace vs::directory {

/// States the cell, even a blank one, where a column is mapped to the field.
void state_text(Reader&, std::string_view field, std::optional<std::string>& fact);
void state_id(Reader&, std::optional<std::string>& fact);
void state_personal(Reader&, std::string_view field, const std::string& owner, std::optional<Personal>& fact);
/// Yes or no; what is neither is reported and left out.
void state_flag(Reader&, std::string_view field, std::optional<bool>& fact);
void state_currency(Reader&, std::optional<std::string>& fact);

/// The account that a name or an id stands for; "" when there is none or nobody repaired it.
std::string account_meant(Drafting&, const char* name_field, const char* id_field, const char* code);

}  // namespace vs::directory
