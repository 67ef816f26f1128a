// Keys of the vault: one data key per owner, wrapped by a key-encryption key, in a database of their own
// with its own backup cycle. Deleting an owner's key makes their words unreadable for ever.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/key_table.h"

namespace vs::ledger {

/// 256-bit key that wipes itself and cannot be printed.
class Key {
 public:
  Key() = default;
  ~Key();
  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  std::array<std::uint8_t, 32> bytes{};
};

/// Safe to call from any thread; a key once given out stays where it is.
class Keys {
 public:
  /// Opens `folder/keys.db`; the key-encryption key is read from `kek_file`, or made there (mode 0600).
  /// Throws StoreFailure.
  Keys(const std::filesystem::path& folder, const std::filesystem::path& kek_file);
  /// The same over another table. Every node must have the same key-encryption key: another one is refused here.
  Keys(std::unique_ptr<KeyTable>, const std::filesystem::path& kek_file);
  ~Keys();

  /// The owner's key, made when there is none. New keys become durable with `flush`. Of two nodes only the one
  /// that holds the workspace may call it.
  const Key& of(const std::string& workspace, const std::string& owner);
  /// The same for who holds nothing: durable at once, and one key whoever asks first.
  const Key& durable(const std::string& workspace, const std::string& owner);
  /// The owner's key, or null when erased.
  const Key* find(const std::string& workspace, const std::string& owner) const;
  /// Makes new keys durable; must precede the transaction that uses them.
  void flush();
  /// A key that follows from the key-encryption key and this purpose: the same as long as that key lives.
  Key derived(const std::string& purpose) const;
  /// Destroys the owner's key for ever: in the table first, then in memory. Doing it twice is harmless.
  /// Nobody may hold what `of` or `find` gave out for this owner.
  void forget(const std::string& workspace, const std::string& owner);

  /// Lets go of a workspace's keys that another node destroyed. For the thread that uses `of`.
  void let_go_of_destroyed(const std::string& workspace);
  /// The keys of a workspace by owner, for moving it elsewhere.
  std::vector<std::pair<std::string, Key>> all_of(const std::string& workspace) const;
  /// A key made elsewhere, for an owner who has none here; durable with `flush`. Throws StoreFailure for another key.
  void adopt(const std::string& workspace, const std::string& owner, const Key&);

 private:
  std::string wrap(const Key&) const;
  Key unwrap(const std::string& wrapped) const;
  const Key* look(const std::string& name) const;
  mutable std::mutex lock_;
  std::unique_ptr<KeyTable> table_;
  Key kek_;
  mutable std::unordered_map<std::string, Key> keys_;
  std::vector<std::string> fresh_;
};

}  // namespace vs::ledger
