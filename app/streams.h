// Open event streams: tells what changed, and ends each with the session or token that it was opened on.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "app/caller.h"
#include "engine/engine.h"
#include "http/message.h"

namespace vs::app {

class Streams {
 public:
  /// `may` says whether a caller may still listen to a workspace.
  using May = std::function<bool(const Caller&, const std::string& workspace)>;
  explicit Streams(May may);

  void open(const std::string& workspace, const Caller&, http::Push);
  void tell(const std::vector<engine::Change>&);
  /// Ends those who may not listen any more, and forgets those who have gone.
  void review();
  /// Open streams.
  std::size_t count() {
    std::lock_guard lock(lock_);
    return listeners_.size();
  }

 private:
  struct Listener {
    std::string workspace;
    Caller caller;
    http::Push push;
  };
  void review_now_and_then(std::stop_token);

  May may_;
  std::mutex lock_;
  std::vector<Listener> listeners_;
  std::jthread reviewer_;  ///< last: it uses the rest
};

}  // namespace vs::app
