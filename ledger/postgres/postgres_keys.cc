#include "ledger/postgres/postgres_keys.h"

#include "ledger/postgres/desk.h"
#include "ledger/postgres/schema.h"
#include "ledger/postgres/wiper.h"

namespace vs::ledger::postgres {
namespace {

// Held by every connection that reads keys, so that keys are replaced only while nobody remembers the old ones. Who
// comes meanwhile waits.
constexpr std::int64_t in_use = 7310861;

class PostgresKeys final : public KeyTable {
 public:
  explicit PostgresKeys(const std::string& url)
      : desk_(url, setup_for("vouchsafe_keys") + "; SELECT pg_advisory_lock_shared(" + std::to_string(in_use) + ")",
              true),
        wiper_(url, "vouchsafe_keys", {}, {"dek"}) {}

  void each(const std::function<void(const std::string&, const std::string&)>& f) override {
    const auto rows = desk_.run("SELECT owner, wrapped FROM dek");
    for (int i = 0; i < rows.count(); ++i) f(rows.text(i, 0), rows.text(i, 1));
  }

  std::optional<std::string> find(const std::string& name) override {
    const auto rows = desk_.run("SELECT wrapped FROM dek WHERE owner = $1", {name});
    return rows.count() ? std::optional(rows.text(0, 0)) : std::nullopt;
  }

  std::vector<std::string> add(const std::vector<std::pair<std::string, std::string>>& keys) override {
    return desk_.with([&](Connection& db) {
      for (const auto& [name, wrapped] : keys)
        db.add("INSERT INTO dek(owner, wrapped) VALUES($1, $2) ON CONFLICT DO NOTHING", {name, wrapped});
      for (const auto& [name, wrapped] : keys) db.add("SELECT wrapped FROM dek WHERE owner = $1", {name});
      const auto rows = db.together();
      std::vector<std::string> taken;
      for (std::size_t i = 0; i < keys.size(); ++i)
        if (rows[keys.size() + i].text(0, 0) != keys[i].second) taken.push_back(keys[i].first);
      return taken;
    });
  }

  void replace(const std::vector<std::pair<std::string, std::string>>& keys) override {
    desk_.with([&](Connection& db) {
      db.script("SELECT 1");  // connects
      if (alone_ && db.pid() != alone_) throw StoreFailure("the connection to the keys was lost; begin again");
      for (const auto& [name, wrapped] : keys) db.add("UPDATE dek SET wrapped = $1 WHERE owner = $2", {wrapped, name});
      db.together();
      db.script("VACUUM FULL dek");
    });
  }

  void drop(const std::string& name) override {
    desk_.run("DELETE FROM dek WHERE owner = $1", {name});
    wiper_.due();
  }
  bool wipe() override { return wiper_.wipe(); }
  bool shared() const override { return true; }

  // The server notices a little later that a connection is gone.
  bool take_alone() override {
    for (int tries = 0; !try_alone(); ++tries) {
      if (tries == 40) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return true;
  }

 private:
  bool try_alone() {
    return desk_.with([&](Connection& db) {
      const bool taken = db.run("SELECT pg_try_advisory_lock($1)::int::bigint", {in_use}).integer(0, 0) == 1;
      if (taken) alone_ = db.pid();
      return taken;
    });
  }

  Desk desk_;
  Wiper wiper_;
  int alone_ = 0;  ///< the connection that holds the table for itself, if one does
};

}  // namespace

std::unique_ptr<KeyTable> open_keys(const std::string& url) {
  prepare_keys(url);
  return std::make_unique<PostgresKeys>(url);
}

}  // namespace vs::ledger::postgres
