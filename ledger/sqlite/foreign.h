// Database files that may have lain anywhere: backups and their segments, copies of keys, exported workspaces. SQLite
// does what the schema of a file says (views, triggers, defaults), and the names in it go into our statements. So of
// such a file nothing is read until its schema is known to be ours to the letter and its pages to be sound.
#pragma once

#include <filesystem>

namespace vs::ledger::sqlite {

/// What a file says that it is.
enum class Holds {
  ledger,  ///< a ledger, a copy or a part of one
  keys     ///< keys of a vault, or a copy of them
};

/// Throws StoreFailure unless the file is a finished database with tables of ours and nothing else, page by page in
/// order. Only reads.
void admit(const std::filesystem::path&, Holds);

}  // namespace vs::ledger::sqlite
