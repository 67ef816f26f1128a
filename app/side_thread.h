// Work that would hold up those who wait for other answers: hashing, folding the past, waiting for the ledger.
#pragma once

#include <boost/asio/thread_pool.hpp>

#include <functional>

#include "http/message.h"

namespace vs::app {

/// A thread beside those that answer; one piece of work after the other. What is thrown there ends nothing but that
/// piece: it is logged, and whoever waits for an answer gets one.
class SideThread {
 public:
  /// Work that answers by the `respond` it is given, once.
  void answer(http::Respond, std::function<void(const http::Respond&)> work);
  /// Work that nobody waits for.
  void run(std::function<void()> work);
  /// Finishes what was given to it.
  void join() { pool_.join(); }

 private:
  boost::asio::thread_pool pool_{1};
};

}  // namespace vs::app
