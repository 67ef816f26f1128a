#include "app/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "ledger/durable_file.h"
#include "ledger/store.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;

// A new data folder must outlive a power cut as a whole. One that may not be looked at was made by somebody else.
void make_folder(const fs::path& data) {
  const bool fresh = !fs::exists(data / "lock");
  fs::create_directories(data / "keys");
  fs::permissions(data, fs::perms::owner_all);
  const auto above = fs::absolute(data).lexically_normal().parent_path();
  if (fresh && ::access(above.c_str(), R_OK) == 0) ledger::sync_folder(above);
}

}  // namespace

FolderLock::FolderLock(const fs::path& data) {
  make_folder(data);
  fd_ = ::open((data / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd_ < 0) throw ledger::StoreFailure("the data folder cannot be written");
  if (::flock(fd_, LOCK_EX | LOCK_NB) == 0) return;
  ::close(fd_);
  throw ledger::StoreFailure("another vouchsafe is running on this data folder");
}

FolderLock::~FolderLock() {
  ::close(fd_);
}

}  // namespace vs::app
