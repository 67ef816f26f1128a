#include "app/evidence.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

#include "app/evidence_paper.h"
#include "app/files.h"
#include "app/proving.h"
#include "app/zip.h"
#include "features/activities/activities.h"
#include "features/authorizations/authorizations.h"
#include "features/procedures/procedures.h"
#include "ledger/envelope.h"

namespace vs::app {
namespace {

constexpr const char* readme = R"(What is in this pack

record.json    the record and its proof: for programs
record.pdf     the same for people
record.html    the same for a browser (requests)
consent.json   the consent record, shaped after ISO/IEC TS 27560 (permissions)
attachments/   the files that belong to it, as they were handed in
checkpoint.txt the state of the ledger that the proof refers to, signed
keys.txt       the public keys that signed it, the one of now first

How to check it

  vouchsafe verify FILE.zip
  vouchsafe verify FILE.zip --key "NAME+ID+KEY"       with a key that you know from elsewhere
  vouchsafe verify FILE.zip --checkpoint OLD.txt      with a checkpoint that you kept

It needs no network and nobody's server. How the proof is made, so that you can check it with tools of your own, is
written in docs/proofs.md of the program's source.
)";

// What the record is made from: which events are about it, and which files they name.
struct Gathered {
  std::set<std::uint64_t> sequences;
  std::set<std::string> files;
};

void find_files(std::string_view bytes, std::set<std::string>& out) {
  for (auto at = bytes.find("\"fil_"); at != bytes.npos; at = bytes.find("\"fil_", at + 1)) {
    const auto end = bytes.find('"', at + 1);
    if (end != bytes.npos) out.emplace(bytes.substr(at + 1, end - at - 1));
  }
}

Gathered of_permission(House& house, const engine::Workspace& ws, const std::string& id) {
  Gathered out;
  {
    std::shared_lock lock(ws.lock);
    if (const auto* a = authorizations::find(ws.world.get<authorizations::State>(), id))
      for (const auto& entry : a->history) out.sequences.insert(entry.sequence);
  }
  for (const auto sequence : out.sequences)
    if (const auto event = house.store().event(ws.id, sequence)) find_files(event->bytes, out.files);
  return out;
}

// A request, its case and its conversations name each other by ids; what happened before it was made is not about it.
Gathered of_request(House& house, const engine::Workspace& ws, const std::string& id, Instant created) {
  std::vector<std::string> names{'"' + id + '"'};
  {
    std::shared_lock lock(ws.lock);
    if (const auto* c = procedures::find(ws.world.get<procedures::State>(), id)) names.push_back('"' + c->id + '"');
    const auto& activities = ws.world.get<activities::State>();
    if (const auto all = activities.by_request.find(id); all != activities.by_request.end())
      for (const auto& each : all->second) names.push_back('"' + each + '"');
  }
  Gathered out;
  house.store().each_event_down(ws.id, [&](const ledger::StoredEvent& event) {
    const auto named = [&](const std::string& name) { return event.bytes.find(name) != std::string::npos; };
    if (std::ranges::any_of(names, named)) {
      out.sequences.insert(event.sequence);
      find_files(event.bytes, out.files);
    }
    return ledger::decode_envelope(event.bytes).meta.at >= created;
  });
  return out;
}

Result<std::string> answer_of(House& house, const std::string& workspace, const std::string& path, const Ask& ask) {
  const auto seen = house.engine().ask(workspace, *house.registry().query(path), ask);
  if (!seen.answer) return std::unexpected(seen.answer.error());
  return seen.answer->json;
}

// Names within the archive are plain, whatever the file was called.
std::string entry_name(const std::string& id, const std::string& name) {
  std::string out = name;
  std::ranges::replace_if(out, [](unsigned char c) { return c < 0x20 || c == '/' || c == '\\' || c == ':'; }, '_');
  return "attachments/" + id.substr(4, 8) + "-" + (out.empty() || out.starts_with('.') ? "file" : out);
}

void add_attachments(House& house, const std::string& workspace, const std::set<std::string>& files,
                     std::vector<ZipEntry>& entries) {
  for (const auto& id : files)
    if (auto opened = open_file(house, workspace, id))
      entries.push_back({entry_name(id, opened->file.name), std::move(opened->bytes)});
}

json::Array digests_of(const std::vector<ZipEntry>& entries) {
  json::Array out;
  for (const auto& each : entries) out.push_back(json::Object{{"name", each.name}, {"sha256", digest64(each.bytes)}});
  return out;
}

std::string joined(const json::Value& texts) {
  std::string out;
  for (const auto& each : texts.as_array()) out += std::string(each.as_string()) + '\n';
  return out;
}

std::optional<Instant> created_at(const json::Object& record) {
  const auto* request = record.if_contains("request");
  return request ? Instant::vj_parse(std::string(request->at("created_at").as_string())) : std::nullopt;
}

}  // namespace

Result<std::string> evidence_pack(House& house, Checkpoints& checkpoints, const std::string& workspace,
                                  const std::string& collection, const Ask& ask) {
  const auto* ws = house.engine().workspace(workspace);
  const bool request = collection == "requests";
  VS_TRY(text, answer_of(house, workspace, request ? "requests/{id}/evidence" : "authorizations/{id}/receipt", ask));
  auto value = boost::json::parse(text);
  auto& record = value.as_object();
  const auto gathered = request ? of_request(house, *ws, ask.id, created_at(record).value_or(Instant{INT64_MIN}))
                                : of_permission(house, *ws, ask.id);
  const std::string title(request ? record.at("request").at("number").as_string() : record.at("number").as_string());
  std::vector<ZipEntry> entries{{"README.txt", readme}, {"record.pdf", paper_of(record, title, ws->name, ask.now)}};
  VS_TRY(beside,
         answer_of(house, workspace, request ? "requests/{id}/evidence.html" : "authorizations/{id}/record", ask));
  entries.push_back({request ? "record.html" : "consent.json", std::move(beside)});
  add_attachments(house, workspace, gathered.files, entries);

  record["files"] = digests_of(entries);
  auto proof = proof_of(house, checkpoints, *ws, {gathered.sequences, value});
  entries.push_back({"checkpoint.txt", std::string(proof.at("checkpoint").as_string())});
  entries.push_back({"keys.txt", joined(proof.at("keys"))});
  record["proof"] = std::move(proof);
  entries.insert(entries.begin(), {"record.json", boost::json::serialize(value)});
  return zip(entries, ask.now);
}

}  // namespace vs::app
