#include "ledger/check.h"

#include <charconv>
#include <unordered_map>

#include "kernel/event.h"
#include "kernel/json.h"
#include "ledger/envelope.h"
#include "ledger/proof.h"
#include "ledger/vault.h"

namespace vs::ledger {
namespace {

// Reads one ledger from its first event on.
class Reading {
 public:
  explicit Reading(const std::string& workspace) {
    before_ = "{\"v\":1,\"ws\":";
    json::put_text(before_, workspace);
    before_ += ",\"seq\":";
  }

  // What is wrong with the event, or nothing: then it is part of the tree.
  std::optional<Damage> take(const StoredEvent& stored) {
    const auto expected = tree_.size() + 1;
    if (stored.sequence != expected) return Damage{expected, "is missing"};
    if (leaf_hash(stored.nonce, stored.bytes) != stored.leaf)
      return Damage{expected, "its bytes do not match its leaf"};
    if (!in_place(stored.bytes, expected)) return Damage{expected, "it stands in the wrong place"};
    tree_.append(stored.leaf);
    return {};
  }
  const Tree& tree() const { return tree_; }

 private:
  // The envelope is canonical: workspace, place and time are its first bytes.
  bool in_place(std::string_view bytes, std::uint64_t sequence) {
    const auto number = std::to_string(sequence) + ",\"at\":";
    if (!bytes.starts_with(before_) || !bytes.substr(before_.size()).starts_with(number)) return false;
    bytes.remove_prefix(before_.size() + number.size());
    std::int64_t at = 0;
    const auto [end, bad] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), at);
    if (bad != std::errc{} || at < last_at_) return false;
    last_at_ = at;
    return true;
  }

  std::string before_;
  Tree tree_;
  std::int64_t last_at_ = INT64_MIN;
};

using Vault = std::unordered_map<std::string, VaultRow>;

// What is known of the words so far; those that no event asked for are left in the vault.
struct Opening {
  const Keys& keys;
  const std::string& workspace;
  Vault vault;
  Words words;
};

std::optional<Damage> check_value(const json::Object& value, std::uint64_t sequence, Opening& opening) {
  auto& [keys, workspace, vault, words] = opening;
  const std::string ref(value.at("ref").as_string());
  const auto node = vault.extract(ref);
  if (node.empty()) {
    words.erased += !ref.empty();
    return {};
  }
  const auto* key = keys.find(workspace, node.mapped().owner);
  if (!key) {
    ++words.unreadable;
    return {};
  }
  const auto opened = open_seal(*key, workspace, ref, node.mapped().sealed);
  if (!opened) return Damage{sequence, "words that belong to it (" + ref + ") do not open"};
  if (commitment_to(opened->salt, opened->words) != std::string_view(value.at("com").as_string()))
    return Damage{sequence, "words that belong to it (" + ref + ") are others than were said"};
  ++words.kept;
  return {};
}

// Visits each `{"ref","com"}` of an event until one is damaged.
std::optional<Damage> walk(const json::Value& data, const auto& visit) {
  if (const auto* object = data.if_object()) {
    if (object->contains("ref") && object->contains("com")) return visit(*object);
    for (const auto& member : *object)
      if (auto damage = walk(member.value(), visit)) return damage;
  }
  if (const auto* list = data.if_array())
    for (const auto& each : *list)
      if (auto damage = walk(each, visit)) return damage;
  return {};
}

std::string grouped(std::uint64_t n) {
  std::string out = std::to_string(n);
  for (auto at = std::ptrdiff_t(out.size()) - 3; at > 0; at -= 3) out.insert(std::size_t(at), ",");
  return out;
}

}  // namespace

Checked check_ledger(Store& store, const std::string& workspace) {
  Checked out;
  Reading reading(workspace);
  store.each_event(workspace, 0, [&](StoredEvent&& stored) {
    if (!out.damage) out.damage = reading.take(stored);
  });
  out.tree = reading.tree();
  if (out.damage) return out;
  const auto [size, root] = store.head(workspace);
  if (size != out.tree.size())
    out.damage = Damage{std::min(size, out.tree.size()) + 1,
                        size > out.tree.size() ? "is missing: the ledger is cut short" : "was added behind the end"};
  else if (root != out.tree.root()) out.damage = Damage{0, "the root does not match: the ledger was rewritten"};
  return out;
}

Words check_words(Store& store, const Keys& keys, const std::string& workspace) {
  Opening opening{keys, workspace, {}, {}};
  auto& words = opening.words;
  store.each_vault_row(workspace, [&](VaultRow&& row) {
    std::string ref = row.ref;
    opening.vault.emplace(std::move(ref), std::move(row));
  });
  store.each_event(workspace, 0, [&](StoredEvent&& stored) {
    if (words.damage || stored.bytes.find("\"com\":") == std::string::npos) return;
    words.damage = walk(decode_envelope(stored.bytes).data,
                        [&](const json::Object& value) { return check_value(value, stored.sequence, opening); });
  });
  if (!words.damage && !opening.vault.empty())
    words.damage = Damage{0, "the vault holds words that belong to no event (" + opening.vault.begin()->first + ")"};
  return words;
}

std::optional<std::string> contradiction(Store& store, const std::string& workspace, const Tree& tree,
                                         const std::string& bytes, const std::vector<Verifier>& keys) {
  const auto note = parse_note(bytes);
  const auto then = note ? Checkpoint::parse(note->text) : std::nullopt;
  if (!then || then->origin != origin_of(workspace))
    return "the checkpoint outside is not one of this ledger, or it was damaged";
  if (!signed_by(*note, keys))
    return "the checkpoint outside (" + grouped(then->size) +
           " events) is not signed by a key that this ledger knows: the key was changed behind it, or the ledger is "
           "older than its key";
  if (then->size > tree.size())
    return "the checkpoint outside was signed when the ledger had " + grouped(then->size) + " events; it has " +
           grouped(tree.size()) + " now. It was cut short, or restored from an older copy";
  Subtrees subtrees(tree,
                    [&](std::uint64_t first, std::size_t count) { return store.leaves(workspace, first + 1, count); });
  if (subtrees.root(0, then->size) != then->root)
    return "its first " + grouped(then->size) +
           " events are not those that the checkpoint outside was signed for. History was rewritten";
  return {};
}

}  // namespace vs::ledger
