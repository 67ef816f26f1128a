#include "ledger/sqlite/sqlite_store.h"

#include <algorithm>

#include "ledger/sqlite/db.h"
#include "ledger/sqlite/schema.h"
#include "ledger/sqlite/sqlite_links.h"
#include "ledger/token_scopes.h"

namespace vs::ledger::sqlite {
namespace {

// Copies that only follow what grows would miss what changed: they look at this number (ledger/sqlite/backup.cc).
void count_resealing(Db& db) {
  const auto times = Statement(db, "PRAGMA user_version").bind().one();
  db.run(("PRAGMA user_version = " + std::to_string(times + 1)).c_str());
}

// What holds words that are not encrypted under somebody's key, with all of its columns.
constexpr std::pair<const char*, const char*> plain_tables[] = {
    {"command", "rowid, ws, key, fingerprint, status, body"},
    {"user", "id, email, password"},
    {"setting", "user, key, value"},
};

// Runs the schema before the first statement is prepared.
struct Ready {
  Ready(Db& db) { db.run(store_schema); }
};

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(const std::filesystem::path& folder) : db_(folder / "vouchsafe.db"), ready_(db_) {
    links_.adopt(folder / "links.db");
  }

  void commit(const std::vector<Append>& batch) override {
    std::lock_guard lock(mutex_);
    db_.run("BEGIN IMMEDIATE");
    for (const auto& part : batch) {
      for (const auto& e : part.events) insert_event_.bind(part.workspace, e.sequence, e.bytes, e.nonce, e.leaf).done();
      for (const auto& v : part.vault) insert_vault_.bind(part.workspace, v.ref, v.owner, v.sealed).done();
      for (const auto& a : part.answers)
        insert_answer_.bind(part.workspace, a.key, a.fingerprint, a.status, a.body).done();
      if (!part.events.empty()) put_head_.bind(part.workspace, part.size, part.root).done();
    }
    db_.run("COMMIT");
  }

  void each_event(const std::string& workspace, std::uint64_t after,
                  const std::function<void(StoredEvent&&)>& f) override {
    // In slices, so that a commit never waits for a reader of the whole ledger.
    constexpr std::size_t slice = 1'000;
    for (std::vector<StoredEvent> some;; some.clear()) {
      some =
          rows<StoredEvent>("SELECT seq, bytes, nonce, leaf FROM event WHERE ws = ? AND seq > ? ORDER BY seq LIMIT ?",
                            as_event, workspace, after, std::uint64_t(slice));
      if (!some.empty()) after = some.back().sequence;
      for (auto& event : some) f(std::move(event));
      if (some.size() < slice) return;
    }
  }

  void each_event_down(const std::string& workspace, const std::function<bool(const StoredEvent&)>& f) override {
    std::lock_guard lock(mutex_);
    Statement all(db_, "SELECT seq, bytes, nonce, leaf FROM event WHERE ws = ? ORDER BY seq DESC");
    all.bind(workspace);
    while (all.step() && f(as_event(all))) {
    }
  }

  std::optional<StoredEvent> event(const std::string& workspace, std::uint64_t sequence) override {
    return first(rows<StoredEvent>("SELECT seq, bytes, nonce, leaf FROM event WHERE ws = ? AND seq = ?", as_event,
                                   workspace, sequence));
  }

  std::vector<Hash> leaves(const std::string& workspace, std::uint64_t from, std::size_t count) override {
    return rows<Hash>(
        "SELECT leaf FROM event WHERE ws = ? AND seq >= ? ORDER BY seq LIMIT ?",
        [](const Statement& s) { return s.bytes<32>(0); }, workspace, from, std::uint64_t(count));
  }

  void each_vault_row(const std::string& workspace, const std::string& after,
                      const std::function<void(VaultRow&&)>& f) override {
    std::lock_guard lock(mutex_);
    Statement all(db_, "SELECT ref, owner, sealed FROM vault WHERE ws = ? AND ref > ? ORDER BY ref");
    all.bind(workspace, after);
    while (all.step()) f(as_vault_row(all));
  }
  std::optional<VaultRow> vault_row(const std::string& workspace, const std::string& ref) override {
    return first(
        rows<VaultRow>("SELECT ref, owner, sealed FROM vault WHERE ws = ? AND ref = ?", as_vault_row, workspace, ref));
  }

