// Words that were erased must not stay readable on the stacks of threads.
#pragma once

namespace vs::engine {

/// Overwrites what calls that have returned left on this thread's stack.
void wipe_stack();

}  // namespace vs::engine
