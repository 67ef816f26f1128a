// Conversations of the sample year: the customer's yes by their own hand, a date, a move, a no-show, and how it was.
#pragma once

#include <optional>

#include "app/sample_stage.h"

namespace vs::app {

/// Is it a conversation, for which a time is set?
bool is_conversation(const std::string& use_type);
/// Times that would suit the prospect, some days ahead.
json::Array times_ahead(const Stage&, Chance&);
/// The customer answers the request on the portal; false when nobody waits for their answer there.
bool answer_by_hand(Stage&, Chance&, const std::string& request);
/// What happens next to the activity of the request: a date, a change, or what came of it. Answers when its time is
/// over, while it is still ahead.
std::optional<Instant> go_on_with(Stage&, Chance&, const json::Object& request, const std::string& seller);

}  // namespace vs::app
