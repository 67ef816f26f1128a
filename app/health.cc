#include "app/health.h"

#include <fmt/format.h>

#include "features/mail/mail.h"

namespace vs::app {
namespace {

using namespace std::chrono_literals;

// Looked at again after so long, however often somebody asks.
constexpr auto fresh_for = 1s;
// A commit takes milliseconds; a writer that has not moved for so long hangs.
constexpr auto still_most = 10s;
constexpr std::int64_t stuck_after_us = 15ll * 60 * 1'000'000;

const char* word(bool good, const char* bad) {
  return good ? "ok" : bad;
}

// A letter that was due a good while ago and has not left.
bool letters_are_stuck(const engine::Engine& engine, Instant now) {
  for (const auto* ws : engine.workspaces()) {
    std::shared_lock lock(ws->lock);
    const auto& state = ws->world.get<mail::State>();
    for (const auto& id : state.waiting) {
      const auto letter = state.letters.find(id);
      const auto due = letter == state.letters.end() ? std::nullopt : letter->second.due_at;
      if (due && now.us - due->us > stuck_after_us) return true;
    }
  }
  return false;
}

}  // namespace

Health::Health(const engine::Engine& engine, const Reserve& reserve, bool delivers)
    : engine_(engine), reserve_(reserve), delivers_(delivers) {}

http::Response Health::alive() {
  http::Response out;
  out.body = "{\"status\":\"alive\"}";
  return out;
}

Health::Findings Health::look() const {
  Findings found;
  found.disk = !reserve_.short_of_room();
  found.writer = engine_.pulse().still < still_most;
  found.ledger = !engine_.workspaces().empty();
  found.letters = !delivers_ || !letters_are_stuck(engine_, system_now());
  return found;
}

http::Response Health::ready() {
  Findings found;
  {
    std::lock_guard lock(lock_);
    const auto now = std::chrono::steady_clock::now();
    if (now - looked_ > fresh_for) findings_ = look(), looked_ = now;
    found = findings_;
  }
  const bool outdated = engine_.outdated();
  const bool ready = found.ledger && found.writer && found.disk && !draining_ && !outdated;
  const char* status = outdated         ? "outdated"
                       : draining_      ? "draining"
                       : !ready         ? "unready"
                       : !found.letters ? "degraded"
                                        : "ready";
  http::Response out;
  out.status = ready ? 200 : 503;
  out.body = fmt::format(R"({{"status":"{}","checks":{{"ledger":"{}","writer":"{}","disk":"{}","letters":"{}"}}}})",
                         status, word(found.ledger, "empty"), word(found.writer, "still"),
                         word(found.disk, "below_reserve"), word(found.letters, "stuck"));
  return out;
}

}  // namespace vs::app