  std::pair<std::uint64_t, Hash> head(const std::string& workspace) override {
    std::lock_guard lock(mutex_);
    Statement one(db_, "SELECT size, root FROM head WHERE ws = ?");
    one.bind(workspace);
    if (!one.step()) return {0, Frontier{}.root()};
    return {std::uint64_t(one.integer(0)), one.bytes<32>(1)};
  }

  std::optional<CommandAnswer> answer(const std::string& workspace, const std::string& key) override {
    std::lock_guard lock(mutex_);
    find_answer_.bind(workspace, key);
    std::optional<CommandAnswer> found;
    if (find_answer_.step())
      found = CommandAnswer{key, find_answer_.text(0), int(find_answer_.integer(1)), find_answer_.text(2)};
    find_answer_.bind();  // a statement that stands in the middle of its rows holds up every checkpoint
    return found;
  }

  void each_answer(const std::string& workspace, const std::function<void(CommandAnswer&&)>& f) override {
    std::lock_guard lock(mutex_);
    Statement all(db_, "SELECT key, fingerprint, status, body FROM command WHERE ws = ?");
    all.bind(workspace);
    while (all.step()) f({all.text(0), all.text(1), int(all.integer(2)), all.text(3)});
  }

  void reseal(const std::vector<SealedOfOwner>& owners) override {
    std::lock_guard lock(mutex_);
    db_.run("BEGIN IMMEDIATE");
    Statement word(db_, "UPDATE vault SET sealed = ? WHERE ws = ? AND ref = ?");
    Statement file(db_, "UPDATE blob SET bytes = ? WHERE ws = ? AND digest = ?");
    Statement setting(db_, "UPDATE setting SET value = ? WHERE user = ? AND key = ?");
    for (const auto& of : owners) {
      for (const auto& row : of.words) word.bind(row.sealed, of.workspace, row.ref).done();
      for (const auto& row : of.files) file.bind(row.bytes, of.workspace, row.digest).done();
      for (const auto& [key, value] : of.settings) setting.bind(value, of.owner, key).done();
    }
    count_resealing(db_);
    db_.run("COMMIT");
  }

  void forget(const std::string& workspace, const std::string& owner) override {
    std::lock_guard lock(mutex_);
    db_.run("BEGIN IMMEDIATE");
    Statement(db_, "DELETE FROM vault WHERE ws = ? AND owner = ?").bind(workspace, owner).done();
    Statement(db_, "DELETE FROM blob WHERE ws = ? AND digest = ?").bind(workspace, owner).done();
    strip_answers(workspace);
    wipe_row_buffer();
    db_.run("COMMIT");
    wipe_due_ = true;
  }

  void forget_words(const std::string& workspace, const std::vector<std::string>& refs) override {
    std::lock_guard lock(mutex_);
    db_.run("BEGIN IMMEDIATE");
    Statement drop(db_, "DELETE FROM vault WHERE ws = ? AND ref = ?");
    for (const auto& ref : refs) drop.bind(workspace, ref).done();
    strip_answers(workspace);
    wipe_row_buffer();
    db_.run("COMMIT");
    wipe_due_ = true;
  }

  void forget_user(const std::string& user) override {
    std::lock_guard lock(mutex_);
    db_.run("BEGIN IMMEDIATE");
    for (const char* sql : {"DELETE FROM user WHERE id = ?", "DELETE FROM session WHERE user = ?",
                            "DELETE FROM setting WHERE user = ?", "UPDATE token SET revoked = 1 WHERE user = ?"})
      Statement(db_, sql).bind(user).done();
    db_.run("COMMIT");
    wipe_due_ = true;
  }

  bool wipe() override {
    std::lock_guard lock(mutex_);
    if (wipe_due_) {
      db_.rewrite(plain_tables);
      db_.run("BEGIN IMMEDIATE");
      wipe_row_buffer();
      db_.run("COMMIT");
      wipe_due_ = false;
    }
    return db_.empty_log();
  }

  void put_checkpoint(const std::string& workspace, std::uint64_t size, const std::string& note) override {
    write("INSERT INTO checkpoint(ws, size, note) VALUES(?1, ?2, ?3) ON CONFLICT(ws, size) DO UPDATE SET note = ?3",
          workspace, size, note);
  }
  std::optional<std::string> checkpoint(const std::string& workspace) override {
    return first(rows<std::string>(
        "SELECT note FROM checkpoint WHERE ws = ? ORDER BY size DESC LIMIT 1",
        [](const Statement& s) { return s.text(0); }, workspace));
  }

