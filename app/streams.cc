#include "app/streams.h"

#include "kernel/json.h"

namespace vs::app {
namespace {

using namespace std::chrono_literals;

// How long a session that ran out by itself may still listen.
constexpr auto review_every = 10s;

std::string text_of(const engine::Change& change) {
  std::string text = "id: " + std::to_string(change.sequence) + "\nevent: changed\ndata: {\"collection\":";
  json::put_text(text, change.collection);
  text += ",\"id\":";
  json::put_text(text, change.id);
  return text + ",\"sequence\":" + std::to_string(change.sequence) + "}\n\n";
}

}  // namespace

Streams::Streams(May may)
    : may_(std::move(may)), reviewer_([this](std::stop_token stop) { review_now_and_then(std::move(stop)); }) {}

void Streams::open(const std::string& workspace, const Caller& caller, http::Push push) {
  std::lock_guard lock(lock_);
  // The session may have ended while the head was written.
  if (may_(caller, workspace)) listeners_.push_back({workspace, caller, std::move(push)});
  else push("");
}

void Streams::tell(const std::vector<engine::Change>& changes) {
  std::lock_guard lock(lock_);
  if (listeners_.empty()) return;
  for (const auto& change : changes) {
    const auto text = text_of(change);
    std::erase_if(listeners_, [&](const Listener& l) { return l.workspace == change.workspace && !l.push(text); });
  }
}

void Streams::review() {
  std::lock_guard lock(lock_);
  std::erase_if(listeners_, [&](const Listener& l) {
    const bool may = may_(l.caller, l.workspace);
    return !l.push(may ? ":\n\n" : "") || !may;
  });
}

void Streams::review_now_and_then(std::stop_token stop) {
  std::mutex sleep;
  std::condition_variable_any wake;
  std::unique_lock lock(sleep);
  while (!stop.stop_requested()) {
    wake.wait_for(lock, stop, review_every, [] { return false; });
    if (!stop.stop_requested()) review();
  }
}

}  // namespace vs::app
