#include "ledger/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>

#include "ledger/store.h"

namespace vs::ledger {
namespace {

namespace fs = std::filesystem;

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(std::size_t(n));
  }
  return true;
}

[[noreturn]] void failed(const fs::path& file) {
  throw StoreFailure("cannot write " + file.filename().string() + " durably");
}

// The bytes, safe under another name in the same folder.
fs::path beside(const fs::path& file, std::string_view bytes) {
  const fs::path fresh = file.string() + ".fresh";
  const int fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const bool written = fd >= 0 && write_all(fd, bytes) && ::fsync(fd) == 0;
  if (fd >= 0) ::close(fd);
  if (!written) failed(file);
  return fresh;
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

}  // namespace

std::string content_of(const fs::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return std::move(bytes).str();
}

void sync_folder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool good = fd >= 0 && ::fsync(fd) == 0;
  if (fd >= 0) ::close(fd);
  if (!good) failed(folder);
}

void write_durably(const fs::path& file, std::string_view bytes) {
  const auto fresh = beside(file, bytes);
  std::error_code ec;
  fs::rename(fresh, file, ec);
  if (ec) failed(file);
  sync_folder(folder_of(file));
}

// A link, unlike a renaming, does not take the place of what another process made meanwhile.
void make_durably(const fs::path& file, std::string_view bytes) {
  const auto fresh = beside(file, bytes);
  std::error_code ec;
  if (::link(fresh.c_str(), file.c_str()) == 0 || errno == EEXIST) fs::remove(fresh, ec);
  else fs::rename(fresh, file, ec);  // a file system without links
  if (ec) failed(file);
  sync_folder(folder_of(file));
}

}  // namespace vs::ledger
