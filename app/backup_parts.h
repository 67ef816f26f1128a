// What lies in a folder of backups: database files, each with a manifest beside it that is written last. A file
// without a manifest was never finished and counts for nothing.
//
//   full-<time>.db                  the whole ledger at one moment
//   segment-<number>-<time>.db      what was added since the part before; `previous` names that part's digest
//   keys-<time>.db                  the keys of the vault, in a folder of their own
#pragma once

#include <optional>

#include "kernel/json.h"
#include "kernel/time.h"
#include "ledger/sqlite/backup.h"

namespace vs::app {

namespace fs = std::filesystem;

inline constexpr int manifest_version = 1;

struct ManifestWorkspace {
  std::string id, name;
  std::uint64_t size = 0;
  std::string root;
  LongText checkpoint;
};
BOOST_DESCRIBE_STRUCT(ManifestWorkspace, (), (id, name, size, root, checkpoint))

struct Manifest {
  int version = manifest_version;
  std::string kind;  ///< full, segment or keys
  std::string file;
  std::uint64_t bytes = 0;
  std::string sha256;
  std::uint64_t number = 0;  ///< of a segment; of a full: the last segment that it holds
  std::string previous;      ///< digest of the segment before; of a full: of that segment; "" at the beginning
  Instant made_at;
  std::vector<ManifestWorkspace> workspaces;
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (version, kind, file, bytes, sha256, number, previous, made_at, workspaces))

struct Part {
  fs::path folder;
  Manifest manifest;
  fs::path file() const { return folder / manifest.file; }
};

/// Reads the text of a manifest; `name` is said in the failure. Throws ledger::StoreFailure for what is none.
Manifest read_manifest(const std::string& text, const std::string& name);

/// Finished parts of one kind, by number and then by age. Throws ledger::StoreFailure for an unreadable manifest.
std::vector<Part> parts_in(const fs::path& folder, const std::string& kind);
/// The part whose database or manifest this is; nothing when there is none.
std::optional<Part> part_of_file(const fs::path&);

/// Where a part that is being made lies until it is finished.
fs::path unfinished(const fs::path& folder, const Manifest&);
/// Names, weighs and publishes a part that lies at `unfinished`: from now on it counts.
Part publish(const fs::path& folder, Manifest);
/// Deletes a part, its manifest first.
void remove_part(const Part&);
/// Deletes what was left behind by a program that ended while it made a part.
void remove_unfinished(const fs::path& folder);
/// Throws ledger::StoreFailure unless the file is the one of the manifest.
void check_digest(const Part&);
/// Where the list of erasures lies in a data folder, unless the settings name another place.
inline constexpr const char* list_of_erasures = "erasures/list.jsonl";
/// Whether a file of this place in a data folder goes with a copy of the keys: the other secrets, but never the
/// key-encryption key, and the list of erasures.
bool goes_with_keys(const std::string& name);
/// `2026-11-22T09-00-00.000000Z`
std::string file_time(Instant);

}  // namespace vs::app
