// A record is found by its id, stands where it stood, and is walked in the order in which it came.
#include "kernel/by_id.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <vector>

namespace vs {
namespace {

TEST(ById, agrees_with_a_map_and_a_list_for_any_sequence_of_deeds) {
  std::mt19937 random{7};
  ById<int> table;
  std::map<std::string, int> plain;
  std::vector<std::string> order;
  for (int n = 0; n < 20'000; ++n) {
    const std::string id = "id_" + std::to_string(random() % 300);
    if (random() % 3 == 0) {
      EXPECT_EQ(table.erase(id), plain.erase(id));
      std::erase(order, id);
    } else {
      if (!plain.contains(id)) order.push_back(id);
      table[id] = plain[id] = n;
    }
  }
  ASSERT_EQ(table.size(), plain.size());
  std::vector<std::string> walked;
  for (const auto& [id, value] : table) {
    walked.push_back(id);
    EXPECT_EQ(value, plain.at(id));
    EXPECT_EQ(table.find(id)->second, value);
  }
  EXPECT_EQ(walked, order);
  EXPECT_FALSE(table.contains("nobody"));
  EXPECT_THROW(table.at("nobody"), std::out_of_range);
}

TEST(ById, a_copy_is_its_own_and_records_never_move) {
  ById<std::string> table;
  const auto* first = &table["a"];
  for (int n = 0; n < 1'000; ++n) table["id_" + std::to_string(n)] = "x";
  EXPECT_EQ(first, &table.at("a"));
  auto copy = table;
  copy["a"] = "changed";
  EXPECT_EQ(table.at("a"), "");
  EXPECT_EQ(copy.find("id_7")->second, "x");
  const auto moved = std::move(table);
  EXPECT_EQ(first, &moved.at("a"));
}

}  // namespace
}  // namespace vs
