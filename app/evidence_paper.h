// A record as a document on paper, for people.
#pragma once

#include <string>

#include "kernel/json.h"
#include "kernel/time.h"

namespace vs::app {

/// What a record says, member by member, in words; codes and dates readable, ids left out. `proof` tells under which
/// checkpoint it stands.
std::string paper_of(const json::Object& record, const std::string& title, const std::string& workspace,
                     Instant made_at);

}  // namespace vs::app
