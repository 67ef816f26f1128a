// Who calls: what a session's cookie or a token stands for.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kernel/context.h"

namespace vs::app {

/// The caller of a request.
struct Caller {
  Actor actor;
  std::string workspace;            ///< tokens hold for one workspace; "" for sessions
  std::vector<std::string> scopes;  ///< of a token: "read", "write"; empty for sessions
  std::string session;              ///< digest, for signing out
};

/// Tells the time; tests bring their own.
using Clock = std::function<Instant()>;

}  // namespace vs::app
