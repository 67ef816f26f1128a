// What the writer has in hand: private to the engine's own files.
#pragma once

#include <deque>
#include <exception>
#include <map>

#include "engine/engine.h"

namespace vs::engine {

struct Engine::Job {
  Submission submission;
  std::function<Events(const World&, const Context&)> direct;  // set by `append`
  std::function<void(std::exception_ptr)> appended;            // with what kept it from being decided
  bool foreign = false;                                        // another node wrote to the workspace: fold that
};

// What one durable transaction will hold, and who waits for it.
struct Engine::Batch {
  std::uint64_t number = 0;
  bool leads = true, begun = false;
  std::map<std::string, ledger::Held> held;
  std::map<std::string, ledger::Append> parts;
  std::vector<std::function<void()>> answers;
  std::vector<Change> changes;
  BatchReport report;
};

/// Where the words of an event lie in the vault. In order of the ledger, so that a batch fills neighbouring pages.
std::string vault_ref(std::uint64_t sequence, std::uint32_t n);
/// Under which name a first answer is kept.
std::string answer_key(const Submission&);
/// The next piece of long work, or nothing when it is done or cannot go on.
Events next_slice(const Work&, const World&, const Context&);

/// A commit that fails leaves it open what is on the disk. The only safe answer is to stop: at the next
/// start the ledger says what happened, and clients ask again with their keys.
[[noreturn]] void die(const char* what);

}  // namespace vs::engine
