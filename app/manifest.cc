// Reading what stands beside a backup: it may have lain anywhere.
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

}  // namespace vs::app
