#include "ledger/postgres/postgres_store.h"

#include <utility>

#include "ledger/postgres/postgres_neighbours.h"
#include "ledger/postgres/schema.h"
#include "ledger/postgres/tables.h"
#include "ledger/postgres/wiper.h"

namespace vs::ledger::postgres {
namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr auto outcome_patience = std::chrono::seconds(30);  // a database that restarts is back by then
constexpr auto between_tries = std::chrono::milliseconds(100);
constexpr int slice = 1'000;  // rows fetched in one go

StoredEvent event_at(const Rows& r, int i) {
  return {std::uint64_t(r.integer(i, 0)), r.text(i, 1), r.bytes<16>(i, 2), r.bytes<32>(i, 3)};
}
VaultRow vault_at(const Rows& r, int i) {
  return {r.text(i, 0), r.text(i, 1), r.text(i, 2)};
}

class PostgresStore : public Tables {
 public:
  explicit PostgresStore(const std::string& url)
      : Tables(url, setup_for("vouchsafe"), true), url_(url), writer_(url, setup_for("vouchsafe")) {}

  Neighbours* neighbours() override { return &neighbours_; }
  std::unique_ptr<Store> snapshot() override;

  std::map<std::string, Held> begin(const std::vector<Claim>& claims) override {
    if (std::exchange(begun_, false)) writer_.close();  // the last batch was given up
    if (SteadyClock::now() < try_again_) throw StoreUnavailable("the database cannot be reached");
    try {
      auto held = hold(claims);
      begun_ = true;
      return held;
    } catch (const StoreUnavailable&) {
      writer_.close();
      try_again_ = SteadyClock::now() + between_tries;
      throw;
    }
  }

  void commit(const std::vector<Append>& batch) override {
    try {
      send(batch, std::exchange(begun_, false));
    } catch (const StoreUnavailable& lost) {
      find_out(batch, lost.what());
    }
  }

  void each_event(const std::string& workspace, std::uint64_t after,
                  const std::function<void(StoredEvent&&)>& f) override {
    for (;;) {
      const auto rows =
          desk_.run("SELECT seq, bytes, nonce, leaf FROM event WHERE ws = $1 AND seq > $2 ORDER BY seq LIMIT $3",
                    {workspace, after, slice});
      for (int i = 0; i < rows.count(); ++i) f(event_at(rows, i));
      if (rows.count() < slice) return;
      after = std::uint64_t(rows.integer(rows.count() - 1, 0));
    }
  }

  void each_event_down(const std::string& workspace, const std::function<bool(const StoredEvent&)>& f) override {
    for (std::int64_t before = INT64_MAX;;) {
      const auto rows =
          desk_.run("SELECT seq, bytes, nonce, leaf FROM event WHERE ws = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3",
                    {workspace, before, slice});
      for (int i = 0; i < rows.count(); ++i)
        if (!f(event_at(rows, i))) return;
      if (rows.count() < slice) return;
      before = rows.integer(rows.count() - 1, 0);
    }
  }

  std::optional<StoredEvent> event(const std::string& workspace, std::uint64_t sequence) override {
    const auto rows =
        desk_.run("SELECT seq, bytes, nonce, leaf FROM event WHERE ws = $1 AND seq = $2", {workspace, sequence});
    return rows.count() ? std::optional(event_at(rows, 0)) : std::nullopt;
  }

  std::vector<Hash> leaves(const std::string& workspace, std::uint64_t from, std::size_t count) override {
    const auto rows = desk_.run("SELECT leaf FROM event WHERE ws = $1 AND seq >= $2 ORDER BY seq LIMIT $3",
                                {workspace, from, std::uint64_t(count)});
    std::vector<Hash> out;
    out.reserve(std::size_t(rows.count()));
    for (int i = 0; i < rows.count(); ++i) out.push_back(rows.bytes<32>(i, 0));
    return out;
  }

  using Store::each_vault_row;
  void each_vault_row(const std::string& workspace, const std::string& from,
                      const std::function<void(VaultRow&&)>& f) override {
    for (std::string after = from;;) {
      const auto rows =
          desk_.run("SELECT ref, owner, sealed FROM vault WHERE ws = $1 AND ref > $2 ORDER BY ref LIMIT $3",
                    {workspace, after, slice});
      for (int i = 0; i < rows.count(); ++i) f(vault_at(rows, i));
      if (rows.count() < slice) return;
      after = rows.text(rows.count() - 1, 0);
    }
  }

