#include "ledger/keys.h"

#include <sodium.h>

#include <algorithm>
#include <set>

#include "ledger/key_file.h"
#include "ledger/sqlite/sqlite_keys.h"

namespace vs::ledger {
namespace {

namespace fs = std::filesystem;

Key opened(const fs::path& kek_file) {
  make_key_file(kek_file);
  return read_key_file(kek_file);
}

}  // namespace

Keys::Keys(const fs::path& folder, const fs::path& kek_file) : Keys(sqlite::open_keys(folder), kek_file) {}

Keys::Keys(std::unique_ptr<KeyTable> table, const fs::path& kek_file)
    : table_(std::move(table)), kek_(opened(kek_file)) {
  const auto first = name_of("", first_owner);
  table_->each([&](const std::string& name, const std::string& wrapped) {
    auto record = unwrap(wrapped, kek_, name);
    keys_.emplace(name, record.key);
    if (record.next) next_.emplace(owner_of(name), *record.next);
    if (name != first) return;
    kek_.algorithm = record.key.algorithm;
    numbered_ = is_numbered(wrapped);
  });
  if (keys_.empty()) numbered_ = true;
  if (keys_.empty() || table_->shared()) durable("", first_owner);
}

Keys::~Keys() = default;

std::string Keys::name_of(const std::string& workspace, const std::string& owner) {
  return workspace + '|' + owner;
}

KeyOwner Keys::owner_of(const std::string& name) {
  const auto bar = std::min(name.find('|'), name.size() - 1);
  return {name.substr(0, bar), name.substr(bar + 1)};
}

std::string Keys::wrapped(const std::string& name, const Key& key) const {
  KeyRecord record{key, {}};
  if (const auto next = next_.find(owner_of(name)); next != next_.end()) record.next = next->second;
  const bool says_it = numbered_ || record.next || key.algorithm != Algorithm::xchacha20_poly1305;
  return says_it ? wrap(record, kek_, name) : wrap_unnumbered(key, kek_);
}

// Called with the lock held: what is in memory, or was made by another node meanwhile.
const Key* Keys::look(const std::string& name) const {
  if (const auto it = keys_.find(name); it != keys_.end()) return &it->second;
  if (!table_->shared()) return nullptr;
  const auto found = table_->find(name);
  return found ? &keys_.emplace(name, unwrap(*found, kek_, name).key).first->second : nullptr;
}

const Key& Keys::of(const std::string& workspace, const std::string& owner) {
  const std::string name = name_of(workspace, owner);
  std::lock_guard lock(lock_);
  if (const auto* known = look(name)) return *known;
  auto& made = keys_[name] = fresh_key(kek_.algorithm);
  fresh_.push_back(name);
  return made;
}

const Key& Keys::durable(const std::string& workspace, const std::string& owner) {
  const std::string name = name_of(workspace, owner);
  std::lock_guard lock(lock_);
  const auto* known = look(name);
  if (known && std::ranges::find(fresh_, name) == fresh_.end()) return *known;
  const Key made = known ? *known : fresh_key(kek_.algorithm);
  const bool taken = !table_->add({{name, wrapped(name, made)}}).empty();
  std::erase(fresh_, name);
  auto& kept = keys_[name];
  kept = taken ? unwrap(table_->find(name).value(), kek_, name).key : made;
  return kept;
}

const Key* Keys::find(const std::string& workspace, const std::string& owner) const {
  std::lock_guard lock(lock_);
  return look(name_of(workspace, owner));
}

void Keys::flush() {
  std::lock_guard lock(lock_);
  if (fresh_.empty()) return;
  std::vector<std::pair<std::string, std::string>> rows;
  rows.reserve(fresh_.size());
  for (const auto& name : fresh_) rows.emplace_back(name, wrapped(name, keys_.at(name)));
  if (!table_->add(rows).empty()) throw StoreFailure("two nodes made a key for the same owner");
  fresh_.clear();
}

void Keys::forget(const std::string& workspace, const std::string& owner) {
  const std::string name = name_of(workspace, owner);
  std::lock_guard lock(lock_);
  table_->drop(name);
  std::erase(fresh_, name);
  keys_.erase(name);
  next_.erase({workspace, owner});
}

bool Keys::wipe() {
  std::lock_guard lock(lock_);
  return table_->wipe();
}

void Keys::let_go_of_destroyed(const std::string& workspace) {
  if (!table_->shared()) return;
  std::set<std::string> there;
  std::lock_guard lock(lock_);
  table_->each([&](const std::string& name, const std::string&) { there.insert(name); });
  there.insert(fresh_.begin(), fresh_.end());
  std::erase_if(keys_, [&](const auto& pair) {
    return pair.first.starts_with(name_of(workspace, "")) && !there.contains(pair.first);
  });
}

std::vector<std::pair<std::string, Key>> Keys::all_of(const std::string& workspace) const {
  const std::string prefix = name_of(workspace, "");
  std::vector<std::pair<std::string, Key>> out;
  std::lock_guard lock(lock_);
  for (const auto& [name, key] : keys_)
    if (name.starts_with(prefix)) out.emplace_back(name.substr(prefix.size()), key);
  return out;
}

void Keys::adopt(const std::string& workspace, const std::string& owner, const Key& key) {
  const std::string name = name_of(workspace, owner);
  std::lock_guard lock(lock_);
  if (const auto* known = look(name)) {
    if (known->bytes != key.bytes) throw StoreFailure("there is another key for the same owner here");
    return;
  }
  keys_.emplace(name, key);
  fresh_.push_back(name);
}

}  // namespace vs::ledger
