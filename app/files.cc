#include "app/files.h"

#include <mutex>

#include "app/files_kept.h"
#include "app/pictures.h"
#include "kernel/json.h"
#include "kernel/text.h"
#include "ledger/vault.h"

namespace vs::app {
namespace {

constexpr const char *text_type = "text/plain; charset=utf-8", *zip_type = "application/zip";

// What a file is, by its first bytes; empty when it is of no kind that belongs here.
std::string sniff(std::string_view b) {
  const auto starts = [&](std::string_view magic) { return b.starts_with(magic); };
  if (starts("%PDF-")) return "application/pdf";
  if (starts("\x89PNG\r\n\x1a\n")) return "image/png";
  if (starts("\xff\xd8\xff")) return "image/jpeg";
  if (starts("PK\x03\x04")) return zip_type;
  if (starts("GIF8") || starts("<") || starts("MZ") ||
      starts("\x7f"
             "ELF") ||
      starts("#!"))
    return "";
  return !b.empty() && valid_utf8(b) ? text_type : "";
}

// What a name says by its ending; nothing when it says nothing, "" when files called so do not belong here.
std::optional<std::string> kind_of_name(const std::string& name) {
  static const std::map<std::string, std::string> kinds{
      {"pdf", "application/pdf"}, {"png", "image/png"}, {"jpg", "image/jpeg"}, {"jpeg", "image/jpeg"},
      {"txt", text_type},         {"eml", text_type},   {"md", text_type},     {"csv", text_type},
      {"ics", text_type},         {"json", text_type},  {"log", text_type},    {"vtt", text_type},
      {"zip", zip_type},          {"docx", zip_type},   {"xlsx", zip_type},    {"pptx", zip_type},
      {"odt", zip_type},          {"ods", zip_type},    {"odp", zip_type}};
  const auto dot = name.rfind('.');
  if (dot == std::string::npos) return {};
  const auto it = kinds.find(folded(name.substr(dot + 1)));
  return it == kinds.end() ? "" : it->second;
}

// Programs that do not care send one of the types that say nothing.
bool declared_otherwise(const std::string& declared, const std::string& type) {
  const auto said = declared.substr(0, declared.find(';'));
  if (said.empty() || said == "application/octet-stream" || said == "application/json") return false;
  if (type == text_type) return !said.starts_with("text/") && said != "message/rfc822";
  if (type == zip_type) return said != zip_type && !said.starts_with("application/");
  return said != type;
}

std::string safe_name(const std::string& name) {
  std::string out;
  for (const char c : name)
    if (static_cast<unsigned char>(c) >= 0x20 && c != '/' && c != '\\' && c != '"') out += c;
  if (out.size() > 120) out.resize(120);
  return out.empty() || !valid_utf8(out) ? "file" : out;
}

// One picture at a time: unpacked it takes three bytes and more for each of its pixels.
Result<std::string> bare(const std::string& type, const std::string& bytes) {
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  if (type == "image/jpeg") return bare_jpeg(bytes);
  if (type == "image/png") return bare_png(bytes);
  return bytes;
}

// Counts what a workspace keeps, so that nobody fills the disk. Calls with one lock: uploads are few.
Result<void> keep(House& house, const std::string& workspace, ledger::BlobRow blob) {
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  if (house.store().blob(workspace, blob.digest)) return {};
  const auto kept = bytes_kept(house.store(), workspace);
  if (kept + blob.bytes.size() > files_bytes_most)
    return refuse(RefusalKind::rule, "files_full", "This workspace keeps as many files as it may.",
                  "Ask the administrator of the server.");
  const auto size = blob.bytes.size();
  house.store().put_blob(workspace, blob);
  note_bytes_kept(house.store(), workspace, kept + size);
  return {};
}

}  // namespace

Result<StoredFile> store_file(House& house, const std::string& workspace, const std::string& name,
                              const std::string& bytes, const std::string& declared) {
  if (bytes.size() > file_bytes_most) return refuse(RefusalKind::too_large, "too_large", "A file has at most 10 MB.");
  const auto type = sniff(bytes);
  const auto named = kind_of_name(name);
  if (type.empty() || (named && named->empty()))
    return refuse(RefusalKind::rule, "file_kind", "Files of this kind are not taken.",
                  "Use PDF, PNG, JPEG, plain text or a zip.");
  if ((named && *named != type) || declared_otherwise(declared, type))
    return refuse(RefusalKind::rule, "file_not_what_it_says", "This file is not what its name or type says.",
                  "Save it anew in the right format and send it.");
  VS_TRY(content, bare(type, bytes));
  const std::string id = "fil_" + ledger::hex(ledger::leaf_hash({}, content)).substr(0, 40);
  const auto& key = house.keys().durable(workspace, id);
  const auto kept =
      keep(house, workspace, {id, type, safe_name(name), ledger::seal(key, workspace, id, content).bytes});
  if (!kept) return std::unexpected(kept.error());
  return StoredFile{id, safe_name(name), type, content.size()};
}

Result<StoredFile> store_sent_file(House& house, const std::string& workspace, const std::string& contact,
                                   const std::string& name, const std::string& bytes) {
  auto stored = store_file(house, workspace, name, bytes);
  if (stored) note_sent(house.store(), workspace, contact, stored->id);
  return stored;
}

Result<OpenedFile> open_file(House& house, const std::string& workspace, const std::string& id) {
  const auto blob = house.store().blob(workspace, id);
  const auto* key = blob ? house.keys().find(workspace, id) : nullptr;
  auto bytes = key ? ledger::unseal(*key, workspace, id, blob->bytes) : std::nullopt;
  if (!bytes) return refuse(RefusalKind::not_found, "not_found", "There is no such file.");
  return OpenedFile{{id, blob->name, blob->type, bytes->size()}, std::move(*bytes)};
}

std::string attachment(const std::string& name) {
  static constexpr char hex[] = "0123456789ABCDEF";
  std::string plain, coded;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    plain += byte < 0x80 ? c : '_';
    if (std::isalnum(byte) || c == '.' || c == '-' || c == '_') coded += c;
    else coded += {'%', hex[byte >> 4], hex[byte & 15]};
  }
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + coded;
}

}  // namespace vs::app
