#include "app/witness.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/log.h"
#include "app/settings.h"
#include "app/witness_files.h"
#include "ledger/proof.h"

namespace vs::app {
namespace {

using namespace std::chrono_literals;

constexpr int rounds_most = 3;             // of one submission: the witness may hear of other nodes meanwhile
constexpr int behind_most = 2;             // a node that shares its ledger may know less for a moment
constexpr std::uint64_t pause_most = 300;  // seconds between two tries
constexpr const char* size_type = "text/x.tlog.size";

std::string without_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

// The size that the witness cosigned, as a conflict tells it.
std::optional<std::uint64_t> size_in(const OutgoingAnswer& answer) {
  if (!answer.type.starts_with(size_type) || !answer.body.ends_with('\n')) return {};
  std::uint64_t size = 0;
  const char* const last = answer.body.data() + answer.body.size() - 1;
  const auto [end, bad] = std::from_chars(answer.body.data(), last, size);
  return bad == std::errc{} && end == last ? std::optional(size) : std::nullopt;
}

std::string reason(const WitnessKey& witness, std::uint64_t ours, std::uint64_t theirs) {
  if (theirs > ours)
    return fmt::format("{} cosigned {} events of this ledger, which has {}: it was rolled back, or is an older copy",
                       witness.name, theirs, ours);
  return fmt::format(
      "{} cosigned {} events, and these {} do not go on from them: there are two histories of this ledger",
      witness.name, theirs, ours);
}

}  // namespace

Witness::Witness(House& house, Checkpoints& checkpoints, const Settings& settings)
    : house_(house),
      checkpoints_(checkpoints),
      url_(without_slash(settings.witness_url)),
      key_(WitnessKey::parse(settings.witness_key)),
      folder_(checkpoints_folder(settings.data, settings.checkpoints)),
      outgoing_({OutgoingAllowed::parse(settings.outgoing_allow).value()}) {}

Witness::~Witness() {
  stop();
}

void Witness::start() {
  if (!url_.empty() && key_) thread_ = std::thread([this] { follow(); });
}

void Witness::stop() {
  if (!thread_.joinable()) return;
  {
    std::lock_guard lock(lock_);
    stopping_ = true;
  }
  wakes_.notify_all();
  thread_.join();
}

WitnessStanding Witness::standing() {
  WitnessStanding out;
  if (url_.empty()) return out;
  for (const auto* ws : house_.engine().workspaces()) {
    std::uint64_t tip = 0;
    {
      std::shared_lock lock(ws->lock);
      tip = ws->tip;
    }
    std::lock_guard lock(lock_);
    const auto known = ledgers_.find(ws->id);
    if (known == ledgers_.end()) continue;  // not looked at yet
    out.behind += tip - std::min(tip, known->second.cosigned);
    out.refusing += known->second.refused;
  }
  return out;
}

void Witness::follow() {
  while (!stopping_) {
    for (const auto* ws : house_.engine().workspaces()) {
      try {
        if (!stopping_) keep_up(*ws);
      } catch (const std::exception& error) {
        log::error("no_witness", {{"workspace", log::Id(ws->id)}, {"cause", log::Cause(error.what())}});
      }
    }
    std::unique_lock lock(lock_);
    wakes_.wait_for(lock, 1s, [&] { return stopping_.load(); });
  }
}

// What an earlier process learned counts.
Witness::Ledger Witness::known(const std::string& workspace) {
  std::lock_guard lock(lock_);
  if (const auto known = ledgers_.find(workspace); known != ledgers_.end()) return known->second;
  Ledger out;
  if (const auto last = cosigned(file_of(workspace, "cosigned"), *key_)) out.cosigned = last->checkpoint.size;
  out.refused = !refusal(file_of(workspace, "refused")).empty();
  return ledgers_[workspace] = out;
}

void Witness::keep_up(const engine::Workspace& ws) {
  auto it = known(ws.id);
  auto newest = checkpoints_.newest(ws.id);
  if (!newest || !newest->checkpoint.size || std::chrono::steady_clock::now() < it.not_before) return;
  if (newest->checkpoint.size == it.cosigned && !it.refused) return;
  Said said = Said::not_now;
  try {
    said = submit(ws, it, std::move(*newest));
  } catch (const std::exception& error) {
    log::error("no_witness", {{"workspace", log::Id(ws.id)}, {"cause", log::Cause(error.what())}});
  }
  it.failures = said == Said::cosigned ? 0 : it.failures + 1;
  it.refused = said == Said::refused || (said == Said::not_now && it.refused);
  if (it.failures)
    it.not_before = std::chrono::steady_clock::now() +
                    std::chrono::seconds(std::min(pause_most, std::uint64_t{1} << std::min(it.failures - 1, 10)));
  std::lock_guard lock(lock_);
  ledgers_[ws.id] = it;
}

Witness::Said Witness::submit(const engine::Workspace& ws, Ledger& it, Signed ours) {
  auto old = std::min(it.cosigned, ours.checkpoint.size);
  for (int round = 0; round < rounds_most; ++round) {
    const auto answer = send(ws, ours, old);
    if (!answer.trouble.empty()) return not_now(ws, answer.trouble);
    if (answer.status == 200) return agreed(ws, it, ours, answer.body);
    if (answer.status == 422) return refused(ws, ours, old);
    if (answer.status != 409) return not_now(ws, "status", answer.status);
    const auto theirs = size_in(answer).value_or(old);
    // It knows this very size: what differs is the root.
    if (theirs == old && old == ours.checkpoint.size) return refused(ws, ours, theirs);
    if (theirs > ours.checkpoint.size) ours = checkpoints_.now(ws);
    if (theirs > ours.checkpoint.size) return shorter(ws, it, ours, theirs);
    old = theirs;
  }
  return not_now(ws, "conflict", 409);
}

OutgoingAnswer Witness::send(const engine::Workspace& ws, const Signed& ours, std::uint64_t old) const {
  ledger::Subtrees subtrees(ours.tree, [&](std::uint64_t first, std::size_t count) {
    return house_.store().leaves(ws.id, first + 1, count);
  });
  std::string body = "old " + std::to_string(old) + '\n';
  for (const auto& hash : ledger::consistency_path(old, ours.checkpoint.size, subtrees))
    body += ledger::base64(hash) + '\n';
  return outgoing_.call({url_ + "/add-checkpoint", body + '\n' + ours.note}, stopping_);
}

Witness::Said Witness::agreed(const engine::Workspace& ws, Ledger& it, const Signed& ours, const std::string& answer) {
  const auto note = with_cosignature(ours.note, answer, *key_);
  if (!note) return not_now(ws, "not_its_signature", 200);
  keep_cosigned(file_of(ws.id, "cosigned"), *note, *key_);
  forget_refusal(file_of(ws.id, "refused"));
  if (it.refused) log::warning("witness_agrees_again", {{"workspace", log::Id(ws.id)}, {"size", ours.checkpoint.size}});
  it.cosigned = ours.checkpoint.size;
  it.behind = 0;
  return Said::cosigned;
}

Witness::Said Witness::not_now(const engine::Workspace& ws, const std::string& code, long status) const {
  if (!stopping_)
    log::warning("not_cosigned", {{"workspace", log::Id(ws.id)}, {"code", log::Id(code)}, {"status", status}});
  return Said::not_now;
}

Witness::Said Witness::shorter(const engine::Workspace& ws, Ledger& it, const Signed& ours,
                               std::uint64_t theirs) const {
  if (house_.store().neighbours() && it.behind++ < behind_most) return not_now(ws, "behind", 409);
  return refused(ws, ours, theirs);
}

Witness::Said Witness::refused(const engine::Workspace& ws, const Signed& ours, std::uint64_t theirs) const {
  log::error("witness_refuses",
             {{"workspace", log::Id(ws.id)}, {"size", ours.checkpoint.size}, {"witness_size", theirs}});
  keep_refusal(file_of(ws.id, "refused"), reason(*key_, ours.checkpoint.size, theirs), ours.note);
  return Said::refused;
}

}  // namespace vs::app
