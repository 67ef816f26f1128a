// What customers sent in is theirs wherever the workspace lies, and counts there.
// MISSION: INT-05, REC-04
#include "app/carry.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "app/files_kept.h"
#include "ledger/sqlite/sqlite_store.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;

struct Two {
  fs::path path = fs::temp_directory_path() / ("vouchsafe-carry-" + std::to_string(::getpid()));
  std::unique_ptr<ledger::Store> from = opened("from"), to = opened("to");
  ~Two() { fs::remove_all(path); }
  std::unique_ptr<ledger::Store> opened(const char* name) {
    fs::remove_all(path / name);
    fs::create_directories(path / name);
    return ledger::sqlite::open_store(path / name);
  }
};

TEST(Carry, files_are_counted_and_stay_whose_they_are) {
  Two stores;
  stores.from->put_blob("main", {"fil_1", "text/plain", "a.txt", "sealed"});
  stores.from->put_blob("main", {"fil_2", "text/plain", "b.txt", "sealed too"});
  note_bytes_kept(*stores.from, "main", 999);  // as somebody wrote it who wants more room
  note_sent(*stores.from, "main", "con_1", "fil_1");
  note_sent(*stores.from, "main", "con_1", "fil_gone");
  note_sent(*stores.from, "other", "con_1", "fil_2");
  const Move move{*stores.from, *stores.to, "main"};
  copy_tables(move);
  copy_senders(move, {"con_1", "con_2"});
  EXPECT_EQ(bytes_kept(*stores.to, "main"), 16u);
  EXPECT_EQ(files_sent_by(*stores.to, "main", "con_1"), std::vector<std::string>{"fil_1"});
  EXPECT_TRUE(files_sent_by(*stores.to, "main", "con_2").empty());
}

}  // namespace
}  // namespace vs::app
