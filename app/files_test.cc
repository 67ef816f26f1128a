// Files of a workspace have their measure, and what is there already costs nothing.
// QUALITY: S-UPLOAD
#include "app/files.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "app/secrets.h"

namespace vs::app {
namespace {

TEST(Files, of_a_workspace_fill_so_much_room_and_no_more) {
  const auto folder = std::filesystem::temp_directory_path() / ("vs-files-" + random_text(8));
  {
    House house({folder});
    house.found_workspace("ws", "Works", "per_1", "Jo", "jo@example.test", {"administrator"});
    const auto first = store_file(house, "ws", "a.txt", "some words");
    ASSERT_TRUE(first);
    const auto opened = open_file(house, "ws", first->id);
    ASSERT_TRUE(opened) << opened.error().reasons[0].message;
    EXPECT_EQ(opened->bytes, "some words");
    house.store().put_setting("files", "ws", std::to_string(files_bytes_most - 50));
    EXPECT_TRUE(store_file(house, "ws", "a.txt", "some words")) << "it is there already";
    EXPECT_EQ(store_file(house, "ws", "b.txt", "other words, too many").error().reasons[0].code, "files_full");
    house.store().put_setting("files", "ws", "0");
    EXPECT_TRUE(store_file(house, "ws", "b.txt", "other words, too many"));
  }
  std::filesystem::remove_all(folder);
}

TEST(Files, names_are_written_so_that_no_browser_reads_more_into_them) {
  EXPECT_EQ(attachment("a b.txt"), "attachment; filename=\"a b.txt\"; filename*=UTF-8''a%20b.txt");
  EXPECT_EQ(attachment("ä.txt"), "attachment; filename=\"__.txt\"; filename*=UTF-8''%C3%A4.txt");
}

}  // namespace
}  // namespace vs::app
