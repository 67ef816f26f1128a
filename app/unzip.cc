#include "app/unzip.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace vs::app {
namespace {

using Archive = std::unique_ptr<archive, int (*)(archive*)>;
constexpr std::size_t entries_most = 10'000;

// False when the entry is damaged or there is too much of it.
bool read_all(archive* a, std::string& out, std::size_t room) {
  std::string part(64 * 1024, '\0');
  for (;;) {
    const auto n = archive_read_data(a, part.data(), part.size());
    if (n < 0 || out.size() + std::size_t(n) > room) return false;
    if (n == 0) return true;
    out.append(part, 0, std::size_t(n));
  }
}

}  // namespace

std::optional<std::vector<ZipEntry>> unzip(const std::string& bytes, std::size_t most) {
  const Archive reader(archive_read_new(), &archive_read_free);
  auto* a = reader.get();
  archive_read_support_format_zip(a);
  if (archive_read_open_memory(a, bytes.data(), bytes.size()) != ARCHIVE_OK) return {};
  std::vector<ZipEntry> out;
  std::size_t total = 0;
  archive_entry* entry = nullptr;
  int code = ARCHIVE_OK;
  while ((code = archive_read_next_header(a, &entry)) == ARCHIVE_OK) {
    const char* name = archive_entry_pathname_utf8(entry);
    ZipEntry one{name ? name : "", ""};
    if (out.size() >= entries_most || !read_all(a, one.bytes, most - total)) return {};
    total += one.bytes.size();
    out.push_back(std::move(one));
  }
  return code == ARCHIVE_EOF ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace vs::app
