#include "engine/wipe.h"

#include <string.h>

namespace vs::engine {

// Not inlined: its frame lies where those of the calls before lay.
[[gnu::noinline]] void wipe_stack() {
  char room[128 * 1024];
  explicit_bzero(room, sizeof room);
}

}  // namespace vs::engine
