#include "app/proving.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

#include "features/authorizations/authorizations.h"
#include "features/custody/custody.h"
#include "ledger/envelope.h"
#include "ledger/proof.h"
#include "ledger/vault.h"

namespace vs::app {
namespace {

// Every text of a document, and what follows the last ": " of a sentence: words are shown in both ways.
void texts_of(const json::Value& value, std::set<std::string>& out) {
  if (const auto* text = value.if_string()) {
    out.emplace(*text);
    for (auto at = text->find(": "); at != text->npos; at = text->find(": ", at + 2))
      out.emplace(text->subview(at + 2));
  }
  if (const auto* list = value.if_array())
    for (const auto& each : *list) texts_of(each, out);
  if (const auto* object = value.if_object())
    for (const auto& member : *object) texts_of(member.value(), out);
}

// References of the words about people in an event: `{"ref","com"}`.
void refs_of(const json::Value& value, std::vector<std::string>& out) {
  if (const auto* object = value.if_object()) {
    const auto* ref = object->if_contains("ref");
    if (ref && ref->is_string() && object->contains("com")) out.emplace_back(ref->get_string());
    else
      for (const auto& member : *object) refs_of(member.value(), out);
  }
  if (const auto* list = value.if_array())
    for (const auto& each : *list) refs_of(each, out);
}

json::Array opened_words(House& house, const std::string& workspace, const std::vector<std::string>& refs,
                         const std::set<std::string>& shown) {
  json::Array out;
  for (const auto& ref : refs) {
    const auto row = house.store().vault_row(workspace, ref);
    const auto* key = row ? house.keys().find(workspace, row->owner) : nullptr;
    const auto opened = key ? ledger::open_seal(*key, workspace, ref, row->sealed) : std::nullopt;
    if (!opened || !shown.contains(opened->words)) continue;
    out.push_back(json::Object{{"ref", ref}, {"salt", ledger::base64(opened->salt)}, {"words", opened->words}});
  }
  return out;
}

std::vector<std::string> handovers_of(const engine::Workspace& ws) {
  std::shared_lock lock(ws.lock);
  return ws.world.get<custody::State>().handovers;
}

json::Array base64_of(const std::vector<ledger::Hash>& hashes) {
  json::Array out;
  for (const auto& each : hashes) out.emplace_back(ledger::base64(each));
  return out;
}

// The newest checkpoint that a witness cosigned, and that the one of this proof goes on from it.
void add_witnessed(json::Object& proof, const std::string& note, ledger::Subtrees& subtrees) {
  const auto parsed = ledger::parse_note(note);
  const auto then = parsed ? ledger::Checkpoint::parse(parsed->text) : std::nullopt;
  const auto size = subtrees.tree().size();
  if (!then || then->size > size) return;
  proof["witnessed"] =
      json::Object{{"checkpoint", note}, {"path", base64_of(ledger::consistency_path(then->size, size, subtrees))}};
}

json::Array texts(const std::vector<std::string>& list) {
  json::Array out;
  for (const auto& each : list) out.emplace_back(each);
  return out;
}

}  // namespace

json::Object proved_event(const ledger::StoredEvent& event, const std::vector<ledger::Hash>& path) {
  const std::string_view nonce(reinterpret_cast<const char*>(event.nonce.data()), event.nonce.size());
  return {{"sequence", event.sequence},
          {"event", ledger::base64(event.bytes)},
          {"nonce", ledger::base64(nonce)},
          {"path", base64_of(path)}};
}

json::Object proof_of(House& house, Checkpoints& checkpoints, const engine::Workspace& ws, const Proving& what) {
  const auto at = checkpoints.now(ws);
  ledger::Subtrees subtrees(
      at.tree, [&](std::uint64_t first, std::size_t count) { return house.store().leaves(ws.id, first + 1, count); });
  json::Array events;
  std::vector<std::string> refs;
  for (const auto sequence : what.sequences) {
    const auto stored = sequence <= at.tree.size() ? house.store().event(ws.id, sequence) : std::nullopt;
    if (!stored) throw ledger::StoreFailure("event " + std::to_string(sequence) + " is missing");
    events.push_back(proved_event(*stored, ledger::inclusion_path(sequence - 1, at.tree.size(), subtrees)));
    refs_of(ledger::decode_envelope(stored->bytes).data, refs);
  }
  std::set<std::string> shown;
  texts_of(what.document, shown);
  std::vector<std::string> keys;
  for (const auto& key : checkpoints.keys(ws)) keys.push_back(key.text());
  json::Object proof{{"format", "vouchsafe/proof/1"}, {"checkpoint", at.note},
                     {"keys", texts(keys)},           {"handovers", texts(handovers_of(ws))},
                     {"events", std::move(events)},   {"words", opened_words(house, ws.id, refs, shown)}};
  add_witnessed(proof, checkpoints.cosigned(ws.id), subtrees);
  auto whole = what.document.as_object();
  whole["proof"] = proof;
  proof["statement"] = checkpoints.sign(ws.id, statement_of(at.checkpoint, whole));
  return proof;
}

Result<std::string> proved_receipt(House& house, Checkpoints& checkpoints, const std::string& workspace,
                                   const Ask& ask) {
  const auto* ws = house.engine().workspace(workspace);
  const auto seen = house.engine().ask(workspace, *house.registry().query("authorizations/{id}/receipt"), ask);
  if (!seen.answer) return std::unexpected(seen.answer.error());
  auto document = boost::json::parse(seen.answer->json);
  const auto version = document.at("version").to_number<std::uint64_t>();
  std::set<std::uint64_t> sequences;
  {
    std::shared_lock lock(ws->lock);
    // What happened since the receipt was written is not in it.
    if (const auto* a = authorizations::find(ws->world.get<authorizations::State>(), ask.id))
      for (const auto& entry : a->history)
        if (entry.sequence <= version) sequences.insert(entry.sequence);
  }
  document.as_object()["proof"] = proof_of(house, checkpoints, *ws, {std::move(sequences), document});
  return boost::json::serialize(document);
}

}  // namespace vs::app
