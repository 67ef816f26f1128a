// The record of processing is complete: every fact that holds words about people has its row, and no row is about
// nothing.
// MISSION: REC-05
#include <gtest/gtest.h>

#include <set>

#include "app/modules.h"
#include "features/privacy/processing.h"
#include "features/privacy/retention.h"

namespace {

// Event types with words about people, as the program stores them.
std::set<std::string> with_words() {
  std::set<std::string> out;
  for (const auto& module : vs::modules())
    for (const auto* event : module.events)
      if (!event->personal_fields().empty()) out.emplace(event->type);
  return out;
}

TEST(Processing, every_fact_with_words_about_people_has_a_row) {
  const auto& table = vs::privacy::processing_table();
  const auto facts = with_words();
  EXPECT_GT(facts.size(), 60u);
  for (const auto& type : facts) EXPECT_TRUE(table.contains(type)) << type << " has no row in processing.cc";
}

TEST(Processing, no_row_is_about_a_fact_without_such_words) {
  const auto facts = with_words();
  for (const auto& [type, row] : vs::privacy::processing_table())
    EXPECT_TRUE(facts.contains(std::string(type))) << type << " holds no words about people";
}

TEST(Processing, retention_named_is_a_rule) {
  std::set<std::string_view> rules{""};
  for (const auto& rule : vs::privacy::delivered_rules()) rules.insert(rule.id);
  for (const auto& [type, row] : vs::privacy::processing_table()) EXPECT_TRUE(rules.contains(row.retention)) << type;
}

TEST(Processing, fields_are_named_by_their_path) {
  std::vector<std::string> fields;
  for (const auto& module : vs::modules())
    for (const auto* event : module.events)
      if (event->type == "contact.added") fields = event->personal_fields();
  EXPECT_EQ(fields, (std::vector<std::string>{"facts.name", "facts.email", "facts.phone"}));
}

}  // namespace
