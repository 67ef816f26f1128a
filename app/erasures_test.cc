// The list of what must never come back: it survives a torn end, and no other hand.
// MISSION: REC-04
// QUALITY: R-RESTORE
#include "app/erasures.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <optional>

#include "features/authorizations/authorizations.h"
#include "features/people/people.h"

namespace vs::app {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / ("vouchsafe-erasures-" + std::to_string(::getpid()));
  Folder() { fs::remove_all(path); }
  ~Folder() { fs::remove_all(path); }
  fs::path list() const { return path / "erasures" / "list.jsonl"; }
};

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A house with one workspace, and its list.
struct Home {
  House house;
  Erasures erasures;
  explicit Home(const Folder& folder)
      : house({folder.path, ""}), erasures(erasures_file(folder.path, ""), house.keys()) {
    if (house.engine().workspaces().empty())
      house.found_workspace("main", "Main", "per_ada", "Ada", "ada@us.test", {"administrator"});
  }
};

TEST(Erasures, a_torn_last_line_is_written_again_and_the_others_stay) {
  Folder folder;
  {
    Home home(folder);
    home.erasures.note(home.house, "main", "shr_1", "con_1", {"con_1"}, {"v_1"});
    home.erasures.note(home.house, "main", "shr_2", "con_2", {"con_2"}, {});
    home.erasures.note(home.house, "main", "shr_2", "con_2", {"con_2"}, {});
  }
  const auto whole = content(folder.list());
  EXPECT_EQ(std::ranges::count(whole, '\n'), 2);
  fs::resize_file(folder.list(), whole.size() - 10);
  Home home(folder);
  EXPECT_EQ(std::ranges::count(content(folder.list()), '\n'), 1);
  home.erasures.note(home.house, "main", "shr_2", "con_2", {"con_2"}, {});
  EXPECT_EQ(content(folder.list()), whole);
}

TEST(Erasures, a_list_changed_by_another_hand_stops_the_start) {
  Folder folder;
  {
    Home home(folder);
    home.erasures.note(home.house, "main", "shr_1", "con_1", {"con_1"}, {});
    home.erasures.note(home.house, "main", "shr_2", "con_2", {"con_2"}, {});
  }
  auto text = content(folder.list());
  text.replace(text.find("con_1"), 5, "con_9");
  std::ofstream(folder.list(), std::ios::binary) << text;
  EXPECT_THROW(Home{folder}, ledger::StoreFailure);
  text = text.substr(text.find('\n') + 1);  // nor may a line be taken out
  std::ofstream(folder.list(), std::ios::binary | std::ios::trunc) << text;
  EXPECT_THROW(Home{folder}, ledger::StoreFailure);
}

TEST(Erasures, withdrawals_are_listed_once_however_often_it_starts_and_a_lost_line_comes_back) {
  Folder folder;
  const auto withdraw = [](Home& home, const char* id) {
    home.house.engine().append("main", {ActorKind::watcher, "test", ""}, [&](const World&, const Context&) {
      return Events{authorizations::Withdrawn{id, "con_1", {}}};
    });
  };
  const auto lines = [&] { return std::ranges::count(content(folder.list()), '\n'); };
  {
    Home home(folder);
    withdraw(home, "aut_1");
    home.erasures.follow(home.house, "main");
    EXPECT_EQ(lines(), 1);
    home.house.engine().append("main", {ActorKind::watcher, "test", ""},
                               [](const World&, const Context&) { return Events{people::Deactivated{"per_ada"}}; });
    home.erasures.follow(home.house, "main");  // nothing new for the list
    withdraw(home, "aut_2");
    home.erasures.follow(home.house, "main");
    home.erasures.follow(home.house, "main");
    EXPECT_EQ(lines(), 2);
  }
  const auto whole = content(folder.list());
  const auto again = [&] {
    Home home(folder);
    home.erasures.destroy_again(home.house.store(), home.house.keys());
    home.erasures.follow(home.house, "main");
    return content(folder.list());
  };
  EXPECT_EQ(again(), whole);
  fs::resize_file(folder.list(), whole.find('\n') + 1);  // as after a crash between the ledger and the list
  EXPECT_EQ(again(), whole);
  fs::resize_file(folder.list(), 0);
  EXPECT_EQ(again(), whole);
}

TEST(Erasures, what_the_ledger_does_not_know_is_destroyed_again_before_it_is_read) {
  Folder folder;
  {
    Home home(folder);
    home.erasures.note(home.house, "main", "shr_1", "per_ada", {"per_ada"}, {});
  }
  std::optional<Erasures> list;
  House house({folder.path, "", true, "", "", [&](ledger::Store& store, ledger::Keys& keys) {
                 list.emplace(erasures_file(folder.path, ""), keys);
                 list->destroy_again(store, keys);
               }});
  const auto* ws = house.engine().workspace("main");
  EXPECT_EQ(people::find(ws->world.get<people::State>(), "per_ada")->email.words(), "");
  EXPECT_EQ(house.keys().find("main", "per_ada"), nullptr);
  EXPECT_EQ(list->record_again(house), 1u);
  EXPECT_FALSE(people::find(ws->world.get<people::State>(), "per_ada")->active);
  EXPECT_EQ(list->record_again(house), 0u);
}

}  // namespace
}  // namespace vs::app