  std::optional<VaultRow> vault_row(const std::string& workspace, const std::string& ref) override {
    const auto rows = desk_.run("SELECT ref, owner, sealed FROM vault WHERE ws = $1 AND ref = $2", {workspace, ref});
    return rows.count() ? std::optional(vault_at(rows, 0)) : std::nullopt;
  }

  std::pair<std::uint64_t, Hash> head(const std::string& workspace) override {
    const auto rows = desk_.run("SELECT size, root FROM head WHERE ws = $1", {workspace});
    if (!rows.count()) return {0, Frontier{}.root()};
    return {std::uint64_t(rows.integer(0, 0)), rows.bytes<32>(0, 1)};
  }

  std::optional<CommandAnswer> answer(const std::string& workspace, const std::string& key) override {
    return answer_at(desk_.run(find_answer, {workspace, key}), key);
  }

  void each_answer(const std::string& workspace, const std::function<void(CommandAnswer&&)>& f) override {
    for (std::string after;;) {
      const auto rows = desk_.run(
          "SELECT key, fingerprint, status, body FROM command WHERE ws = $1 AND key > $2 ORDER BY key LIMIT $3",
          {workspace, after, slice});
      for (int i = 0; i < rows.count(); ++i)
        f({rows.text(i, 0), rows.text(i, 1), int(rows.integer(i, 2)), rows.text(i, 3)});
      if (rows.count() < slice) return;
      after = rows.text(rows.count() - 1, 0);
    }
  }

  void forget(const std::string& workspace, const std::string& owner) override {
    all_or_none([&](Connection& db) {
      db.add("DELETE FROM vault WHERE ws = $1 AND owner = $2", {workspace, owner});
      db.add("DELETE FROM blob WHERE ws = $1 AND digest = $2", {workspace, owner});
      strip_answers(db, workspace);
    });
    wiper_.due();
  }

  void forget_words(const std::string& workspace, const std::vector<std::string>& refs) override {
    all_or_none([&](Connection& db) {
      for (const auto& ref : refs) db.add("DELETE FROM vault WHERE ws = $1 AND ref = $2", {workspace, ref});
      strip_answers(db, workspace);
    });
    wiper_.due();
  }

  void forget_user(const std::string& user) override {
    all_or_none([&](Connection& db) {
      db.add("DELETE FROM login WHERE id = $1", {user});
      db.add("DELETE FROM session WHERE login = $1", {user});
      db.add("DELETE FROM setting WHERE login = $1", {user});
      db.add("UPDATE token SET revoked = 1 WHERE login = $1", {user});
    });
    tell_tables();
    wiper_.due();
  }

  bool wipe() override { return wiper_.wipe(); }

  void introduce(const std::string& version) override {
    neighbours_.introduce(version);
    desk_.run("INSERT INTO program(version) VALUES($1) ON CONFLICT DO NOTHING", {version});
  }

  void add_workspace(const WorkspaceRow& w) override {
    const auto root = Frontier{}.root();
    all_or_none([&](Connection& db) {
      db.add("INSERT INTO workspace(id, name, n) SELECT $1, $2, count(*) FROM workspace", {w.id, w.name});
      db.add("INSERT INTO head(ws, size, root) VALUES($1, 0, $2) ON CONFLICT DO NOTHING", {w.id, root});
    });
  }

 protected:
  PostgresStore(const std::string& url, const std::string& setup)  // sees one moment, so it never connects again
      : Tables(url, setup, false), url_(url), writer_(url, setup) {}

 private:
  static constexpr const char* find_head = "SELECT size, root FROM head WHERE ws = $1 FOR UPDATE";
  static constexpr const char* find_answer = "SELECT fingerprint, status, body FROM command WHERE ws = $1 AND key = $2";

  static std::optional<CommandAnswer> answer_at(const Rows& rows, const std::string& key) {
    if (!rows.count()) return {};
    return CommandAnswer{key, rows.text(0, 0), int(rows.integer(0, 1)), rows.text(0, 2)};
  }
  static void strip_answers(Connection& db, const std::string& workspace) {
    const std::string nothing = "{}";
    db.add("UPDATE command SET body = $2 WHERE ws = $1 AND body <> $2", {workspace, nothing});
  }
  template <class F>
  void all_or_none(F statements) {
    desk_.with([&](Connection& db) {
      db.add("BEGIN");
      statements(db);
      db.add("COMMIT");
      db.together();
    });
  }

  std::map<std::string, Held> hold(const std::vector<Claim>& claims);
  void send(const std::vector<Append>&, bool begun);
  void find_out(const std::vector<Append>&, const std::string& why);
  bool settled(const std::vector<Append>&);

