// Nothing is said to be erased while a log still holds it: a copy that is being made keeps older pages there.
// MISSION: REC-04
// QUALITY: S-ERASE
#include "app/eraser.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <optional>

#include "features/people/people.h"
#include "features/privacy/privacy.h"
#include "ledger/sqlite/db.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;
namespace sqlite = ledger::sqlite;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Somebody who copies a database: reads it as it was at one moment.
struct Copier {
  sqlite::Db db;
  explicit Copier(const fs::path& file) : db(sqlite::read_only_address(file), sqlite::Use::reader) {
    db.run("BEGIN");
    db.run("SELECT * FROM sqlite_master");
  }
};

// A house of Ada, who is to be erased.
struct Home {
  fs::path path = fs::temp_directory_path() / ("vouchsafe-eraser-" + std::to_string(::getpid()));
  std::optional<House> house;
  std::optional<Erasures> erasures;
  std::optional<Eraser> eraser;
  std::string sealed, wrapped;

  Home() {
    fs::remove_all(path);
    house.emplace(HouseOptions{path, ""});
    house->found_workspace("main", "Main", "per_ada", "Ada", "ada@us.test", {"administrator"});
    erasures.emplace(erasures_file(path, ""), house->keys());
    eraser.emplace(*house, *erasures, Beside{});
    house->store().each_vault_row("main", [&](ledger::VaultRow&& row) {
      if (row.owner == "per_ada") sealed = row.sealed;
    });
    sqlite::Db keys(sqlite::read_only_address(path / "keys" / "keys.db"), sqlite::Use::reader);
    sqlite::Statement key(keys, "SELECT wrapped FROM dek WHERE owner = ?");
    key.bind(std::string("main|per_ada")).step();
    wrapped = key.text(0);
  }
  ~Home() { fs::remove_all(path); }

  void ask() {
    house->engine().append("main", {ActorKind::watcher, "test", ""}, [](const World&, const Context&) {
      return Events{privacy::Erasing{"per_ada", "shr_1", {"per_ada"}, {}}};
    });
  }
  bool open() { return !house->engine().workspace("main")->world.get<privacy::State>().shreddings.empty(); }
  bool holds(const std::string& bytes) const {
    for (const auto* file : {"vouchsafe.db", "vouchsafe.db-wal", "keys/keys.db", "keys/keys.db-wal"})
      if (content(path / file).find(bytes) != std::string::npos) return true;
    return false;
  }
};

TEST(Eraser, says_that_words_are_gone_when_a_copy_being_made_no_longer_keeps_them) {
  Home home;
  ASSERT_TRUE(home.holds(home.sealed) && !home.sealed.empty());
  {
    const Copier copier(home.path / "vouchsafe.db");
    home.ask();
    home.eraser->settle();
    EXPECT_TRUE(home.open() && home.holds(home.sealed));
  }
  home.eraser->settle();
  EXPECT_FALSE(home.open() || home.holds(home.sealed));
}

TEST(Eraser, says_that_a_key_is_gone_when_a_copy_being_made_no_longer_keeps_it) {
  Home home;
  ASSERT_TRUE(home.holds(home.wrapped) && !home.wrapped.empty());
  {
    const Copier copier(home.path / "keys" / "keys.db");
    home.ask();
    home.eraser->settle();
    EXPECT_TRUE(home.open() && home.holds(home.wrapped));
  }
  home.eraser->settle();
  EXPECT_FALSE(home.open() || home.holds(home.wrapped));
}

}  // namespace
}  // namespace vs::app
