// A database file from elsewhere is taken when it is one of ours, and refused before it can do anything when it is not.
// MISSION: INT-05, REC-01
// QUALITY: S-TAMPER, F-FUZZ
#include "ledger/sqlite/foreign.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "ledger/link_tables.h"
#include "ledger/sqlite/backup.h"
#include "ledger/sqlite/sqlite_store.h"

namespace vs::ledger::sqlite {
namespace {

struct Foreign : testing::Test {
  Foreign() {
    fs::create_directories(folder / "data");
    const auto store = open_store(folder / "data");
    store->add_workspace({"main", "Main"});
    store->put_user({"per_1", "a@house.test", "secret"});
  }
  ~Foreign() override { fs::remove_all(folder); }

  // SQLite as anybody else uses it.
  void alter(const char* sql) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
    char* wrong = nullptr;
    EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, &wrong), SQLITE_OK) << wrong;
    sqlite3_close(db);
  }
  std::string refusal(Holds holds = Holds::ledger) {
    try {
      admit(file, holds);
    } catch (const StoreFailure& failure) {
      return failure.what();
    }
    return "";
  }
  void overwrite(std::streamoff at, const std::string& bytes) {
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(at).write(bytes.data(), std::streamsize(bytes.size()));
  }

  fs::path folder = fs::temp_directory_path() / ("vs-foreign-" + std::to_string(std::random_device{}()));
  fs::path file = folder / "data" / "vouchsafe.db";
};

TEST_F(Foreign, a_ledger_of_ours_is_taken_and_its_bytes_stay_as_they_are) {
  const auto before = digest_of_file(file);
  EXPECT_EQ(refusal(), "");
  EXPECT_EQ(digest_of_file(file), before);
  EXPECT_NE(refusal(Holds::keys), "") << "a ledger holds no keys";
}

TEST_F(Foreign, a_copy_of_it_is_taken_too) {
  const auto live = file;
  file = folder / "full.db";
  Snapshot snapshot(live, file);
  snapshot.copy_everything();
  snapshot.finish();
  EXPECT_EQ(refusal(), "");
}

TEST_F(Foreign, tables_from_before_a_table_was_added_are_ours_still) {
  alter("DROP TABLE setting; DROP TABLE token_use");
  EXPECT_EQ(refusal(), "");
  alter("DROP INDEX link_about");
  EXPECT_NE(refusal().find("a part of a table is missing"), std::string::npos) << refusal();
}

TEST_F(Foreign, what_would_be_carried_out_is_refused) {
  for (const char* sql : {
           "CREATE TRIGGER t AFTER INSERT ON user BEGIN DELETE FROM event; END",
           "CREATE VIEW checks AS SELECT 1",
           "DROP TABLE event; CREATE VIEW event AS SELECT 'main' AS ws, 1 AS seq, x'' AS bytes, x'' AS nonce, x'' AS "
           "leaf",
           "CREATE INDEX i ON user(lower(email))",
           "DROP TABLE token_use; CREATE TABLE token_use(id BLOB PRIMARY KEY, at INTEGER DEFAULT (random()))",
           "CREATE TABLE \"user; ATTACH 'elsewhere.db' AS e\"(id)",
       }) {
    const auto good = folder / "good.db";
    fs::copy_file(file, good, fs::copy_options::overwrite_existing);
    alter(sql);
    EXPECT_NE(refusal().find("was not taken"), std::string::npos) << sql << ": " << refusal();
    fs::copy_file(good, file, fs::copy_options::overwrite_existing);
    ASSERT_EQ(refusal(), "");
  }
}

TEST_F(Foreign, a_file_that_is_damaged_or_was_never_finished_is_refused) {
  const auto whole = fs::file_size(file);
  std::ofstream(file.string() + "-wal") << "what came later";
  EXPECT_NE(refusal().find("did not finish"), std::string::npos) << refusal();
  fs::remove(file.string() + "-wal");
  fs::resize_file(file, whole / 2);
  EXPECT_NE(refusal(), "");
  overwrite(0, "another program");
  EXPECT_NE(refusal().find("no database of this program"), std::string::npos) << refusal();
  fs::remove(file);
  EXPECT_NE(refusal().find("not there"), std::string::npos) << refusal();
}

TEST_F(Foreign, one_that_only_newer_programs_may_write_is_refused) {
  overwrite(18, "\x03");
  EXPECT_NE(refusal().find("no database of this program"), std::string::npos) << refusal();
}

TEST_F(Foreign, a_segment_cannot_name_tables_of_its_own) {
  const auto live = file, full = folder / "full.db", segment = folder / "segment.db";
  {
    Snapshot snapshot(live, full);
    snapshot.copy_everything();
    snapshot.finish();
  }
  {
    Snapshot snapshot(live, segment);
    snapshot.copy_since(reach_of(full));
    snapshot.finish();
  }
  EXPECT_NO_THROW(add_segment(full, segment));
  file = segment;
  alter("CREATE TABLE \"head; DROP TABLE main.user\"(id)");
  EXPECT_THROW(add_segment(full, segment), StoreFailure);
  Db db(full, Use::reader);
  EXPECT_EQ(Statement(db, "SELECT count(*) FROM user").bind().one(), 1);
}

TEST_F(Foreign, no_connection_of_ours_carries_out_a_trigger) {
  alter("CREATE TRIGGER t AFTER INSERT ON user BEGIN DELETE FROM workspace; END");
  const auto store = open_store(folder / "data");
  store->put_user({"per_2", "b@house.test", "secret"});
  EXPECT_EQ(store->workspaces().size(), 1u);
}

}  // namespace
}  // namespace vs::ledger::sqlite