  const std::string url_;
  Connection writer_;
  bool begun_ = false;
  SteadyClock::time_point try_again_{};
  PostgresNeighbours neighbours_{url_};
  Wiper wiper_{url_, "vouchsafe", {"vault", "blob"}, {"command", "login", "setting"}};
};

// A store that stands still at the moment of its first question.
class Moment final : public PostgresStore {
 public:
  explicit Moment(const std::string& url)
      : PostgresStore(url, "SET search_path = vouchsafe; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") {}
  Neighbours* neighbours() override { return nullptr; }
  std::unique_ptr<Store> snapshot() override { return nullptr; }
};

std::unique_ptr<Store> PostgresStore::snapshot() {
  return std::make_unique<Moment>(url_);
}

// One round trip: heads in their order, so that two nodes never wait for each other, then what the keys are known for.
std::map<std::string, Held> PostgresStore::hold(const std::vector<Claim>& claims) {
  writer_.add("BEGIN");
  for (const auto& claim : claims) writer_.add(find_head, {claim.workspace});
  for (const auto& claim : claims)
    for (const auto& key : claim.keys) writer_.add(find_answer, {claim.workspace, key});
  const auto rows = writer_.together();
  std::map<std::string, Held> out;
  std::size_t at = 1;
  for (const auto& claim : claims) {
    const auto& head = rows[at++];
    auto& held = out[claim.workspace];
    held.root = head.count() ? head.bytes<32>(0, 1) : Frontier{}.root();
    held.size = head.count() ? std::uint64_t(head.integer(0, 0)) : 0;
  }
  for (const auto& claim : claims)
    for (const auto& key : claim.keys)
      if (auto first = answer_at(rows[at++], key)) out[claim.workspace].answers.push_back(std::move(*first));
  return out;
}

void PostgresStore::send(const std::vector<Append>& batch, bool begun) {
  if (!begun) writer_.add("BEGIN");
  for (const auto& part : batch) {
    const auto& ws = part.workspace;
    for (const auto& e : part.events)
      writer_.add("INSERT INTO event(ws, seq, bytes, nonce, leaf) VALUES($1, $2, $3, $4, $5)",
                  {ws, e.sequence, e.bytes, e.nonce, e.leaf});
    for (const auto& v : part.vault)
      writer_.add("INSERT INTO vault(ws, ref, owner, sealed) VALUES($1, $2, $3, $4)", {ws, v.ref, v.owner, v.sealed});
    for (const auto& a : part.answers)
      writer_.add(
          "INSERT INTO command(ws, key, fingerprint, status, body) VALUES($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
          {ws, a.key, a.fingerprint, a.status, a.body});
    if (part.events.empty()) continue;
    const auto words = grew(ws, part.size);
    writer_.add(
        "INSERT INTO head(ws, size, root) VALUES($1, $2, $3) ON CONFLICT(ws) DO UPDATE SET size = $2, root = $3",
        {ws, part.size, part.root});
    writer_.add("SELECT pg_notify('vouchsafe', convert_from($1, 'UTF8'))", {words});
  }
  writer_.add("COMMIT");
  const auto done = writer_.together();
  if (std::string_view(PQcmdStatus(done.back().raw())) != "COMMIT") throw StoreFailure("the batch was rolled back");
}

// The connection broke off while a batch was on its way. The heads know whether it arrived: they are asked under the
// same lock, so that it cannot arrive later, and nobody else can have written in between without their showing it.
void PostgresStore::find_out(const std::vector<Append>& batch, const std::string& why) {
  for (const auto until = SteadyClock::now() + outcome_patience; SteadyClock::now() < until;) {
    try {
      if (!settled(batch)) send(batch, true);
      return;
    } catch (const StoreUnavailable&) {
      writer_.close();
      std::this_thread::sleep_for(between_tries);
    }
  }
  throw StoreFailure("the database was lost in a commit and did not come back: " + why);
}

bool PostgresStore::settled(const std::vector<Append>& batch) {
  std::vector<Claim> claims;
  claims.reserve(batch.size());
  for (const auto& part : batch) claims.push_back({part.workspace, {}});
  const auto held = hold(claims);
  for (const auto& part : batch) {
    if (part.events.empty()) continue;
    const auto& head = held.at(part.workspace);
    if (head.size == part.size && head.root == part.root) {
      writer_.script("ROLLBACK");
      return true;
    }
    if (head.size != part.size - part.events.size())
      throw StoreFailure("another node wrote before a batch that broke off");
  }
  return false;
}

}  // namespace

std::unique_ptr<Store> open_store(const std::string& url) {
  prepare_ledger(url);
  return std::make_unique<PostgresStore>(url);
}

}  // namespace vs::ledger::postgres
