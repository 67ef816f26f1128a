// A new data folder from a whole copy, the segments after it and the keys. Nothing is believed: digests, order, every
// leaf and root, and whether the words can be read are all looked at before it says that all is well.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>

#include "app/backup.h"
#include "app/backup_commands.h"
#include "app/house.h"
#include "ledger/proof.h"
#include "ledger/sqlite/foreign.h"
#include "ledger/vault.h"

namespace vs::app {
namespace {

namespace sqlite = ledger::sqlite;
using ledger::StoreFailure;
using sqlite::Holds;

struct Source {
  Part full;
  std::vector<Part> segments;
  Part keys;
};

// The newest of a folder, or the one that was named.
Part newest(const fs::path& from, const std::string& kind) {
  if (fs::is_directory(from)) {
    auto parts = parts_in(from, kind);
    if (parts.empty()) throw StoreFailure("there is no " + kind + " backup in " + from.filename().string());
    return std::move(parts.back());
  }
  auto part = part_of_file(from);
  if (!part || part->manifest.kind != kind) throw StoreFailure(from.filename().string() + " is no " + kind + " backup");
  return std::move(*part);
}

// The segments that follow the whole copy, each named by the digest in the one after it.
std::vector<Part> segments_after(const Part& full, const fs::path& from, std::uint64_t until) {
  std::vector<Part> out;
  if (!fs::is_directory(from)) return out;
  std::uint64_t number = full.manifest.number;
  std::string previous = full.manifest.previous;
  for (auto& part : parts_in(from, "segment")) {
    const auto& m = part.manifest;
    if (m.number <= full.manifest.number || m.number > until) continue;
    if (m.number != number + 1)
      throw StoreFailure(
          fmt::format("segment {} is missing; --until {} restores what lies before it", number + 1, number));
    if (m.previous != previous)
      throw StoreFailure(
          fmt::format("segment {} does not follow the part before it; --until {} restores what lies "
                      "before it",
                      m.number, number));
    number = m.number;
    previous = m.sha256;
    out.push_back(std::move(part));
  }
  return out;
}

Source source_of(const RestoreOptions& options) {
  Source source{newest(options.from, "full"), {}, newest(options.keys, "keys")};
  source.segments = segments_after(source.full, options.from, options.until);
  check_digest(source.full);
  for (const auto& segment : source.segments) check_digest(segment);
  check_digest(source.keys);
  return source;
}

void write_file(const fs::path& data, const std::string& name, const std::string& bytes) {
  if (!goes_with_keys(name)) throw StoreFailure("a copy names a file that no copy brings");
  const auto file = data / name;
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  out << bytes;
  out.close();
  if (!out) throw StoreFailure(file.filename().string() + " cannot be written");
  sqlite::sync_file(file);
}

void assemble(const Source& source, const fs::path& data) {
  const auto ledger = data / "vouchsafe.db", keys = data / "keys" / "keys.db";
  fs::create_directories(data / "keys");
  fs::permissions(data, fs::perms::owner_all);
  sqlite::admit(source.full.file(), Holds::ledger);
  fs::copy_file(source.full.file(), ledger);
  for (const auto& segment : source.segments) sqlite::add_segment(ledger, segment.file());
  const auto put = [&](const std::string& name, const std::string& bytes) { write_file(data, name, bytes); };
  sqlite::unpack(ledger, put);
  sqlite::admit(source.keys.file(), Holds::keys);
  fs::copy_file(source.keys.file(), keys);
  sqlite::unpack(keys, put);
  for (const auto& file : {ledger, keys, data / "keys"}) sqlite::sync_file(file);
}

struct Words {
  std::uint64_t readable = 0, lost = 0;
  std::uint64_t under_other_keys = 0;  ///< of those lost; they were not erased
};

Words words_of(House& house, const std::string& workspace) {
  Words words;
  house.store().each_vault_row(workspace, [&](ledger::VaultRow&& row) {
    const auto* key = house.keys().find(workspace, row.owner);
    const bool readable = key && ledger::unseal(*key, workspace, row.ref, row.sealed);
    ++(readable ? words.readable : words.lost);
    words.under_other_keys += key && !readable;
  });
  return words;
}

// What the whole copy was said to hold is there, and history went on from it.
void need_what_was_copied(House& house, const std::map<std::string, ledger::Tree>& trees, const Part& full) {
  for (const auto& told : full.manifest.workspaces) {
    const auto found = trees.find(told.id);
    if (found == trees.end() || found->second.size() < told.size)
      throw StoreFailure(fmt::format("workspace {} is not there as {} says", told.id, full.manifest.file));
    const auto leaves = [&](std::uint64_t first, std::size_t count) {
      return house.store().leaves(told.id, first + 1, count);
    };
    if (ledger::hex(ledger::Subtrees(found->second, leaves).root(0, told.size)) != told.root)
      throw StoreFailure(fmt::format("workspace {} has another history than {} says", told.id, full.manifest.file));
  }
}

// Without a key that is younger than the data, unreadable words are a loss; with one, they were erased.
void verify_restored(const RestoreOptions& options, const Source& source) {
  const auto& last = source.segments.empty() ? source.full : source.segments.back();
  const bool keys_are_older = source.keys.manifest.made_at < last.manifest.made_at;
  House house({options.data, options.kek_file, false});
  std::map<std::string, ledger::Tree> trees;
  for (const auto& row : house.store().workspaces()) {
    engine::Workspace ws(row, house.registry());
    house.read_back(ws);
    const auto words = words_of(house, ws.id);
    fmt::print("ok {}: {} events, root {}, {} words readable, {} not\n", ws.id, ws.tip, ledger::hex(ws.tree.root()),
               words.readable, words.lost);
    if (words.lost && keys_are_older && !options.accept_unreadable)
      throw StoreFailure(
          "the keys are older than the data and do not open all words; find younger keys, or say "
          "--accept-unreadable");
    if (words.under_other_keys && !options.accept_unreadable)
      throw StoreFailure(
          "words are sealed under other keys than these: between the two copies everything was sealed anew (vouchsafe "
          "reseal). Find a copy of the keys of the same time, or say --accept-unreadable");
    trees.emplace(ws.id, ws.tree);
  }
  need_what_was_copied(house, trees, source.full);
}

void need_key_file(const RestoreOptions& options) {
  if (!fs::exists(options.kek_file))
    throw std::runtime_error("name the key-encryption key with --key-file: backups never hold it");
}

void empty_or_absent(const fs::path& data) {
  if (fs::exists(data) && (!fs::is_directory(data) || !fs::is_empty(data)))
    throw std::runtime_error("the data folder is not empty; restore into a new one");
}

}  // namespace

int restore(const RestoreOptions& options) {
  const auto begun = std::chrono::steady_clock::now();
  try {
    empty_or_absent(options.data);
    need_key_file(options);
  } catch (const std::runtime_error& error) {
    fmt::print(stderr, "nothing was restored: {}\n", error.what());
    return 1;
  }
  try {
    const auto source = source_of(options);
    assemble(source, options.data);
    verify_restored(options, source);
    const auto took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    fmt::print(
        "restored from {} and {} segments in {:.1f} s; start it with\n"
        "  vouchsafe serve --data {} --key-file {}\n",
        source.full.manifest.file, source.segments.size(), took, options.data.string(), options.kek_file.string());
    return 0;
  } catch (...) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(options.data, ignored)) fs::remove_all(entry.path(), ignored);
    throw;
  }
}

}  // namespace vs::app
