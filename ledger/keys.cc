#include "ledger/keys.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <fstream>

#include "ledger/sqlite/db.h"

namespace vs::ledger {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t nonce_size = crypto_secretbox_NONCEBYTES;

void make_kek(const fs::path& file) {
  Key key;
  randombytes_buf(key.bytes.data(), key.bytes.size());
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0600);
  const bool written =
      fd >= 0 && ::write(fd, key.bytes.data(), key.bytes.size()) == ssize_t(key.bytes.size()) && ::fsync(fd) == 0;
  if (fd >= 0) ::close(fd);
  if (!written) throw StoreFailure("cannot write the key file " + file.filename().string());
}

Key read_kek(const fs::path& file) {
  if (!fs::exists(file)) make_kek(file);
  Key key;
  std::ifstream in(file, std::ios::binary);
  in.read(reinterpret_cast<char*>(key.bytes.data()), std::streamsize(key.bytes.size()));
  if (in.gcount() != std::streamsize(key.bytes.size())) throw StoreFailure("the key file is not 32 bytes long");
  return key;
}

}  // namespace

Key::~Key() {
  sodium_memzero(bytes.data(), bytes.size());
}

Keys::Keys(const fs::path& folder, const fs::path& kek_file) : kek_(read_kek(kek_file)) {
  auto* db = new sqlite::Db(folder / "keys.db");
  db_.reset(db);
  db->run("CREATE TABLE IF NOT EXISTS dek(owner BLOB PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID");
  load();
}

Keys::~Keys() = default;

void Keys::load() {
  sqlite::Statement all(*db_, "SELECT owner, wrapped FROM dek");
  while (all.step()) {
    const std::string wrapped = all.text(1);
    const auto* bytes = reinterpret_cast<const unsigned char*>(wrapped.data());
    Key key;
    if (wrapped.size() != nonce_size + crypto_secretbox_MACBYTES + key.bytes.size() ||
        crypto_secretbox_open_easy(key.bytes.data(), bytes + nonce_size, wrapped.size() - nonce_size, bytes,
                                   kek_.bytes.data()) != 0)
      throw StoreFailure("a key of the vault does not open with this key file");
    keys_.emplace(all.text(0), key);
  }
}

const Key& Keys::of(const std::string& workspace, const std::string& owner) {
  const std::string name = workspace + '|' + owner;
  std::lock_guard lock(lock_);
  const auto [it, fresh] = keys_.try_emplace(name);
  if (fresh) {
    randombytes_buf(it->second.bytes.data(), it->second.bytes.size());
    fresh_.push_back(name);
  }
  return it->second;
}

const Key* Keys::find(const std::string& workspace, const std::string& owner) const {
  std::lock_guard lock(lock_);
  const auto it = keys_.find(workspace + '|' + owner);
  return it == keys_.end() ? nullptr : &it->second;
}

void Keys::flush() {
  std::lock_guard lock(lock_);
  if (fresh_.empty()) return;
  db_->run("BEGIN IMMEDIATE");
  sqlite::Statement insert(*db_, "INSERT INTO dek(owner, wrapped) VALUES(?, ?)");
  for (const auto& name : fresh_) {
    std::string wrapped(nonce_size + crypto_secretbox_MACBYTES + 32, '\0');
    auto* bytes = reinterpret_cast<unsigned char*>(wrapped.data());
    randombytes_buf(bytes, nonce_size);
    crypto_secretbox_easy(bytes + nonce_size, keys_.at(name).bytes.data(), 32, bytes, kek_.bytes.data());
    insert.bind(name, wrapped).done();
  }
  db_->run("COMMIT");
  fresh_.clear();
}

void Keys::forget(const std::string& workspace, const std::string& owner) {
  const std::string name = workspace + '|' + owner;
  std::lock_guard lock(lock_);
  sqlite::Statement(*db_, "DELETE FROM dek WHERE owner = ?").bind(name).done();
  db_->run("PRAGMA wal_checkpoint(TRUNCATE)");
  keys_.erase(name);
  std::erase(fresh_, name);
}

}  // namespace vs::ledger
