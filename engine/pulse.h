// How the writer does, for whoever watches over it; and what it has to say when something goes wrong.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace vs::engine {

/// What one batch came to. Told when it is durable, on the writer's thread.
struct BatchReport {
  std::size_t done = 0, refused = 0, repeated = 0;  ///< commands, by outcome
  std::size_t events = 0;
  bool committed = false;  ///< it had something to write
  std::chrono::duration<double> commit{0};
};

struct Pulse {
  std::size_t waiting = 0;                 ///< commands that the writer has not taken yet
  std::chrono::duration<double> still{0};  ///< since the writer last took or finished a batch, while one waits
};

/// Something that went wrong and was survived, or is about to end the process. `what` is a word of ours, `cause` a
/// library's, which must not be trusted to tell nothing.
using Trouble = void (*)(const char* what, std::string_view cause);
/// Whom to tell; the error output, plainly, until somebody else is named.
void tell_trouble_to(Trouble);
void trouble(const char* what, std::string_view cause);

}  // namespace vs::engine
