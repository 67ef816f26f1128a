#include "app/backup_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace vs::app {
namespace {

constexpr const char* unfinished_ending = ".unfinished";

Manifest manifest_in(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return read_manifest(text.str(), file.filename().string());
}

std::string file_name(const Manifest& m) {
  const auto time = file_time(m.made_at);
  return m.kind == "segment" ? fmt::format("segment-{:08}-{}.db", m.number, time) : m.kind + "-" + time + ".db";
}

fs::path manifest_of(fs::path database) {
  return database.replace_extension(".json");
}

void write_durably(const fs::path& file, const std::string& text) {
  const fs::path draft = file.string() + unfinished_ending;
  std::ofstream out(draft, std::ios::binary | std::ios::trunc);
  out << text << '\n';
  out.close();
  if (!out) throw ledger::StoreFailure(file.filename().string() + " cannot be written");
  ledger::sqlite::sync_file(draft);
  fs::rename(draft, file);
  ledger::sqlite::sync_file(file);
}

}  // namespace

std::string file_time(Instant at) {
  auto text = at.vj_str();
  std::ranges::replace(text, ':', '-');
  return text;
}

std::vector<Part> parts_in(const fs::path& folder, const std::string& kind) {
  std::vector<Part> parts;
  if (!fs::is_directory(folder)) return parts;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const auto& path = entry.path();
    if (path.extension() != ".json" || !path.filename().string().starts_with(kind + "-")) continue;
    parts.push_back({folder, manifest_in(path)});
  }
  std::ranges::sort(parts, {}, [](const Part& p) { return std::pair(p.manifest.number, p.manifest.made_at); });
  return parts;
}

std::optional<Part> part_of_file(const fs::path& file) {
  const auto manifest = manifest_of(file);
  if (!fs::is_regular_file(manifest)) return {};
  return Part{fs::absolute(file).parent_path(), manifest_in(manifest)};
}

fs::path unfinished(const fs::path& folder, const Manifest& m) {
  return folder / (file_name(m) + unfinished_ending);
}

Part publish(const fs::path& folder, Manifest m) {
  const auto draft = unfinished(folder, m);
  m.file = file_name(m);
  m.bytes = fs::file_size(draft);
  m.sha256 = ledger::sqlite::digest_of_file(draft);
  Part part{folder, std::move(m)};
  fs::rename(draft, part.file());
  ledger::sqlite::sync_file(part.file());
  write_durably(manifest_of(part.file()), json::to_text(part.manifest));
  return part;
}

void remove_part(const Part& part) {
  fs::remove(manifest_of(part.file()));
  fs::remove(part.file());
}

void remove_unfinished(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const auto name = entry.path().filename().string();
    const bool orphan = name.ends_with(".db") && !fs::exists(manifest_of(entry.path()));
    if (name.find(unfinished_ending) != std::string::npos || orphan) found.push_back(entry.path());
  }
  for (const auto& path : found) fs::remove(path);
}

void check_digest(const Part& part) {
  const auto& m = part.manifest;
  std::error_code missing;
  const auto bytes = fs::file_size(part.file(), missing);
  if (missing) throw ledger::StoreFailure(m.file + " is missing");
  if (bytes != m.bytes || ledger::sqlite::digest_of_file(part.file()) != m.sha256)
    throw ledger::StoreFailure(m.file + " is not the file that its manifest speaks of");
}

}  // namespace vs::app
