#include "app/files.h"

#include "kernel/text.h"
#include "ledger/vault.h"

namespace vs::app {
namespace {

// What a file is, by its first bytes; empty when it is of no kind that belongs here.
std::string sniff(std::string_view b) {
  const auto starts = [&](std::string_view magic) { return b.starts_with(magic); };
  if (starts("%PDF-")) return "application/pdf";
  if (starts("\x89PNG\r\n\x1a\n")) return "image/png";
  if (starts("\xff\xd8\xff")) return "image/jpeg";
  if (starts("PK\x03\x04")) return "application/zip";
  if (starts("GIF8") || starts("<") || starts("MZ") ||
      starts("\x7f"
             "ELF") ||
      starts("#!"))
    return "";
  return !b.empty() && valid_utf8(b) ? "text/plain; charset=utf-8" : "";
}

std::string safe_name(const std::string& name) {
  std::string out;
  for (const char c : name)
    if (static_cast<unsigned char>(c) >= 0x20 && c != '/' && c != '\\' && c != '"') out += c;
  if (out.size() > 120) out.resize(120);
  return out.empty() || !valid_utf8(out) ? "file" : out;
}

}  // namespace

Result<StoredFile> store_file(House& house, const std::string& workspace, const std::string& name,
                              const std::string& bytes) {
  if (bytes.size() > file_bytes_most) return refuse(RefusalKind::too_large, "too_large", "A file has at most 10 MB.");
  const auto type = sniff(bytes);
  if (type.empty())
    return refuse(RefusalKind::rule, "file_kind", "Files of this kind are not taken.",
                  "Use PDF, PNG, JPEG, plain text or a zip.");
  const std::string id = "fil_" + ledger::hex(ledger::leaf_hash({}, bytes)).substr(0, 40);
  const auto& key = house.keys().of(workspace, id);
  house.keys().flush();
  house.store().put_blob(workspace, {id, type, safe_name(name), ledger::seal(key, workspace, id, bytes).bytes});
  return StoredFile{id, safe_name(name), type, bytes.size()};
}

Result<OpenedFile> open_file(House& house, const std::string& workspace, const std::string& id) {
  const auto blob = house.store().blob(workspace, id);
  const auto* key = blob ? house.keys().find(workspace, id) : nullptr;
  auto bytes = key ? ledger::unseal(*key, workspace, id, blob->bytes) : std::nullopt;
  if (!bytes) return refuse(RefusalKind::not_found, "not_found", "There is no such file.");
  return OpenedFile{{id, blob->name, blob->type, bytes->size()}, std::move(*bytes)};
}

}  // namespace vs::app
