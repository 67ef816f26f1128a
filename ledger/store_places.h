// Where tests open stores: SQLite in a folder, PostgreSQL on a server of the test's own.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "ledger/keys.h"
#include "ledger/postgres/connection.h"
#include "ledger/postgres/postgres_keys.h"
#include "ledger/postgres/postgres_store.h"
#include "ledger/postgres/schema.h"
#include "ledger/private_postgres.h"
#include "ledger/sqlite/db.h"
#include "ledger/sqlite/sqlite_keys.h"
#include "ledger/sqlite/sqlite_store.h"

namespace vs::ledger {

namespace fs = std::filesystem;

// A place where a store can be opened again and again.
struct Place {
  virtual ~Place() = default;
  virtual std::unique_ptr<Store> open() = 0;
  virtual std::unique_ptr<KeyTable> open_keys() = 0;
  virtual bool shared() const { return false; }
  virtual fs::path files() const = 0;
  /// Somebody beside the store who stands at one moment of it, until let go.
  virtual std::shared_ptr<void> reads(Store&) const = 0;
  /// What a database does by itself now and then: it takes samples of what tables hold.
  virtual void takes_samples() const {}
};

struct Folder {
  fs::path path = fs::temp_directory_path() / ("vs-contract-" + std::to_string(std::random_device{}()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
};

struct SqlitePlace final : Place {
  std::unique_ptr<Store> open() override { return sqlite::open_store(folder.path); }
  std::unique_ptr<KeyTable> open_keys() override { return sqlite::open_keys(folder.path); }
  fs::path files() const override { return folder.path; }
  std::shared_ptr<void> reads(Store&) const override {
    auto db = std::make_shared<sqlite::Db>(folder.path / "vouchsafe.db", sqlite::Use::reader);
    db->run("BEGIN; SELECT count(*) FROM setting");
    return db;
  }
  Folder folder;
};

struct PostgresPlace final : Place {
  std::unique_ptr<Store> open() override { return postgres::open_store(url); }
  std::unique_ptr<KeyTable> open_keys() override { return postgres::open_keys(url); }
  bool shared() const override { return true; }
  fs::path files() const override { return PrivatePostgres::get().files(url); }
  std::shared_ptr<void> reads(Store& store) const override {
    std::shared_ptr<Store> moment = store.snapshot();
    moment->settings("per_1");
    return moment;
  }
  void takes_samples() const override {
    for (const auto* schema : {"vouchsafe", "vouchsafe_keys"})
      postgres::Connection(url, postgres::setup_for(schema)).script("ANALYZE");
  }
  const std::string url = PrivatePostgres::get().fresh();
};

struct SqliteKind {
  static std::unique_ptr<Place> make() { return std::make_unique<SqlitePlace>(); }
};
struct PostgresKind {
  static std::unique_ptr<Place> make() { return std::make_unique<PostgresPlace>(); }
};
using StoreKinds = testing::Types<SqliteKind, PostgresKind>;

}  // namespace vs::ledger
