// Copies of a ledger in use: whole ones, and the rows added since the last one, each a database file of its own.
//
// A copy sees the ledger at one moment while the program writes on. Events, vault, blobs and first answers only grow,
// so a segment holds what lies behind the `Reach` of the copy before; every other table is small and is copied whole
// when it changed. What lets somebody in for hours at most (sessions, codes) and the words in
// first answers never enter a copy.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ledger/sqlite/db.h"

namespace vs::ledger::sqlite {

namespace fs = std::filesystem;

/// How far a copy reaches, by table: the last row, and what to know it by again.
struct Mark {
  std::int64_t upto = 0;
  std::string anchor;
  friend bool operator==(const Mark&, const Mark&) = default;
};
using Reach = std::map<std::string, Mark>;

/// The row that the last copy ended with is gone, as after an erasure: only a whole copy helps.
struct LostFooting : StoreFailure {
  using StoreFailure::StoreFailure;
};
/// All that is sealed was sealed anew since the last copy: only a whole one has it, and it needs the keys of today.
struct SealedAnew : LostFooting {
  using LostFooting::LostFooting;
};
/// The copies go on where this ledger ends, or went another way: it was restored to an earlier moment.
struct OtherHistory : StoreFailure {
  using StoreFailure::StoreFailure;
};

/// One workspace as a copy holds it.
struct CopiedWorkspace {
  std::string id, name;
  std::uint64_t size = 0;
  std::string root;        ///< hexadecimal
  std::string checkpoint;  ///< the last signed note, or ""
};

/// A ledger seen at one moment, and the copy that is being made of it.
class Snapshot {
 public:
  /// From now on the view stands still. `live` may be in use; it is only read.
  Snapshot(const fs::path& live, const fs::path& copy);
  ~Snapshot();
  const Reach& reach() const { return reach_; }
  void copy_everything();
  /// Throws LostFooting, SealedAnew or OtherHistory when the rows that `from` ends with are not there any more.
  void copy_since(const Reach& from);
  /// Makes the copy durable.
  void finish();

 private:
  void measure();
  void check_footing(const Reach& from);
  void create(const std::string& table);
  void note_reach(const Reach& from);
  std::vector<std::string> whole_tables();

  fs::path file_;
  Db db_;
  Reach reach_;
};

/// Copies every table of a small database in use, and some files with it.
void copy_whole(const fs::path& live, const fs::path& copy, const std::map<std::string, std::string>& files);

/// How far a finished copy reaches.
Reach reach_of(const fs::path& copy);
/// Brings a whole copy forward by the next segment; refuses one that leaves a gap.
void add_segment(const fs::path& copy, const fs::path& segment);
/// Reads every event of a whole copy: order, leaf, and the root at the end. Throws StoreFailure naming the damage.
std::vector<CopiedWorkspace> verify_copy(const fs::path& copy);
/// Takes the files that travelled along out of a copy, and what only copies have.
void unpack(const fs::path& copy, const std::function<void(const std::string& name, const std::string& bytes)>&);

/// Makes the file's bytes and its name durable.
void sync_file(const fs::path&);
/// SHA-256 of a file, hexadecimal.
std::string digest_of_file(const fs::path&);

}  // namespace vs::ledger::sqlite
