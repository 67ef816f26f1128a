// How long a thread waits for a database that went away. Most do nothing else and wait until it is back; those on
// which others wait would rather hear of it soon, as StoreUnavailable.
#pragma once

namespace vs::ledger {

/// While it lives, its thread is one on which others wait.
class Impatient {
 public:
  Impatient() { ++depth(); }
  ~Impatient() { --depth(); }
  Impatient(const Impatient&) = delete;
  Impatient& operator=(const Impatient&) = delete;

  /// Whether this thread is such a one now.
  static bool here() { return depth() > 0; }

 private:
  static int& depth() {
    thread_local int depth = 0;
    return depth;
  }
};

}  // namespace vs::ledger
