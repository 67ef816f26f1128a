#include "ledger/sqlite/sqlite_keys.h"

#include "ledger/sqlite/db.h"
#include "ledger/sqlite/schema.h"

namespace vs::ledger::sqlite {
namespace {

class SqliteKeys final : public KeyTable {
 public:
  explicit SqliteKeys(const std::filesystem::path& file) : db_(file) { db_.run(key_schema); }

  void each(const std::function<void(const std::string&, const std::string&)>& f) override {
    Statement all(db_, "SELECT owner, wrapped FROM dek");
    while (all.step()) f(all.text(0), all.text(1));
  }

  std::optional<std::string> find(const std::string& name) override {
    Statement one(db_, "SELECT wrapped FROM dek WHERE owner = ?");
    one.bind(name);
    return one.step() ? std::optional(one.text(0)) : std::nullopt;
  }

  std::vector<std::string> add(const std::vector<std::pair<std::string, std::string>>& rows) override {
    std::vector<std::string> taken;
    db_.run("BEGIN IMMEDIATE");
    Statement insert(db_, "INSERT INTO dek(owner, wrapped) VALUES(?, ?) ON CONFLICT DO NOTHING");
    for (const auto& [name, wrapped] : rows) {
      insert.bind(name, wrapped).done();
      if (sqlite3_changes(db_.raw()) == 0) taken.push_back(name);
    }
    db_.run("COMMIT");
    return taken;
  }

  void replace(const std::vector<std::pair<std::string, std::string>>& rows) override {
    db_.run("BEGIN IMMEDIATE");
    Statement update(db_, "UPDATE dek SET wrapped = ? WHERE owner = ?");
    for (const auto& [name, wrapped] : rows) update.bind(wrapped, name).done();
    db_.run("COMMIT");
    wipe_due_ = true;
    wipe();
  }

  void drop(const std::string& name) override {
    Statement(db_, "DELETE FROM dek WHERE owner = ?").bind(name).done();
    wipe_due_ = true;
  }
  bool wipe() override {
    if (wipe_due_) {
      constexpr std::pair<const char*, const char*> keys[] = {{"dek", "owner, wrapped"}};
      db_.rewrite(keys);
      wipe_due_ = false;
    }
    return db_.empty_log();
  }
  bool shared() const override { return false; }
  bool take_alone() override { return true; }  // the data folder is locked

 private:
  Db db_;
  bool wipe_due_ = false;
};

}  // namespace

std::unique_ptr<KeyTable> open_keys(const std::filesystem::path& folder) {
  return std::make_unique<SqliteKeys>(folder / "keys.db");
}

}  // namespace vs::ledger::sqlite
