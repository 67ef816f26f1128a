// What is held about one person, for that person (GDPR Art. 15 and 20): a page to read, the same as JSON, and their
// files, in one zip. Complete for whatever a feature stores, because it follows the ledger.
#pragma once

#include "app/house.h"

namespace vs::app {

/// The bytes of the zip; refused when there is no such person.
Result<std::string> export_subject(House&, const std::string& workspace, const std::string& subject, Instant now);

}  // namespace vs::app
