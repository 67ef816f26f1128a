// The command line's verbs. Each returns the exit code: 0 good, 1 refused, 2 usage, 3 damaged data.
#pragma once

#include <filesystem>
#include <string>

#include "app/settings.h"

namespace vs::app {

/// `accept_rollback`: goes on behind the newest checkpoint, and says so in the ledger.
int serve(const Settings&, bool accept_rollback);
/// Prints the canonical dump of every workspace after replay.
int dump(const std::filesystem::path& data, const std::filesystem::path& key_file);
/// Prints the description of the API that `GET /api/v1/openapi.json` answers.
int print_openapi();
/// Says what the settings come to and whether the machine can run it: 0 all is well, 1 the machine has something to
/// mend, 2 the settings are wrong. `online`: asks the mail server too.
int doctor(const Reading&, bool online);

}  // namespace vs::app
