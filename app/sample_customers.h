// The customer's side of the sample year: asked in writing, answering on the portal, and changing their minds.
#pragma once

#include "app/sample_stage.h"

namespace vs::app {

/// Plans everything that these contacts are asked for and do, and what the staff does about it.
void play_customers(Stage&, Chance&, const std::vector<json::Object>& contacts);

// ---- Its parts.

/// What becomes of a permission that was given in writing.
enum class Fate { stays, renewed, paused, narrowed, withdrawn, left, corrected, erased };

/// Requests for permission in writing, and how each of them went.
void play_rounds(Stage&, Chance&, const std::vector<json::Object>& contacts);
/// The customer of a permission does something about it or about themselves, on their own page.
void play_fate(Stage&, Chance&, Fate, const std::string& contact, const std::string& authorization);
/// Now and then a customer whose words or logo are out takes that back; some ask for another time.
void play_withdrawals(Stage&, Chance&);
/// The staff looks after what customers left behind: take-downs, wishes, findings.
void play_upkeep(Stage&, Chance&);

/// "Yes" with a limit to each of what is asked that can be limited, as ticked on the page.
portal::Form limits_of(const authorizations::RoundPage&, Chance&);

}  // namespace vs::app
