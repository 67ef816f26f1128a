#include "app/zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>

namespace vs::app {
namespace {

using Archive = std::unique_ptr<archive, int (*)(archive*)>;
using Entry = std::unique_ptr<archive_entry, void (*)(archive_entry*)>;

la_ssize_t append_to(archive*, void* out, const void* bytes, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return la_ssize_t(size);
}

void must(archive* a, int code) {
  if (code != ARCHIVE_OK) throw std::runtime_error(std::string("zip: ") + archive_error_string(a));
}

}  // namespace

std::string zip(const std::vector<ZipEntry>& entries, Instant made_at) {
  std::string out;
  const Archive writer(archive_write_new(), &archive_write_free);
  auto* a = writer.get();
  must(a, archive_write_set_format_zip(a));
  must(a, archive_write_set_options(a, "hdrcharset=UTF-8"));
  must(a, archive_write_set_bytes_in_last_block(a, 1));
  must(a, archive_write_open(a, &out, nullptr, &append_to, nullptr));
  for (const auto& each : entries) {
    const Entry entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname_utf8(entry.get(), each.name.c_str());
    archive_entry_set_size(entry.get(), la_int64_t(each.bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), time_t(made_at.us / 1'000'000), 0);
    must(a, archive_write_header(a, entry.get()));
    if (archive_write_data(a, each.bytes.data(), each.bytes.size()) != la_ssize_t(each.bytes.size()))
      throw std::runtime_error(std::string("zip: ") + archive_error_string(a));
  }
  must(a, archive_write_close(a));
  return out;
}

}  // namespace vs::app
