// What the engine needs of a database. All the SQL there is stands behind this: the events, the vault, the
// answers to commands, blobs, and a few plain tables for what nobody will have to prove.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/time.h"
#include "ledger/merkle.h"

namespace vs::ledger {

class LinkTables;
class Neighbours;

/// The database could not do what must not fail. In a commit it ends the process: an fsync that failed is
/// never tried again.
struct StoreFailure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The database cannot be reached just now, and nothing was changed: worth another try.
struct StoreUnavailable : StoreFailure {
  using StoreFailure::StoreFailure;
};

/// A newer version of the program was here, and this one cannot go on from what it left. Nothing is damaged, and
/// nothing was changed: the newer one can be asked.
struct NewerVersion : StoreUnavailable {
  using StoreUnavailable::StoreUnavailable;
};

struct StoredEvent {
  std::uint64_t sequence = 0;
  std::string bytes;
  Nonce nonce{};
  Hash leaf{};
};

struct VaultRow {
  std::string ref, owner, sealed;
};

/// First answer to a command with an idempotency key.
struct CommandAnswer {
  std::string key;          ///< actor and key
  std::string fingerprint;  ///< of method, path and body
  int status = 0;
  std::string body;
};

/// What one workspace adds in one transaction.
struct Append {
  std::string workspace;
  std::vector<StoredEvent> events;
  std::vector<VaultRow> vault;
  std::vector<CommandAnswer> answers;
  std::uint64_t size = 0;  ///< of the tree after the last event
  Hash root{};
};

/// A workspace that a batch will write to, and the idempotency keys that its commands came with.
struct Claim {
  std::string workspace;
  std::vector<std::string> keys;
};
/// Where a claimed workspace stands, and the first answers to those keys that were used before.
struct Held {
  std::uint64_t size = 0;
  Hash root{};
  std::vector<CommandAnswer> answers;
};

struct WorkspaceRow {
  std::string id, name;
};
struct UserRow {
  std::string id, email, password;  ///< password: Argon2id string of libsodium
};
struct SessionRow {
  std::string digest, user;
  Instant created, seen;
};
struct TokenRow {
  std::string id, digest, workspace, user, name;
  std::vector<std::string> scopes;
  Instant created;
  std::optional<Instant> expires;
  bool revoked = false;
  std::optional<Instant> used;  ///< last, to about a minute
};
struct BlobRow {
  std::string digest, type, name;
  std::string bytes;  ///< encrypted
};

/// What one owner has sealed, all of it or the bytes that take its place.
struct SealedOfOwner {
  std::string workspace, owner;
  std::vector<VaultRow> words;
  std::vector<BlobRow> files;
  std::map<std::string, std::string> settings;  ///< of the owner, by key
};

class Store {
 public:
  virtual ~Store() = default;

  /// What other nodes on the same database tell; null for a store of one process.
  virtual Neighbours* neighbours() { return nullptr; }
  /// For a store that nodes share: opens the transaction that the next `commit` ends, and holds these workspaces
  /// against other nodes until then. Throws StoreUnavailable. Costs nothing where nobody else writes.
  virtual std::map<std::string, Held> begin(const std::vector<Claim>&) { return {}; }
  /// The store as it is now, for reading a whole ledger while other nodes write; null when this one stands still.
  virtual std::unique_ptr<Store> snapshot() { return nullptr; }