  void introduce(const std::string& version) override {
    const auto known = versions();
    if (std::ranges::find(known, version) != known.end()) return;
    std::lock_guard lock(mutex_);
    Statement(db_, "INSERT INTO program(version) VALUES(?)").bind(version).done();
  }
  std::vector<std::string> versions() override {
    return rows<std::string>("SELECT version FROM program ORDER BY version",
                             [](const Statement& s) { return s.text(0); });
  }

  void add_workspace(const WorkspaceRow& w) override {
    write("INSERT INTO workspace(id, name) VALUES(?, ?)", w.id, w.name);
  }
  std::vector<WorkspaceRow> workspaces() override {
    return rows<WorkspaceRow>("SELECT id, name FROM workspace ORDER BY n",
                              [](const Statement& s) { return WorkspaceRow{s.text(0), s.text(1)}; });
  }

  void put_user(const UserRow& u) override {
    write(
        "INSERT INTO user(id, email, password) VALUES(?1, ?2, ?3) "
        "ON CONFLICT(id) DO UPDATE SET email = ?2, password = ?3",
        u.id, u.email, u.password);
  }
  std::optional<UserRow> user_by_email(const std::string& email) override {
    return first(rows<UserRow>("SELECT id, email, password FROM user WHERE email = ?", as_user, email));
  }
  std::optional<UserRow> user(const std::string& id) override {
    return first(rows<UserRow>("SELECT id, email, password FROM user WHERE id = ?", as_user, id));
  }

  void put_session(const SessionRow& s) override {
    write(
        "INSERT INTO session(digest, user, created, seen) VALUES(?1, ?2, ?3, ?4) "
        "ON CONFLICT(digest) DO UPDATE SET seen = ?4",
        s.digest, s.user, s.created.us, s.seen.us);
  }
  void touch_session(const std::string& digest, Instant seen) override {
    write("UPDATE session SET seen = ? WHERE digest = ?", seen.us, digest);
  }
  void drop_session(const std::string& digest) override { write("DELETE FROM session WHERE digest = ?", digest); }
  std::vector<SessionRow> sessions() override {
    return rows<SessionRow>("SELECT digest, user, created, seen FROM session", as_session);
  }
  std::optional<SessionRow> session(const std::string& digest) override {
    return first(
        rows<SessionRow>("SELECT digest, user, created, seen FROM session WHERE digest = ?", as_session, digest));
  }

  void put_token(const TokenRow& t) override {
    const std::string scopes = json::to_text(t.scopes);
    constexpr const char* sql =
        "INSERT INTO token(id, digest, ws, user, name, scopes, created, expires, revoked) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT(id) DO UPDATE SET revoked = ?9";
    if (t.expires)
      write(sql, t.id, t.digest, t.workspace, t.user, t.name, scopes, t.created.us, t.expires->us, t.revoked);
    else write(sql, t.id, t.digest, t.workspace, t.user, t.name, scopes, t.created.us, nullptr, t.revoked);
  }
  std::vector<TokenRow> tokens() override {
    return rows<TokenRow>(
        "SELECT id, digest, ws, user, name, scopes, created, expires, revoked, at "
        "FROM token LEFT JOIN token_use USING(id) ORDER BY created",
        [](const Statement& s) {
          TokenRow t{s.text(0), s.text(1),      s.text(2), s.text(3),         s.text(4),
                     {},        {s.integer(6)}, {},        s.integer(8) != 0, {}};
          t.scopes = scopes_in(s.text(5));
          if (!s.null(7)) t.expires = Instant{s.integer(7)};
          if (!s.null(9)) t.used = Instant{s.integer(9)};
          return t;
        });
  }

  void note_token_use(const std::string& id, Instant at) override {
    write("INSERT INTO token_use(id, at) VALUES(?1, ?2) ON CONFLICT(id) DO UPDATE SET at = ?2", id, at.us);
  }

  void put_blob(const std::string& workspace, const BlobRow& b) override {
    write("INSERT OR IGNORE INTO blob(ws, digest, type, name, bytes) VALUES(?, ?, ?, ?, ?)", workspace, b.digest,
          b.type, b.name, b.bytes);
  }
  std::optional<BlobRow> blob(const std::string& workspace, const std::string& digest) override {
    return first(rows<BlobRow>(
        "SELECT digest, type, name, bytes FROM blob WHERE ws = ? AND digest = ?",
        [](const Statement& s) { return BlobRow{s.text(0), s.text(1), s.text(2), s.text(3)}; }, workspace, digest));
  }

