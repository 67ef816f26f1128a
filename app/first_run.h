// A house that nobody has entered yet: its first workspace and its first administrator.
#pragma once

#include "app/sessions.h"
#include "app/settings.h"

namespace vs::app {

/// Whether nothing ever happened here. A first run that was broken off is done again from its beginning.
bool first_run_is_due(House&);
/// Founds the workspace; the administrator's password is told once, here.
void first_run(House&, Sessions&, const Settings&);

}  // namespace vs::app