  /// Appends everything in one durable transaction or throws StoreFailure.
  virtual void commit(const std::vector<Append>&) = 0;
  /// In order, beginning with the one after sequence `after`.
  virtual void each_event(const std::string& workspace, std::uint64_t after,
                          const std::function<void(StoredEvent&&)>&) = 0;
  /// Newest first, until `f` returns false.
  virtual void each_event_down(const std::string& workspace, const std::function<bool(const StoredEvent&)>& f) = 0;
  virtual std::optional<StoredEvent> event(const std::string& workspace, std::uint64_t sequence) = 0;
  /// Leaf hashes of at most `count` events from sequence `first` on: what a proof is made of.
  virtual std::vector<Hash> leaves(const std::string& workspace, std::uint64_t first, std::size_t count) = 0;
  /// By reference, beginning with the one after `after`.
  virtual void each_vault_row(const std::string& workspace, const std::string& after,
                              const std::function<void(VaultRow&&)>&) = 0;
  void each_vault_row(const std::string& workspace, const std::function<void(VaultRow&&)>& f) {
    each_vault_row(workspace, "", f);
  }
  virtual std::optional<VaultRow> vault_row(const std::string& workspace, const std::string& ref) = 0;
  /// Size and root written with the last append.
  virtual std::pair<std::uint64_t, Hash> head(const std::string& workspace) = 0;
  virtual std::optional<CommandAnswer> answer(const std::string& workspace, const std::string& key) = 0;
  virtual void each_answer(const std::string& workspace, const std::function<void(CommandAnswer&&)>&) = 0;

  /// Puts these bytes in the place of what stood there, in one durable transaction. What is gone stays gone.
  virtual void reseal(const std::vector<SealedOfOwner>&) = 0;
  /// Deletes what the vault and the blobs hold under an owner's key, and the words in first answers of the
  /// workspace: a repeated key then learns only that its command was carried out. Doing it twice is harmless.
  virtual void forget(const std::string& workspace, const std::string& owner) = 0;
  /// The same for single words, whoever owns them, by their references.
  virtual void forget_words(const std::string& workspace, const std::vector<std::string>& refs) = 0;
  /// Deletes a person's address, password, sessions and settings, and revokes their tokens.
  virtual void forget_user(const std::string& user) = 0;

  /// Takes what was forgotten since it was opened out of the files as well: out of the unused parts of their pages,
  /// which no query reads, and out of the log. False while somebody reads there, as a copy does that is being made:
  /// worth another try then.
  virtual bool wipe() = 0;

  /// A signed note on a tree of this size (ledger/note.h); another one for the same size replaces it.
  virtual void put_checkpoint(const std::string& workspace, std::uint64_t size, const std::string& note) = 0;
  /// The checkpoint of the largest tree.
  virtual std::optional<std::string> checkpoint(const std::string& workspace) = 0;

  /// Writes down that this version of the program opened the store, before it writes anything else; and tells other
  /// nodes, while it is connected.
  virtual void introduce(const std::string& version) = 0;
  /// All versions that ever opened it.
  virtual std::vector<std::string> versions() = 0;

  virtual void add_workspace(const WorkspaceRow&) = 0;
  virtual std::vector<WorkspaceRow> workspaces() = 0;

  virtual void put_user(const UserRow&) = 0;
  virtual std::optional<UserRow> user_by_email(const std::string& email) = 0;
  virtual std::optional<UserRow> user(const std::string& id) = 0;

  virtual void put_session(const SessionRow&) = 0;
  /// Notes that a session was used, unless it ended meanwhile.
  virtual void touch_session(const std::string& digest, Instant seen) = 0;
  virtual void drop_session(const std::string& digest) = 0;
  virtual std::vector<SessionRow> sessions() = 0;
  virtual std::optional<SessionRow> session(const std::string& digest) = 0;

  virtual void put_token(const TokenRow&) = 0;
  virtual std::vector<TokenRow> tokens() = 0;
  virtual void note_token_use(const std::string& id, Instant) = 0;

  virtual void put_blob(const std::string& workspace, const BlobRow&) = 0;
  virtual std::optional<BlobRow> blob(const std::string& workspace, const std::string& digest) = 0;
  virtual std::vector<std::string> blobs(const std::string& workspace) = 0;  ///< their digests

  /// Small per-person settings: saved views, drafts. Value is JSON text.
  virtual void put_setting(const std::string& user, const std::string& key, const std::string& value) = 0;
  virtual std::optional<std::string> setting(const std::string& user, const std::string& key) = 0;
  virtual std::map<std::string, std::string> settings(const std::string& user) = 0;  ///< values by key

  /// Links in letters to customers, and what they open.
  virtual LinkTables& links() = 0;
};

}  // namespace vs::ledger
