// Replacing keys: the key-encryption key of the house, and the keys of owners. Each step is one transaction, and after
// each of them everything opens: while an owner moves, their record holds both keys.
#include <algorithm>

#include "ledger/keys.h"

namespace vs::ledger {
namespace {

constexpr const char* follows = "follows: ";

}  // namespace

Algorithm Keys::algorithm() const {
  std::lock_guard lock(lock_);
  return kek_.algorithm;
}

std::vector<KeyOwner> Keys::owners() const {
  std::vector<KeyOwner> out;
  std::lock_guard lock(lock_);
  out.reserve(keys_.size());
  for (const auto& [name, key] : keys_) out.push_back(owner_of(name));
  std::ranges::sort(out);
  return out;
}

// What is marked with such a key must be found right beside older copies of the table too, so it outlives the first
// key-encryption key.
Key Keys::derived(const std::string& purpose) const {
  std::lock_guard lock(lock_);
  const auto kept = keys_.find(name_of("", follows + purpose));
  return kept != keys_.end() ? kept->second : derived_from(kek_, purpose);
}

void Keys::wrap_anew(const Key& kek, const std::vector<std::string>& purposes) {
  flush();
  durable("", first_owner);
  for (const auto& purpose : purposes) {
    adopt("", follows + purpose, derived(purpose));
    flush();
  }
  std::lock_guard lock(lock_);
  keys_.at(name_of("", first_owner)).algorithm = kek.algorithm;
  kek_ = kek;
  numbered_ = true;
  std::vector<std::pair<std::string, std::string>> rows;
  rows.reserve(keys_.size());
  for (const auto& [name, key] : keys_) rows.emplace_back(name, wrapped(name, key));
  table_->replace(rows);
}

void Keys::rewrite(const std::vector<KeyOwner>& owners) {
  std::vector<std::pair<std::string, std::string>> rows;
  rows.reserve(owners.size());
  for (const auto& each : owners) {
    const auto name = name_of(each.workspace, each.owner);
    rows.emplace_back(name, wrapped(name, keys_.at(name)));
  }
  table_->replace(rows);
}

void Keys::begin_moves(const std::vector<KeyOwner>& owners) {
  std::lock_guard lock(lock_);
  for (const auto& each : owners) next_.insert_or_assign(each, fresh_key(kek_.algorithm));
  rewrite(owners);
}

void Keys::end_moves(const std::map<KeyOwner, bool>& moved) {
  std::vector<KeyOwner> owners;
  std::lock_guard lock(lock_);
  for (const auto& [each, to_next] : moved) {
    const auto next = next_.extract(each);
    if (next.empty()) continue;
    if (to_next) keys_.at(name_of(each.workspace, each.owner)) = next.mapped();
    owners.push_back(each);
  }
  rewrite(owners);
}

}  // namespace vs::ledger
