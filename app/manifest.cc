// Reading what stands beside a backup, and the names in it: it may have lain anywhere.
#include "app/backup_parts.h"

namespace vs::app {

Manifest read_manifest(const std::string& text, const std::string& name) {
  const auto value = json::parse(text);
  auto manifest = value ? json::from_value<Manifest>(*value) : std::unexpected(value.error());
  if (!manifest) throw ledger::StoreFailure(name + " is not a manifest");
  if (manifest->version != manifest_version) throw ledger::StoreFailure(name + " was made by a newer version");
  if (fs::path(manifest->file).filename() != manifest->file)
    throw ledger::StoreFailure(name + " names a file elsewhere");
  return std::move(*manifest);
}

bool goes_with_keys(const std::string& name) {
  if (name == list_of_erasures) return true;
  if (!name.starts_with("keys/")) return false;
  const auto file = name.substr(5);
  const bool plain =
      !file.empty() && file.find_first_of(std::string("/\0", 2)) == file.npos && file != "." && file != "..";
  return plain && file != "kek" && !file.starts_with("keys.db");
}

}  // namespace vs::app
