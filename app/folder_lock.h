// One process at a time on a data folder.
#pragma once

#include <filesystem>

namespace vs::app {

class FolderLock {
 public:
  /// Makes the folder when it is not there. Throws ledger::StoreFailure when another holds it, or it cannot be written.
  explicit FolderLock(const std::filesystem::path& data);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int fd_;
};

}  // namespace vs::app
