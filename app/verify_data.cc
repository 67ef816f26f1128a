// A whole data folder: what is stored, against itself and against the checkpoints outside.
#include <fmt/format.h>

#include <cstdio>
#include <sstream>

#include "app/checkpoints.h"
#include "app/verify.h"
#include "app/witness_files.h"
#include "ledger/check.h"
#include "ledger/durable_file.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;

// Whom to believe: keys given, the key file, and those that the folder of checkpoints names.
std::vector<ledger::Verifier> known_keys(const VerifyOptions& options, const engine::Workspace& ws) {
  std::vector<ledger::Verifier> out;
  for (const auto& text : options.keys)
    if (const auto key = ledger::Verifier::parse(text)) out.push_back(*key);
  if (!out.empty()) return out;
  const auto file = signing_key_file(options.data, options.signing_key_file);
  if (fs::exists(file)) out = verifiers_of(ws, ledger::SigningKey::read(file));
  std::istringstream lines(
      ledger::content_of(checkpoint_file(checkpoints_folder(options.data, options.checkpoints), ws.id, "keys")));
  for (std::string line; std::getline(lines, line);)
    if (const auto key = ledger::Verifier::parse(line)) out.push_back(*key);
  return out;
}

fs::path cosigned_file(const VerifyOptions& options, const std::string& workspace) {
  return checkpoint_file(checkpoints_folder(options.data, options.checkpoints), workspace, "cosigned");
}

// How far a witness cosigned it: any that is named, or none; "" when none did.
std::string witnessed(const VerifyOptions& options, const std::string& workspace) {
  for (const auto& text : options.keys)
    if (const auto key = WitnessKey::parse(text))
      if (const auto last = cosigned(cosigned_file(options, workspace), *key))
        return fmt::format(", the first {} cosigned by {} at {}", last->checkpoint.size, key->name,
                           Instant{last->at * 1'000'000}.vj_str());
  return "";
}

// Every checkpoint that can be found of this ledger outside of its store: there whoever forges it forges them too.
std::vector<std::string> known_notes(const VerifyOptions& options, const std::string& workspace) {
  std::vector<std::string> out;
  if (const auto bytes = ledger::content_of(
          checkpoint_file(checkpoints_folder(options.data, options.checkpoints), workspace, "checkpoint"));
      !bytes.empty())
    out.push_back(bytes);
  if (auto bytes = ledger::content_of(cosigned_file(options, workspace)); !bytes.empty())
    out.push_back(std::move(bytes));
  for (const auto& file : options.against) {
    auto bytes = ledger::content_of(file);
    if (bytes.starts_with(ledger::origin_of(workspace) + "\n")) out.push_back(std::move(bytes));
  }
  return out;
}

int damaged(const std::string& workspace, const ledger::Damage& damage) {
  if (damage.sequence) fmt::print("damaged {}: event {}: {}\n", workspace, damage.sequence, damage.what);
  else fmt::print("damaged {}: {}\n", workspace, damage.what);
  return 3;
}

int verify_workspace(House& house, const VerifyOptions& options, const ledger::WorkspaceRow& row) {
  const auto checked = ledger::check_ledger(house.store(), row.id);
  if (checked.damage) return damaged(row.id, *checked.damage);
  const auto words = ledger::check_words(house.store(), house.keys(), row.id);
  if (words.damage) return damaged(row.id, *words.damage);
  engine::Workspace ws(row, house.registry());
  house.read_back(ws);
  const auto notes = known_notes(options, row.id);
  for (const auto& note : notes)
    if (const auto wrong = ledger::contradiction(house.store(), row.id, checked.tree, note, known_keys(options, ws)))
      return damaged(row.id, {0, *wrong});
  fmt::print("ok {}: {} events, root {}, {} values in words, {} erased, {}{}{}\n", row.id, ws.tip,
             ledger::hex(checked.tree.root()), words.kept, words.erased,
             words.unreadable ? fmt::format("{} without their key, ", words.unreadable) : "",
             notes.empty() ? "no checkpoint to compare with" : "as the checkpoint outside says",
             witnessed(options, row.id));
  return 0;
}

}  // namespace

int verify_data(const VerifyOptions& options) {
  const auto place = options_for(options.data, options.key_file, false);
  if (!place.exists()) {
    std::fprintf(stderr, "there is no ledger in %s\n", options.data.filename().c_str());
    return 2;
  }
  House house(place);
  int worst = 0;
  for (const auto& row : house.store().workspaces()) worst = std::max(worst, verify_workspace(house, options, row));
  return worst;
}

}  // namespace vs::app
