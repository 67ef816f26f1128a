// Keys of the vault: one data key per owner, wrapped by a key-encryption key, in a database of their own
// with its own backup cycle. Deleting an owner's key makes their words unreadable for ever.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/key_record.h"
#include "ledger/key_table.h"

namespace vs::ledger {

/// Whose key it is. Those of no workspace ("") seal nothing.
struct KeyOwner {
  std::string workspace, owner;
  friend auto operator<=>(const KeyOwner&, const KeyOwner&) = default;
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
  /// A key that follows from the key-encryption key and this purpose, or from the first one that this table had.
  Key derived(const std::string& purpose) const;
  /// Destroys the owner's key for ever: in the table first, then in memory. Doing it twice is harmless.
  /// Nobody may hold what `of` or `find` gave out for this owner.
  void forget(const std::string& workspace, const std::string& owner);
  /// Whether what was destroyed is gone from the table's log as well; while somebody reads there it is not.
  bool wipe();

  /// Lets go of a workspace's keys that another node destroyed. For the thread that uses `of`.
  void let_go_of_destroyed(const std::string& workspace);
  /// The keys of a workspace by owner, for moving it elsewhere.
  std::vector<std::pair<std::string, Key>> all_of(const std::string& workspace) const;
  /// A key made elsewhere, for an owner who has none here; durable with `flush`. Throws StoreFailure for another key.
  void adopt(const std::string& workspace, const std::string& owner, const Key&);

  // ---- Replacing keys, while nothing else uses them (key_moves.cc).

  /// False while another process has the same table open; afterwards none can open it until this one ends.
  bool take_alone() { return table_->take_alone(); }
  /// By which algorithm new keys seal, and all are wrapped.
  Algorithm algorithm() const;
  /// Whose keys there are.
  std::vector<KeyOwner> owners() const;
  /// Wraps all keys anew by this key-encryption key and its algorithm, in one transaction; new keys seal by it too.
  /// Keys `derived` for these purposes stay as they are.
  void wrap_anew(const Key& kek, const std::vector<std::string>& purposes);
  /// Gives each owner a next key of the house's algorithm, durably; `find` goes on answering the present one.
  void begin_moves(const std::vector<KeyOwner>&);
  /// Owners with a next key, each with it.
  const std::map<KeyOwner, Key>& moving() const { return next_; }
  /// Ends a move: those who moved keep the next key alone, the others the present one. Durable.
  void end_moves(const std::map<KeyOwner, bool>& moved);

 private:
  /// Whose key belongs to nobody: a node with another key file stops at it even while there is no other, and what it
  /// seals by is the algorithm of the house.
  static constexpr const char* first_owner = "key-file";
  static std::string name_of(const std::string& workspace, const std::string& owner);
  static KeyOwner owner_of(const std::string& name);
  std::string wrapped(const std::string& name, const Key&) const;
  void rewrite(const std::vector<KeyOwner>&);
  const Key* look(const std::string& name) const;
  mutable std::mutex lock_;
  std::unique_ptr<KeyTable> table_;
  Key kek_;
  bool numbered_ = false;  ///< whether records say their algorithm: in houses that are new, or were resealed
  mutable std::unordered_map<std::string, Key> keys_;
  std::map<KeyOwner, Key> next_;
  std::vector<std::string> fresh_;
};

}  // namespace vs::ledger
