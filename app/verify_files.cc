// Documents, one after the other, and what is to be said of each.
#include <fmt/format.h>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

#include "app/proving.h"
#include "app/unzip.h"
#include "app/verify.h"
#include "app/verify_proof.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in || !fs::is_regular_file(file)) return {};
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

// False and a word to the user when one of the things to believe cannot be read.
bool gather(Trust& trust, const VerifyOptions& options) {
  bool good = true;
  const auto unusable = [&](const std::string& what) {
    std::fprintf(stderr, "cannot use %s\n", what.c_str());
    good = false;
  };
  for (const auto& given : options.keys) {
    std::istringstream lines(content(given).value_or(given));
    for (std::string line; std::getline(lines, line);)
      if (const auto key = ledger::Verifier::parse(line)) trust.keys.push_back(*key);
      else if (const auto witness = WitnessKey::parse(line)) trust.witnesses.push_back(*witness);
      else if (!line.empty()) unusable(line + " as a public key");
  }
  for (const auto& file : options.against) {
    const auto bytes = content(file);
    if (!bytes || !know(trust, *bytes)) unusable(file.string() + " as a checkpoint or consistency proof");
  }
  return good;
}

void tell_proved(const std::string& name, const Verdict& v, bool witness_given) {
  fmt::print("ok {}: {} events and {} values in words are in {} of {} events, signed by {}{}\n", name, v.events.size(),
             v.words.size(), v.checkpoint.origin, v.checkpoint.size, v.signed_with,
             v.key_was_known ? "" : " (a key that the document itself names; compare it with one you know)");
  if (!v.witness.empty())
    fmt::print("   its first {} events cosigned by {} at {}\n", v.witnessed_size, v.witness, v.witnessed_at.vj_str());
  else if (witness_given) fmt::print("   not cosigned by the witness given\n");
  for (const auto& event : v.events)
    fmt::print("   {:>9}  {}  {}  by {}\n", event.sequence, event.meta.at.vj_str(), event.type,
               event.meta.actor.person());
}

// What a pack says twice: the files that repeat what stands in its record.
std::map<std::string, std::string> repeated(const json::Object& record) {
  std::map<std::string, std::string> out;
  const auto* proof = record.if_contains("proof");
  const auto* inside = proof ? proof->if_object() : nullptr;
  if (!inside) return out;
  if (const auto* note = inside->if_contains("checkpoint"); note && note->is_string())
    out["checkpoint.txt"] = std::string(note->get_string());
  if (const auto* keys = inside->if_contains("keys"); keys && keys->is_array())
    for (const auto& key : keys->get_array())
      if (key.is_string()) out["keys.txt"] += std::string(key.get_string()) + '\n';
  for (auto& [name, bytes] : out) bytes = digest64(bytes);
  return out;
}

// Every file of a pack is the one that its record names, and none is beside it that it does not.
std::string check_files(const std::vector<ZipEntry>& entries, const ZipEntry& record, const json::Value& document) {
  const auto* whole = document.if_object();
  const auto* files = whole ? whole->if_contains("files") : nullptr;
  if (!files || !files->is_array()) return "its record names no files";
  auto named = repeated(*whole);
  for (const auto& each : files->get_array())
    if (each.is_object() && each.get_object().contains("name") && each.get_object().contains("sha256"))
      named[json::from_value<std::string>(each.get_object().at("name")).value_or("")] =
          json::from_value<std::string>(each.get_object().at("sha256")).value_or("");
  for (const auto& entry : entries) {
    if (&entry == &record) continue;
    const auto known = named.extract(entry.name);
    if (known.empty()) return entry.name + " does not belong to it";
    if (known.mapped() != digest64(entry.bytes)) return entry.name + " was changed";
  }
  return named.empty() ? "" : named.begin()->first + " is missing";
}

int verify_one(const std::string& name, const std::string& bytes, const Trust& trust);

int verify_pack(const std::string& name, const std::string& bytes, const Trust& trust) {
  constexpr std::size_t bytes_most = 1u << 30;
  const auto entries = unzip(bytes, bytes_most).value_or(std::vector<ZipEntry>{});
  const auto record = std::ranges::find(entries, "record.json", &ZipEntry::name);
  if (record == entries.end()) {
    fmt::print("bad {}: it is not an evidence pack\n", name);
    return 3;
  }
  boost::system::error_code bad;
  const auto document = boost::json::parse(record->bytes, bad);
  const std::string wrong = bad ? "its record is not JSON" : check_files(entries, *record, document);
  if (wrong.empty()) return verify_one(name, record->bytes, trust);
  fmt::print("bad {}: {}\n", name, wrong);
  return 3;
}

int verify_one(const std::string& name, const std::string& bytes, const Trust& trust) {
  if (bytes.starts_with("PK\3\4")) return verify_pack(name, bytes, trust);
  boost::system::error_code bad;
  const auto document = boost::json::parse(bytes, bad);
  if (bad) {
    fmt::print("bad {}: it is not JSON\n", name);
    return 3;
  }
  auto verdict = verify_document(document, trust);
  if (verdict.wrong.empty() && document.as_object().contains("given_at_sequence"))
    verdict.wrong = disagreement(document.as_object(), verdict).value_or("");
  if (verdict.wrong.empty()) return tell_proved(name, verdict, !trust.witnesses.empty()), 0;
  fmt::print("bad {}: {}{}\n", name, verdict.first_wrong ? fmt::format("event {}: ", verdict.first_wrong) : "",
             verdict.wrong);
  return 3;
}

}  // namespace

int verify_files(const VerifyOptions& options) {
  Trust trust;
  if (!gather(trust, options)) return 1;
  int worst = 0;
  for (const auto& file : options.files) {
    const auto bytes = content(file);
    if (!bytes) std::fprintf(stderr, "cannot read %s\n", file.c_str());
    worst = std::max(worst, bytes ? verify_one(file.filename(), *bytes, trust) : 1);
  }
  return worst;
}

}  // namespace vs::app
