#include "app/verify_proof.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <map>

#include "app/statement.h"
#include "kernel/event.h"
#include "ledger/envelope.h"
#include "ledger/proof.h"
#include "ledger/vault.h"

namespace vs::app {
namespace {

// Says why a document is not to be believed.
struct Wrong : std::runtime_error {
  Wrong(std::string what, std::uint64_t at = 0) : std::runtime_error(std::move(what)), sequence(at) {}
  std::uint64_t sequence;
};

std::string text_at(const json::Object& object, const char* name) {
  const auto* value = object.if_contains(name);
  if (!value || !value->is_string()) throw Wrong(std::string("its proof has no ") + name);
  return std::string(value->get_string());
}

const json::Array& list_at(const json::Object& object, const char* name) {
  const auto* value = object.if_contains(name);
  if (!value || !value->is_array()) throw Wrong(std::string("its proof has no ") + name);
  return value->get_array();
}

std::vector<std::string> texts_at(const json::Object& object, const char* name) {
  std::vector<std::string> out;
  for (const auto& each : list_at(object, name))
    if (each.is_string()) out.emplace_back(each.get_string());
  return out;
}

std::string bytes_at(const json::Object& object, const char* name) {
  auto bytes = ledger::from_base64(text_at(object, name));
  if (!bytes) throw Wrong(std::string("its ") + name + " is not base64");
  return std::move(*bytes);
}

std::vector<ledger::Hash> hashes(const json::Array& list) {
  std::vector<ledger::Hash> out;
  for (const auto& each : list) {
    const auto hash = each.is_string() ? ledger::hash_from_base64(each.get_string()) : std::nullopt;
    if (!hash) throw Wrong("a path holds something that is no hash");
    out.push_back(*hash);
  }
  return out;
}

// The keys to believe: those given, or else those inside; with each, the ones that it handed over to.
std::vector<ledger::Verifier> keys_for(const json::Object& proof, const Trust& trust) {
  auto keys = trust.keys;
  if (keys.empty())
    for (const auto& text : texts_at(proof, "keys"))
      if (const auto key = ledger::Verifier::parse(text)) keys.push_back(*key);
  return ledger::with_handovers(std::move(keys), texts_at(proof, "handovers"));
}

ledger::Note note_signed(const std::string& bytes, const std::vector<ledger::Verifier>& keys, const char* what,
                         Verdict& verdict) {
  auto note = ledger::parse_note(bytes);
  if (!note) throw Wrong(std::string("its ") + what + " is not a signed note");
  const auto* key = ledger::signed_by(*note, keys);
  if (!key) throw Wrong(std::string("its ") + what + " is not signed by a known key");
  verdict.signed_with = key->text();
  return std::move(*note);
}

ProvedEvent proved(const json::Value& value, const ledger::Checkpoint& checkpoint) {
  if (!value.is_object()) throw Wrong("one of its events is not an object");
  const auto& object = value.get_object();
  const auto* number = object.if_contains("sequence");
  if (!number || !number->is_int64() || number->get_int64() < 1) throw Wrong("one of its events has no sequence");
  ProvedEvent event;
  event.sequence = std::uint64_t(number->get_int64());
  event.bytes = bytes_at(object, "event");
  const auto nonce_bytes = bytes_at(object, "nonce");
  ledger::Nonce nonce{};
  if (nonce_bytes.size() != nonce.size()) throw Wrong("its nonce has another length", event.sequence);
  std::ranges::copy(nonce_bytes, nonce.begin());
  const auto root = ledger::root_from_inclusion(ledger::leaf_hash(nonce, event.bytes), event.sequence - 1,
                                                checkpoint.size, hashes(list_at(object, "path")));
  if (root != checkpoint.root) throw Wrong("its bytes do not stand there in the ledger", event.sequence);
  const auto envelope = ledger::decode_envelope(event.bytes);
  if (ledger::origin_of(envelope.workspace) != checkpoint.origin || envelope.meta.sequence != event.sequence)
    throw Wrong("it says that it stands elsewhere", event.sequence);
  event.type = envelope.type;
  event.meta = envelope.meta;
  return event;
}

void commitments_of(const json::Value& data, std::map<std::string, std::string>& out) {
  if (const auto* object = data.if_object()) {
    const auto *ref = object->if_contains("ref"), *com = object->if_contains("com");
    if (ref && com && ref->is_string() && com->is_string())
      out.emplace(std::string(ref->get_string()), std::string(com->get_string()));
    for (const auto& member : *object) commitments_of(member.value(), out);
  }
  if (const auto* list = data.if_array())
    for (const auto& each : *list) commitments_of(each, out);
}

void check_words(const json::Object& proof, Verdict& verdict) {
  std::map<std::string, std::string> commitments;
  for (const auto& event : verdict.events) commitments_of(ledger::decode_envelope(event.bytes).data, commitments);
  for (const auto& each : list_at(proof, "words")) {
    if (!each.is_object()) throw Wrong("some of its words are not an object");
    const auto& object = each.get_object();
    OpenedWords words{text_at(object, "ref"), text_at(object, "words")};
    const auto known = commitments.find(words.ref);
    if (known == commitments.end()) throw Wrong("words (" + words.ref + ") belong to none of its events");
    if (ledger::commitment_to(bytes_at(object, "salt"), words.words) != known->second)
      throw Wrong("words (" + words.ref + ") are not those that the ledger is bound to");
    verdict.words.push_back(std::move(words));
  }
}

// The house stands for the document as it is: nothing in it was changed since.
void check_statement(const json::Object& document, const json::Object& proof, const std::vector<ledger::Verifier>& keys,
                     Verdict& verdict) {
  auto bare = document;
  bare["proof"].as_object().erase("statement");
  const auto note = note_signed(text_at(proof, "statement"), keys, "statement", verdict);
  if (note.text != statement_of(verdict.checkpoint, bare)) throw Wrong("what it says was changed after it was signed");
}

// Two checkpoints of one ledger: the smaller one is the beginning of the larger one.
void check_history(const ledger::Checkpoint& mine, const Trust& trust) {
  if (!trust.checkpoint) return;
  const auto& theirs = *trust.checkpoint;
  if (mine.origin != theirs.origin) throw Wrong("the checkpoint given is one of another ledger: " + theirs.origin);
  const auto &old = mine.size <= theirs.size ? mine : theirs, &now = mine.size <= theirs.size ? theirs : mine;
  const bool path_fits = trust.consistency_from == old.size && trust.consistency_to == now.size;
  if (old.size != now.size && !path_fits)
    throw Wrong(
        "it cannot be compared with the checkpoint given without a consistency proof: GET "
        "/checkpoint/consistency?from=" +
        std::to_string(old.size) + "&to=" + std::to_string(now.size));
  const auto path = old.size == now.size ? std::vector<ledger::Hash>{} : trust.consistency;
  if (!ledger::verify_consistency(old.size, old.root, now.size, now.root, path))
    throw Wrong("its ledger and that of the checkpoint given have different pasts: one of them was forged");
}

// What a witness saw of this ledger is the beginning of what is shown here.
void check_witness(const json::Object& proof, const Trust& trust, Verdict& verdict) {
  const auto* member = proof.if_contains("witnessed");
  if (trust.witnesses.empty() || !member || !member->is_object()) return;
  const auto note = ledger::parse_note(text_at(member->get_object(), "checkpoint"));
  const auto then = note ? ledger::Checkpoint::parse(note->text) : std::nullopt;
  const auto& now = verdict.checkpoint;
  if (!then || then->origin != now.origin) throw Wrong("what a witness cosigned is no checkpoint of this ledger");
  for (const auto& witness : trust.witnesses) {
    const auto at = cosigned_at(*note, witness);
    if (!at) continue;
    const auto path = hashes(list_at(member->get_object(), "path"));
    if (!ledger::verify_consistency(then->size, then->root, now.size, now.root, path))
      throw Wrong("its ledger does not go on from what the witness cosigned: there are two histories");
    verdict.witness = witness.name;
    verdict.witnessed_size = then->size;
    verdict.witnessed_at = Instant{}.plus_seconds(*at);
    return;
  }
}

void examine(const json::Value& document, const Trust& trust, Verdict& verdict) {
  const auto* whole = document.if_object();
  const auto* member = whole ? whole->if_contains("proof") : nullptr;
  if (!member || !member->is_object()) throw Wrong("there is no proof in it");
  const auto& proof = member->get_object();
  if (text_at(proof, "format") != "vouchsafe/proof/1") throw Wrong("its proof has a format that is not known here");
  const auto keys = keys_for(proof, trust);
  verdict.key_was_known = !trust.keys.empty();
  const auto note = note_signed(text_at(proof, "checkpoint"), keys, "checkpoint", verdict);
  const auto checkpoint = ledger::Checkpoint::parse(note.text);
  if (!checkpoint) throw Wrong("its checkpoint is none");
  verdict.checkpoint = *checkpoint;
  check_history(*checkpoint, trust);
  check_witness(proof, trust, verdict);
  for (const auto& each : list_at(proof, "events")) verdict.events.push_back(proved(each, *checkpoint));
  check_words(proof, verdict);
  check_statement(*whole, proof, keys, verdict);
}

}  // namespace

Verdict verify_document(const json::Value& document, const Trust& trust) {
  Verdict verdict;
  try {
    examine(document, trust, verdict);
  } catch (const Wrong& wrong) {
    verdict.wrong = wrong.what();
    verdict.first_wrong = wrong.sequence;
  } catch (const UnreadableEvent& error) {
    verdict.wrong = error.what();
  }
  return verdict;
}

bool know(Trust& trust, const std::string& bytes) {
  if (const auto note = ledger::parse_note(bytes)) {
    trust.checkpoint = ledger::Checkpoint::parse(note->text);
    return trust.checkpoint.has_value();
  }
  boost::system::error_code bad;
  const auto value = boost::json::parse(bytes, bad);
  const auto* answer = bad ? nullptr : value.if_object();
  if (!answer || !answer->contains("path") || !answer->contains("from") || !answer->contains("to")) return false;
  try {
    trust.consistency_from = answer->at("from").to_number<std::uint64_t>();
    trust.consistency_to = answer->at("to").to_number<std::uint64_t>();
    trust.consistency = hashes(list_at(*answer, "path"));
  } catch (const std::exception&) {
    return false;
  }
  return true;
}

}  // namespace vs::app
