#include "app/checkpoints.h"

#include <future>

#include "app/log.h"
#include "features/custody/custody.h"
#include "ledger/check.h"
#include "ledger/durable_file.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t events_most = 1'000;
constexpr std::chrono::seconds wait_most{60};

// Workspaces name files; everything else than plain letters is written as a number.
std::string file_name(const std::string& workspace) {
  std::string out;
  for (const unsigned char c : workspace)
    if (std::isalnum(c) || c == '-') out += char(c);
    else out += '_' + std::to_string(c) + '_';
  return out;
}

ledger::Tree tree_of(const engine::Workspace& ws) {
  std::shared_lock lock(ws.lock);
  return ws.tree;
}

}  // namespace

fs::path checkpoints_folder(const fs::path& data, const fs::path& setting) {
  return setting.empty() ? data / "checkpoints" : fs::absolute(setting);
}

fs::path checkpoint_file(const fs::path& folder, const std::string& workspace, const char* kind) {
  return folder / (file_name(workspace) + "." + kind);
}

Checkpoints::Checkpoints(House& house, ledger::SigningKey key, fs::path folder, bool accept_rollback)
    : house_(house), key_(std::move(key)), folder_(std::move(folder)) {
  fs::create_directories(folder_);
  compare(accept_rollback);
}

Checkpoints::~Checkpoints() {
  stop();
}

void Checkpoints::compare(bool accept_rollback) {
  std::string refused;
  for (const auto* ws : house_.engine().workspaces()) {
    const auto file = checkpoint_file(folder_, ws->id, "checkpoint");
    if (!fs::exists(file)) continue;
    const auto bytes = ledger::content_of(file);
    const auto tree = tree_of(*ws);
    const auto wrong = ledger::contradiction(house_.store(), ws->id, tree, bytes, keys(*ws));
    if (!wrong) continue;
    if (!accept_rollback) {
      refused += "\n  workspace " + ws->id + ": " + *wrong + ".";
      continue;
    }
    const auto note = ledger::parse_note(bytes);
    const auto then = note ? ledger::Checkpoint::parse(note->text) : std::nullopt;
    custody::RollbackAccepted fact{0, "", tree.size(), ledger::base64(tree.root())};
    if (then) fact.checkpoint_size = then->size, fact.checkpoint_root = ledger::base64(then->root);
    house_.engine().append(ws->id, {ActorKind::watcher, "keys", ""},
                           [&](const World&, const Context&) { return Events{fact}; });
    // Kept beside: it is the evidence of what is missing.
    fs::rename(file, file.string() + "." + std::to_string(fact.checkpoint_size) + ".set-aside");
    log::warning("rollback_accepted", {{"workspace", log::Id(ws->id)}, {"size", fact.size}});
  }
  if (!refused.empty())
    throw ledger::StoreFailure("the ledger does not go on from its newest checkpoint." + refused +
                               "\nRestore a newer copy. If the loss is known and accepted, start once with "
                               "--accept-rollback: that becomes a fact of the ledger");
}

void Checkpoints::start() {
  thread_ = std::thread([this] { follow(); });
}

void Checkpoints::stop() {
  if (!thread_.joinable()) return;
  {
    std::lock_guard lock(lock_);
    stopping_ = true;
  }
  wakes_.notify_all();
  thread_.join();
  keep_up(true);
}

void Checkpoints::follow() {
  keep_up(true);
  for (;;) {
    {
      std::unique_lock lock(lock_);
      if (wakes_.wait_for(lock, std::chrono::seconds{1}, [&] { return stopping_; })) return;
    }
    keep_up(false);
  }
}

void Checkpoints::keep_up(bool all) {
  for (const auto* ws : house_.engine().workspaces()) {
    std::uint64_t size = 0;
    {
      std::shared_lock lock(ws->lock);
      size = ws->tree.size();
    }
    {
      std::lock_guard lock(lock_);
      const auto& last = last_[ws->id];
      const bool due =
          all || size >= last.it.tree.size() + events_most || std::chrono::steady_clock::now() - last.at > wait_most;
      if (!due || (!last.it.note.empty() && size == last.it.tree.size())) continue;
    }
    try {
      now(*ws);
    } catch (const std::exception& error) {
      log::error("no_checkpoint", {{"workspace", log::Id(ws->id)}, {"cause", log::Cause(error.what())}});
    }
  }
}

Signed Checkpoints::now(const engine::Workspace& ws) {
  Signed out;
  std::uint64_t batch = 0;
  {
    std::shared_lock lock(ws.lock);
    out.tree = ws.tree;
    batch = ws.batch;
  }
  std::promise<void> durable;
  house_.engine().after_durable(batch, [&] { durable.set_value(); });
  durable.get_future().get();
  out.checkpoint = {ledger::origin_of(ws.id), out.tree.size(), out.tree.root()};
  std::lock_guard lock(lock_);
  auto& last = last_[ws.id];
  if (last.it.tree.size() == out.tree.size() && !last.it.note.empty()) return last.it;
  out.note = sign(ws.id, out.checkpoint.text());
  if (out.tree.size() < last.it.tree.size()) return out;  // somebody was faster with a newer one
  keep(ws, out);
  last = {out, std::chrono::steady_clock::now()};
  return out;
}

std::optional<Signed> Checkpoints::newest(const std::string& workspace) {
  std::lock_guard lock(lock_);
  const auto last = last_.find(workspace);
  if (last == last_.end() || last->second.it.note.empty()) return {};
  return last->second.it;
}

// A checkpoint that was given to anybody must be known at the next start.
void Checkpoints::keep(const engine::Workspace& ws, const Signed& it) {
  house_.store().put_checkpoint(ws.id, it.checkpoint.size, it.note);
  try {
    copy_outside(ws, it);
  } catch (const std::exception& error) {
    // The place outside may be out of reach for a while; the store has it meanwhile.
    log::error("checkpoint_not_copied", {{"workspace", log::Id(ws.id)}, {"cause", log::Cause(error.what())}});
  }
}

void Checkpoints::copy_outside(const engine::Workspace& ws, const Signed& it) const {
  std::string all;
  for (const auto& key : keys(ws)) all += key.text() + '\n';
  // Of several nodes that share the folder, none takes back what another one wrote.
  const auto outside = ledger::parse_note(ledger::content_of(checkpoint_file(folder_, ws.id, "checkpoint")));
  const auto newest = outside ? ledger::Checkpoint::parse(outside->text) : std::nullopt;
  if (!newest || newest->size <= it.checkpoint.size)
    ledger::write_durably(checkpoint_file(folder_, ws.id, "checkpoint"), it.note);
  if (const auto file = checkpoint_file(folder_, ws.id, "keys"); ledger::content_of(file) != all)
    ledger::write_durably(file, all);
}

std::string Checkpoints::cosigned(const std::string& workspace) const {
  return ledger::content_of(checkpoint_file(folder_, workspace, "cosigned"));
}

std::string Checkpoints::sign(const std::string& workspace, const std::string& text) const {
  return key_.sign(text, ledger::origin_of(workspace));
}

}  // namespace vs::app
