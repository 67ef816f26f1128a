#include "app/signing_keys.h"

#include <fstream>

#include "app/checkpoints.h"
#include "features/custody/custody.h"
#include "ledger/durable_file.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;

fs::path next_of(const fs::path& file) {
  return file.string() + ".next";
}

bool anything_signed(House& house) {
  for (const auto& row : house.store().workspaces())
    if (house.store().checkpoint(row.id)) return true;
  return false;
}

custody::State custody_of(const engine::Workspace& ws) {
  std::shared_lock lock(ws.lock);
  return ws.world.get<custody::State>();
}

// The public half of a lost key, as the checkpoints folder still has it; "" when it does not.
std::string named_outside(const fs::path& checkpoints, const std::string& workspace) {
  std::ifstream lines(checkpoint_file(checkpoints, workspace, "keys"));
  std::string line;
  std::getline(lines, line);
  const auto key = ledger::Verifier::parse(line);
  return key ? ledger::base64_of_key(key->key) : "";
}

void hand_over_all(House& house, const std::optional<ledger::SigningKey>& old, const ledger::SigningKey& fresh,
                   const fs::path& checkpoints) {
  for (const auto* ws : house.engine().workspaces()) hand_over(house, *ws, old, fresh, checkpoints);
}

// From the moment when the next key is on the disk, a rotation only goes forward.
void finish_rotation(House& house, const fs::path& file, const fs::path& checkpoints) {
  if (!fs::exists(next_of(file))) return;
  const auto fresh = ledger::SigningKey::read(next_of(file));
  const auto old = fs::exists(file) ? std::optional(ledger::SigningKey::read(file)) : std::nullopt;
  hand_over_all(house, old, fresh, checkpoints);
  fs::rename(next_of(file), file);
  ledger::sync_folder(file.parent_path());
}

}  // namespace

fs::path signing_key_file(const fs::path& data, const fs::path& setting) {
  return setting.empty() ? data / "keys" / "signing.key" : fs::absolute(setting);
}

void hand_over(House& house, const engine::Workspace& ws, const std::optional<ledger::SigningKey>& old,
               const ledger::SigningKey& fresh, const fs::path& checkpoints) {
  const auto name = ledger::base64_of_key(fresh.public_key());
  const auto known = custody_of(ws);
  if (known.key == name) return;  // done before a rotation was broken off
  custody::KeyRotated event{known.key, name, ""};
  const auto origin = ledger::origin_of(ws.id);
  if (old) {
    event.old_key = ledger::base64_of_key(old->public_key());
    event.handover = old->sign(ledger::handover_text(origin, fresh.public_key()), origin);
  } else if (known.key.empty()) {
    event.old_key = named_outside(checkpoints, ws.id);
  }
  house.engine().append(ws.id, {ActorKind::watcher, "keys", ""},
                        [&](const World&, const Context&) { return Events{event}; });
}

ledger::SigningKey open_signing_key(House& house, const fs::path& file, const fs::path& checkpoints) {
  finish_rotation(house, file, checkpoints);
  if (fs::exists(file)) return ledger::SigningKey::read(file);
  if (anything_signed(house))
    throw ledger::StoreFailure("the signing key " + file.filename().string() +
                               " is missing. Put it back from its copy; if there is none, run "
                               "`vouchsafe keys rotate --lost`");
  ledger::SigningKey::make().write(file);
  return ledger::SigningKey::read(file);
}

ledger::SigningKey rotate_signing_key(House& house, const fs::path& file, const fs::path& checkpoints, bool lost) {
  if (lost && fs::exists(file)) throw ledger::StoreFailure("the signing key is there; rotate it without --lost");
  if (!lost) open_signing_key(house, file, checkpoints);
  if (!fs::exists(next_of(file))) ledger::SigningKey::make().write(next_of(file));
  finish_rotation(house, file, checkpoints);
  return ledger::SigningKey::read(file);
}

std::vector<ledger::Verifier> verifiers_of(const engine::Workspace& ws, const ledger::SigningKey& key) {
  const auto origin = ledger::origin_of(ws.id);
  std::vector<ledger::Verifier> out{{origin, key.public_key()}};
  const auto known = custody_of(ws);
  for (auto earlier = known.earlier_keys.rbegin(); earlier != known.earlier_keys.rend(); ++earlier)
    if (const auto bytes = ledger::hash_from_base64(*earlier)) out.push_back({origin, *bytes});
  return out;
}

}  // namespace vs::app
