// Ending when asked to: the first SIGTERM or SIGINT lets what is under way come to its end, the second does not wait.
#pragma once

#include <csignal>
#include <functional>
#include <mutex>
#include <thread>

namespace vs::app {

class Ending {
 public:
  /// From now on this thread, and those that it makes, leave the signals to the one that waits for them here.
  Ending();
  ~Ending();
  /// What the first signal starts. Before anything is said, it ends the process.
  void gently(std::function<void()>);
  /// Starts that as a signal would, unless it has begun: for whoever finds that it is time.
  void now();

 private:
  void wait();
  void begin(int signal);

  sigset_t signals_;
  std::mutex lock_;
  std::function<void()> gently_;
  std::thread ender_, waiter_;
};

}  // namespace vs::app
