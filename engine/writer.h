// What the writer has in hand: private to the engine's own files.
#pragma once

#include <deque>
#include <map>

#include "engine/engine.h"

namespace vs::engine {

struct Engine::Job {
  Submission submission;
  std::function<Events(const World&, const Context&)> direct;  // set by `append`
  std::function<void()> appended;
};

// What one durable transaction will hold, and who waits for it.
struct Engine::Batch {
  std::uint64_t number = 0;
  std::map<std::string, ledger::Append> parts;
  std::vector<std::function<void()>> answers;
  std::vector<Change> changes;
};

/// A commit that fails leaves it open what is on the disk. The only safe answer is to stop: at the next
/// start the ledger says what happened, and clients ask again with their keys.
[[noreturn]] void die(const char* what);

}  // namespace vs::engine
