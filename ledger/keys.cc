#include "ledger/keys.h"

#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "ledger/durable_file.h"
#include "ledger/sqlite/sqlite_keys.h"
#include "ledger/store.h"

namespace vs::ledger {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t nonce_size = crypto_secretbox_NONCEBYTES;

// Its name too must outlive a power cut: without it everything that was sealed meanwhile is lost.
void make_kek(const fs::path& file) {
  Key key;
  randombytes_buf(key.bytes.data(), key.bytes.size());
  make_durably(file, {reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()});
}

Key read_kek(const fs::path& file) {
  if (!fs::exists(file)) make_kek(file);
  Key key;
  std::ifstream in(file, std::ios::binary);
  in.read(reinterpret_cast<char*>(key.bytes.data()), std::streamsize(key.bytes.size()));
  if (in.gcount() != std::streamsize(key.bytes.size())) throw StoreFailure("the key file is not 32 bytes long");
  return key;
}

std::string name_of(const std::string& workspace, const std::string& owner) {
  return workspace + '|' + owner;
}

}  // namespace

Key::~Key() {
  sodium_memzero(bytes.data(), bytes.size());
}

Keys::Keys(const fs::path& folder, const fs::path& kek_file) : Keys(sqlite::open_keys(folder), kek_file) {}

Keys::Keys(std::unique_ptr<KeyTable> table, const fs::path& kek_file)
    : table_(std::move(table)), kek_(read_kek(kek_file)) {
  table_->each([&](const std::string& name, const std::string& wrapped) { keys_.emplace(name, unwrap(wrapped)); });
  // A first key that belongs to nobody: a node with another key file stops at it even while there is no other.
  if (table_->shared()) durable("", "key-file");
}

Keys::~Keys() = default;

std::string Keys::wrap(const Key& key) const {
  std::string wrapped(nonce_size + crypto_secretbox_MACBYTES + key.bytes.size(), '\0');
  auto* bytes = reinterpret_cast<unsigned char*>(wrapped.data());
  randombytes_buf(bytes, nonce_size);
  crypto_secretbox_easy(bytes + nonce_size, key.bytes.data(), key.bytes.size(), bytes, kek_.bytes.data());
  return wrapped;
}

Key Keys::unwrap(const std::string& wrapped) const {
  const auto* bytes = reinterpret_cast<const unsigned char*>(wrapped.data());
  Key key;
  if (wrapped.size() != nonce_size + crypto_secretbox_MACBYTES + key.bytes.size() ||
      crypto_secretbox_open_easy(key.bytes.data(), bytes + nonce_size, wrapped.size() - nonce_size, bytes,
                                 kek_.bytes.data()) != 0)
    throw StoreFailure("a key of the vault does not open with this key file");
  return key;
}

// Called with the lock held: what is in memory, or was made by another node meanwhile.
const Key* Keys::look(const std::string& name) const {
  if (const auto it = keys_.find(name); it != keys_.end()) return &it->second;
  if (!table_->shared()) return nullptr;
  const auto wrapped = table_->find(name);
  return wrapped ? &keys_.emplace(name, unwrap(*wrapped)).first->second : nullptr;
}

const Key& Keys::of(const std::string& workspace, const std::string& owner) {
  const std::string name = name_of(workspace, owner);
  std::lock_guard lock(lock_);
  if (const auto* known = look(name)) return *known;
  auto& made = keys_[name];
  randombytes_buf(made.bytes.data(), made.bytes.size());
  fresh_.push_back(name);
  return made;
}

const Key& Keys::durable(const std::string& workspace, const std::string& owner) {
  const std::string name = name_of(workspace, owner);
  std::lock_guard lock(lock_);
  const auto* known = look(name);
  if (known && std::ranges::find(fresh_, name) == fresh_.end()) return *known;
  Key made;
  if (known) made = *known;
  else randombytes_buf(made.bytes.data(), made.bytes.size());
  const bool taken = !table_->add({{name, wrap(made)}}).empty();
  std::erase(fresh_, name);
  auto& kept = keys_[name];
  kept = taken ? unwrap(table_->find(name).value()) : made;
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
  for (const auto& name : fresh_) rows.emplace_back(name, wrap(keys_.at(name)));
  if (!table_->add(rows).empty()) throw StoreFailure("two nodes made a key for the same owner");
  fresh_.clear();
}

Key Keys::derived(const std::string& purpose) const {
  Key key;
  crypto_generichash(key.bytes.data(), key.bytes.size(), reinterpret_cast<const unsigned char*>(purpose.data()),
                     purpose.size(), kek_.bytes.data(), kek_.bytes.size());
  return key;
}

void Keys::forget(const std::string& workspace, const std::string& owner) {
  const std::string name = name_of(workspace, owner);
  std::lock_guard lock(lock_);
  table_->drop(name);
  std::erase(fresh_, name);
  keys_.erase(name);
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
