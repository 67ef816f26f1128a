#include "app/side_thread.h"

#include <boost/asio/post.hpp>

#include "app/last_resort.h"
#include "app/log.h"

namespace vs::app {

void SideThread::answer(http::Respond respond, std::function<void(const http::Respond&)> work) {
  boost::asio::post(pool_, [respond = std::move(respond), work = std::move(work)] {
    answered_anyway([&](http::Request&&, const http::Respond& once) { work(once); }, {}, respond);
  });
}

void SideThread::run(std::function<void()> work) {
  boost::asio::post(pool_, [work = std::move(work)] {
    try {
      work();
    } catch (const std::exception& error) {
      log::error("work_failed", {{"cause", log::Cause(error.what())}});
    }
  });
}

}  // namespace vs::app