  std::vector<std::string> blobs(const std::string& workspace) override {
    return rows<std::string>("SELECT digest FROM blob WHERE ws = ? ORDER BY digest", text_of, workspace);
  }

  void put_setting(const std::string& user, const std::string& key, const std::string& value) override {
    write("INSERT INTO setting(user, key, value) VALUES(?1, ?2, ?3) ON CONFLICT(user, key) DO UPDATE SET value = ?3",
          user, key, value);
  }
  std::optional<std::string> setting(const std::string& user, const std::string& key) override {
    return first(rows<std::string>(
        "SELECT value FROM setting WHERE user = ? AND key = ?", [](const Statement& s) { return s.text(0); }, user,
        key));
  }

  std::map<std::string, std::string> settings(const std::string& user) override {
    std::map<std::string, std::string> out;
    for (auto& key : rows<std::string>("SELECT key FROM setting WHERE user = ?", text_of, user))
      if (auto value = setting(user, key)) out.emplace(std::move(key), std::move(*value));
    return out;
  }

  LinkTables& links() override { return links_; }

 private:
  static StoredEvent as_event(const Statement& s) {
    return {std::uint64_t(s.integer(0)), s.text(1), s.bytes<16>(2), s.bytes<32>(3)};
  }
  static std::string text_of(const Statement& s) { return s.text(0); }
  static VaultRow as_vault_row(const Statement& s) { return {s.text(0), s.text(1), s.text(2)}; }
  static SessionRow as_session(const Statement& s) { return {s.text(0), s.text(1), {s.integer(2)}, {s.integer(3)}}; }
  static UserRow as_user(const Statement& s) { return {s.text(0), s.text(1), s.text(2)}; }

  // Called with the lock held.
  void strip_answers(const std::string& workspace) {
    Statement(db_, "UPDATE command SET body = CAST('{}' AS BLOB) WHERE ws = ? AND body <> CAST('{}' AS BLOB)")
        .bind(workspace)
        .done();
  }
  // SQLite puts each row together in a buffer that it keeps, and a shorter row leaves the end of a longer one there:
  // the longest that fits on a page takes the place of all.
  void wipe_row_buffer() {
    db_.run("INSERT INTO command(ws, key, fingerprint, status, body) VALUES('', '', '', 0, zeroblob(4054))");
    db_.run("DELETE FROM command WHERE ws = ''");
  }
  template <class T>
  static std::optional<T> first(std::vector<T> all) {
    if (all.empty()) return {};
    return std::move(all.front());
  }
  template <class... A>
  void write(const char* sql, const A&... values) {
    std::lock_guard lock(mutex_);
    Statement(db_, sql).bind(values...).done();
  }
  template <class Row, class F, class... A>
  std::vector<Row> rows(const char* sql, F read, const A&... values) {
    std::lock_guard lock(mutex_);
    Statement all(db_, sql);
    all.bind(values...);
    std::vector<Row> out;
    while (all.step()) out.push_back(read(all));
    return out;
  }

  std::mutex mutex_;
  Db db_;
  Ready ready_;
  bool wipe_due_ = false;
  SqliteLinks links_{db_, mutex_};
  Statement insert_event_{db_, "INSERT INTO event(ws, seq, bytes, nonce, leaf) VALUES(?, ?, ?, ?, ?)"};
  Statement insert_vault_{db_, "INSERT INTO vault(ws, ref, owner, sealed) VALUES(?, ?, ?, ?)"};
  Statement insert_answer_{db_, "INSERT INTO command(ws, key, fingerprint, status, body) VALUES(?, ?, ?, ?, ?)"};
  Statement put_head_{db_,
                      "INSERT INTO head(ws, size, root) VALUES(?1, ?2, ?3) "
                      "ON CONFLICT(ws) DO UPDATE SET size = ?2, root = ?3"};
  Statement find_answer_{db_, "SELECT fingerprint, status, body FROM command WHERE ws = ? AND key = ?"};
};

}  // namespace

std::unique_ptr<Store> open_store(const std::filesystem::path& folder) {
  return std::make_unique<SqliteStore>(folder);
}

}  // namespace vs::ledger::sqlite
