// The life of one request in the sample year.
#pragma once

#include "app/sample_stage.h"

namespace vs::app {

/// Logs a request for the deal and plans everything that follows, step by step, as its actions allow.
void play_request(Stage&, Chance&, const json::Object& deal);

}  // namespace vs::app
