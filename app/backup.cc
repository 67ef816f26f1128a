#include "app/backup.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "app/backup_commands.h"
#include "app/house.h"
#include "ledger/durable_file.h"

namespace vs::app {
namespace {

namespace sqlite = ledger::sqlite;

// By their places in the data folder. The list of erasures goes with the keys, of which only young copies are kept: an
// old ledger is told by it what must not come back.
std::map<std::string, std::string> companions_of_keys(const fs::path& data) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::directory_iterator(data / "keys"))
    if (const auto name = "keys/" + entry.path().filename().string(); entry.is_regular_file() && goes_with_keys(name))
      out[name] = ledger::content_of(entry.path());
  if (fs::exists(data / list_of_erasures)) out[list_of_erasures] = ledger::content_of(data / list_of_erasures);
  return out;
}

void make_private_folder(const fs::path& folder) {
  if (fs::create_directories(folder)) fs::permissions(folder, fs::perms::owner_all);
}

// Together they would tell everything to whoever finds the folder.
void keep_apart(const fs::path& folder, const char* not_with) {
  if (!parts_in(folder, not_with).empty())
    throw std::runtime_error("this folder holds the other kind of backup; keep ledger and keys in different places");
}

int back_up(const BackupOptions& options) {
  if (!fs::exists(options.data / "vouchsafe.db"))
    throw std::runtime_error("there is no ledger in this data folder; of PostgreSQL, its own tools make backups");
  const auto begun = std::chrono::steady_clock::now();
  make_private_folder(options.to);
  keep_apart(options.to, options.keys ? "full" : "keys");
  if (!options.keys && !parts_in(options.to, "segment").empty())
    throw std::runtime_error("a running program ships its log to this folder and makes whole copies there by itself");
  const auto part = options.keys ? copy_keys(options.data, options.to, options.keep_days)
                                 : FullCopy(options.data, options.to, 0, {}).make();
  for (const auto& ws : part.manifest.workspaces) fmt::print("ok {}: {} events, root {}\n", ws.id, ws.size, ws.root);
  const auto took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  fmt::print("{}  {} bytes  {:.1f} s\n", part.file().string(), part.manifest.bytes, took);
  if (options.keys) std::puts("Keep the key-encryption key too, in a third place: without it these keys open nothing.");
  return 0;
}

}  // namespace

FullCopy::FullCopy(const fs::path& data, const fs::path& to, std::uint64_t number, std::string previous) : to_(to) {
  manifest_.kind = "full";
  manifest_.number = number;
  manifest_.previous = std::move(previous);
  manifest_.made_at = system_now();
  try {
    snapshot_ = std::make_unique<sqlite::Snapshot>(data / "vouchsafe.db", unfinished(to, manifest_));
  } catch (...) {
    fs::remove(unfinished(to, manifest_));
    throw;
  }
}

FullCopy::~FullCopy() {
  snapshot_.reset();
  std::error_code ignored;
  fs::remove(unfinished(to_, manifest_), ignored);  // nothing is left there once it was published
}

Part FullCopy::make() {
  snapshot_->copy_everything();
  snapshot_->finish();
  snapshot_.reset();
  for (auto& ws : sqlite::verify_copy(unfinished(to_, manifest_)))
    manifest_.workspaces.push_back({ws.id, ws.name, ws.size, ws.root, LongText{ws.checkpoint}});
  return publish(to_, manifest_);
}

Part copy_keys(const fs::path& data, const fs::path& to, int keep_days) {
  Manifest manifest;
  manifest.kind = "keys";
  manifest.made_at = system_now();
  const auto old = parts_in(to, "keys");
  const auto draft = unfinished(to, manifest);
  sqlite::copy_whole(data / "keys" / "keys.db", draft, companions_of_keys(data));
  fs::permissions(draft, fs::perms::owner_read | fs::perms::owner_write);
  const auto part = publish(to, manifest);
  for (const auto& each : old)
    if (each.manifest.made_at.plus_days(keep_days) <= part.manifest.made_at) remove_part(each);
  return part;
}

int backup(const BackupOptions& options) {
  try {
    return back_up(options);
  } catch (const ledger::StoreFailure&) {
    throw;
  } catch (const std::runtime_error& error) {
    std::fprintf(stderr, "no backup was made: %s\n", error.what());
    return 1;
  }
}

}  // namespace vs::app
