#include "app/last_resort.h"

#include <atomic>
#include <exception>

#include "app/log.h"
#include "http/problem.h"
#include "ledger/store.h"

namespace vs::app {
namespace {

http::Response later(const char* code, const char* message) {
  return http::problem(RefusalKind::busy, code, message, "Try again in a moment.");
}

[[noreturn]] void ended() {
  try {
    if (const auto thrown = std::current_exception()) std::rethrow_exception(thrown);
    log::error("ended");
  } catch (const std::exception& error) {
    log::error("ended", {{"cause", log::Cause(error.what())}});
  } catch (...) {
    log::error("ended");
  }
  std::abort();
}

}  // namespace

void answered_anyway(const http::Handler& handler, http::Request&& request, http::Respond respond) {
  const auto trace = request.trace;
  const auto answered = std::make_shared<std::atomic<bool>>(false);
  // Whoever moved the request on may still answer, from another thread.
  const http::Respond once = [answered, respond = std::move(respond)](http::Response&& response) {
    if (!answered->exchange(true)) respond(std::move(response));
  };
  try {
    handler(std::move(request), once);
  } catch (const ledger::StoreUnavailable&) {
    once(later("database_unreachable", "The database cannot be reached just now."));
  } catch (const std::exception& error) {
    log::error("request_failed", {{"id", log::Id(trace ? trace->id : "")}, {"cause", log::Cause(error.what())}});
    once(later("failed", "Something went wrong here. It is in the log."));
  }
}

void log_the_end() {
  std::set_terminate(&ended);
}

}  // namespace vs::app
