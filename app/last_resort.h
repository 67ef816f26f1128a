// Where a failure ends that nobody foresaw: never without a line in the log, and a request never without an answer.
#pragma once

#include "http/message.h"

namespace vs::app {

/// Calls the handler. What it throws is logged under the request's id and, where nothing was answered yet, answered
/// with 503; details stay in the log.
void answered_anyway(const http::Handler&, http::Request&&, http::Respond);

/// From now on an exception that ends the process is the last line of the log.
void log_the_end();

}  // namespace vs::app
