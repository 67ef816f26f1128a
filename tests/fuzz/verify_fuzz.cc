// Documents that somebody wants to have verified. Given as they are, a stranger's are never believed; and to get
// behind the signatures, the events and words of a document are also signed here as a house would.
#include "app/statement.h"
#include "app/verify_proof.h"
#include "kernel/event.h"
#include "ledger/envelope.h"
#include "ledger/proof.h"
#include "tests/fuzz/tree.h"

using namespace vs;

namespace {

const ledger::SigningKey& key() {
  static const auto house = ledger::SigningKey::make();
  return house;
}

// The texts of the member `events`: what the ledger is said to hold.
std::vector<std::string> events_of(const json::Object& document) {
  std::vector<std::string> out;
  const auto* events = document.if_contains("events");
  if (events && events->is_array())
    for (const auto& each : events->get_array()) out.push_back(boost::json::serialize(each));
  if (out.size() > 3) out.resize(3);
  return out;
}

std::string origin_in(const std::vector<std::string>& events) try {
  return ledger::origin_of(events.empty() ? "main" : ledger::decode_envelope(events.front()).workspace);
} catch (const UnreadableEvent&) {
  return "vouchsafe/main";
}

json::Array proved(const std::vector<std::string>& events, ledger::Checkpoint& checkpoint) {
  std::vector<ledger::Hash> leaves;
  ledger::Tree tree;
  for (const auto& event : events) tree.append(leaves.emplace_back(ledger::leaf_hash({}, event)));
  ledger::Subtrees subtrees(tree, [&](std::uint64_t first, std::size_t count) {
    const auto last = std::min<std::uint64_t>(first + count, leaves.size());
    return std::vector<ledger::Hash>(leaves.begin() + long(first), leaves.begin() + long(last));
  });
  checkpoint.size = tree.size(), checkpoint.root = tree.root();
  json::Array out;
  for (std::size_t i = 0; i < events.size(); ++i) {
    json::Array path;
    for (const auto& hash : ledger::inclusion_path(i, tree.size(), subtrees)) path.emplace_back(ledger::base64(hash));
    out.push_back(json::Object{{"sequence", i + 1},
                               {"event", ledger::base64(events[i])},
                               {"nonce", ledger::base64(std::string(sizeof(ledger::Nonce), '\0'))},
                               {"path", std::move(path)}});
  }
  return out;
}

json::Object signed_here(json::Object document, const std::string& origin) {
  const auto events = events_of(document);
  ledger::Checkpoint checkpoint{origin, 0, {}};
  auto paths = proved(events, checkpoint);
  const auto* words = document.if_contains("words");
  json::Object proof{
      {"format", "vouchsafe/proof/1"}, {"checkpoint", key().sign(checkpoint.text(), origin)},
      {"keys", json::Array{}},         {"handovers", json::Array{}},
      {"events", std::move(paths)},    {"words", words && words->is_array() ? *words : json::Value(json::Array{})}};
  document["proof"] = proof;
  document["proof"].as_object()["statement"] = key().sign(app::statement_of(checkpoint, document), origin);
  return document;
}

void signed_as_a_house_would(const json::Object& given) {
  const auto origin = origin_in(events_of(given));
  app::Trust trust;
  trust.keys.push_back({origin, key().public_key()});
  auto document = signed_here(given, origin);
  const auto verdict = app::verify_document(document, trust);
  if (!verdict.wrong.empty()) return;
  fuzz::must(verdict.events.size() == events_of(given).size(), "every event is looked at");
  for (const auto& event : verdict.events)
    fuzz::must(!event.meta.at.vj_str().empty() && event.sequence > 0, "an event that was proved can be told");
  if (document.size() % 2) return;  // signatures take their time
  auto& more = document["more"];
  more = more != true;
  fuzz::must(!app::verify_document(document, trust).wrong.empty(), "a document is as it was signed");
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  return fuzz::mutate_tree(data, size, most, seed, 0);
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::text_of(data, size));
  app::Trust known;
  app::know(known, text);
  boost::system::error_code bad;
  const auto document = boost::json::parse(text, bad);
  if (bad) return 0;
  app::verify_document(document, {});  // by the keys that it names itself
  app::Trust ours;
  ours.keys.push_back({"vouchsafe/main", key().public_key()});
  fuzz::must(!app::verify_document(document, ours).wrong.empty(), "nobody else signs with our key");
  if (const auto* object = document.if_object(); object && object->contains("events")) signed_as_a_house_would(*object);
  return 0;
}
