#include "app/reseal.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/second_factor.h"
#include "ledger/vault.h"

namespace vs::app {
namespace {

using ledger::Key;
using ledger::KeyOwner;
using ledger::Keys;
using ledger::SealedOfOwner;
using ledger::Store;

// In one transaction. Files have ten megabytes at most.
constexpr std::size_t owners_at_once = 50, bytes_at_once = 16 << 20;

// Where the words of each owner are: SQLite has no index for that question.
using Places = std::map<KeyOwner, std::vector<std::string>>;

Places places_of_words(Store& store, const std::set<std::string>& workspaces) {
  Places out;
  for (const auto& workspace : workspaces)
    store.each_vault_row(workspace, [&](ledger::VaultRow&& row) { out[{workspace, row.owner}].push_back(row.ref); });
  return out;
}

std::set<std::string> workspaces_of(Store& store) {
  std::set<std::string> out;
  for (const auto& row : store.workspaces()) out.insert(row.id);
  return out;
}

SealedOfOwner sealed_by(Store& store, const KeyOwner& owner, const Places& places) {
  SealedOfOwner out{owner.workspace, owner.owner, {}, {}, {}};
  if (owner.workspace == second_factor_shelf) {
    const auto value = store.setting(owner.owner, second_factor_setting);
    if (value && SecondFactors::sealed_anew(*value, {}, {}) != "") out.settings[second_factor_setting] = *value;
    return out;
  }
  if (const auto refs = places.find(owner); refs != places.end())
    for (const auto& ref : refs->second)
      if (auto row = store.vault_row(owner.workspace, ref)) out.words.push_back(std::move(*row));
  if (auto file = store.blob(owner.workspace, owner.owner)) out.files.push_back(std::move(*file));
  return out;
}

std::size_t bytes_of(const SealedOfOwner& owner) {
  std::size_t bytes = 0;
  for (const auto& row : owner.words) bytes += row.sealed.size();
  for (const auto& row : owner.files) bytes += row.bytes.size();
  return bytes;
}

// Everything under another key, or nothing when `from` does not open all of it.
std::optional<SealedOfOwner> sealed_anew(SealedOfOwner owner, const Key& from, const Key& to) {
  bool all = true;
  const auto renew = [&](std::string& bytes, std::optional<std::string> fresh) {
    all = all && fresh;
    if (fresh) bytes = std::move(*fresh);
  };
  for (auto& row : owner.words) renew(row.sealed, ledger::seal_anew(from, to, owner.workspace, row.ref, row.sealed));
  for (auto& row : owner.files) renew(row.bytes, ledger::seal_anew(from, to, owner.workspace, row.digest, row.bytes));
  for (auto& [key, value] : owner.settings) renew(value, SecondFactors::sealed_anew(value, from, to));
  return all ? std::optional(std::move(owner)) : std::nullopt;
}

// How much of it a key opens.
std::size_t opened_by(const Key& key, const SealedOfOwner& owner) {
  const auto opens = [&](const std::string& ref, const std::string& bytes) {
    return ledger::unseal(key, owner.workspace, ref, bytes).has_value();
  };
  std::size_t opened = 0;
  for (const auto& row : owner.words) opened += opens(row.ref, row.sealed);
  for (const auto& row : owner.files) opened += opens(row.digest, row.bytes);
  for (const auto& [_, value] : owner.settings) opened += SecondFactors::sealed_anew(value, key, key).has_value();
  return opened;
}

std::size_t all_of(const SealedOfOwner& owner) {
  return owner.words.size() + owner.files.size() + owner.settings.size();
}

void count(Seals& seals, const SealedOfOwner& owner) {
  seals.words += owner.words.size();
  seals.files += owner.files.size();
  seals.second_factors += owner.settings.size();
}

// One transaction's worth of owners, from their old keys to their new ones.
void move_some(Store& store, Keys& keys, const std::vector<SealedOfOwner>& some, Seals& seals,
               const std::function<void(const Seals&)>& tell) {
  std::vector<KeyOwner> owners;
  for (const auto& each : some) owners.push_back({each.workspace, each.owner});
  tell(seals);
  keys.begin_moves(owners);
  tell(seals);
  std::vector<SealedOfOwner> fresh;
  std::map<KeyOwner, bool> moved;
  for (std::size_t i = 0; i < some.size(); ++i) {
    const auto* key = keys.find(owners[i].workspace, owners[i].owner);
    auto anew = sealed_anew(some[i], *key, keys.moving().at(owners[i]));
    moved[owners[i]] = anew.has_value();
    if (anew) fresh.push_back(std::move(*anew));
    else ++seals.damaged;
  }
  store.reseal(fresh);
  tell(seals);
  keys.end_moves(moved);
  for (const auto& each : fresh) count(seals, each);
  seals.owners += fresh.size();
  tell(seals);
}

}  // namespace

Seals move_owners(Store& store, Keys& keys, const std::function<void(const Seals&)>& tell) {
  const auto workspaces = workspaces_of(store);
  const auto places = places_of_words(store, workspaces);
  const auto waits = [&](const KeyOwner& o) {
    return !o.workspace.empty() && keys.find(o.workspace, o.owner)->algorithm != keys.algorithm();
  };
  auto owners = keys.owners();
  std::erase_if(owners, std::not_fn(waits));
  Seals seals;
  seals.strange = std::erase_if(owners, [&](const KeyOwner& o) {
    return o.workspace != second_factor_shelf && !workspaces.contains(o.workspace);
  });
  seals.owners_all = owners.size();
  std::vector<SealedOfOwner> some;
  std::size_t bytes = 0;
  for (const auto& owner : owners) {
    some.push_back(sealed_by(store, owner, places));
    bytes += bytes_of(some.back());
    if (some.size() < owners_at_once && bytes < bytes_at_once) continue;
    move_some(store, keys, some, seals, tell);
    some.clear(), bytes = 0;
  }
  if (!some.empty()) move_some(store, keys, some, seals, tell);
  return seals;
}

void settle_moves(Store& store, Keys& keys) {
  if (keys.moving().empty()) return;
  std::set<std::string> workspaces;
  for (const auto& [owner, next] : keys.moving()) workspaces.insert(owner.workspace);
  const auto places = places_of_words(store, workspaces);
  std::map<KeyOwner, bool> moved;
  for (const auto& [owner, next] : keys.moving()) {
    const auto sealed = sealed_by(store, owner, places);
    const auto* key = keys.find(owner.workspace, owner.owner);
    moved[owner] = opened_by(next, sealed) > opened_by(*key, sealed);  // it changed at once, but for what was damaged
  }
  keys.end_moves(moved);
}

Seals open_everything(Store& store, Keys& keys) {
  Seals seals;
  const auto places = places_of_words(store, workspaces_of(store));
  std::set<KeyOwner> owners;
  for (const auto& [owner, refs] : places) owners.insert(owner);
  for (const auto& workspace : workspaces_of(store))
    for (const auto& file : store.blobs(workspace)) owners.insert({workspace, file});
  for (const auto& owner : keys.owners())
    if (owner.workspace == second_factor_shelf) owners.insert(owner);
  seals.owners_all = owners.size();
  for (const auto& owner : owners) {
    const auto sealed = sealed_by(store, owner, places);
    const auto* key = keys.find(owner.workspace, owner.owner);
    if (!key) seals.shut += sealed.words.size() + sealed.files.size();
    else if (opened_by(*key, sealed) == all_of(sealed)) count(seals, sealed), ++seals.owners;
    else ++seals.damaged;
  }
  return seals;
}

}  // namespace vs::app
