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
  /// Starts what the first signal would, unless it has begun: for whoever finds that it is time.
  void now();

  /// What the first signal starts, while this lives; without one it ends the process. Going waits for what was started.
  class Gently {
   public:
    Gently(Ending&, std::function<void()>);
    ~Gently();
    Gently(const Gently&) = delete;
    Gently& operator=(const Gently&) = delete;

   private:
    Ending& ending_;
  };

 private:
  void wait();
  void begin(int signal);

  sigset_t signals_;
  std::mutex lock_;
  std::function<void()> gently_;
  std::thread ender_, waiter_;
};

}  // namespace vs::app
