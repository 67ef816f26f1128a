// What the registry as a whole must hold: everything has a row in the policy table, every event is explained.
// MISSION: PRG-07, INT-01, REC-01
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/modules.h"
#include "app/policy.h"
#include "engine/registry.h"

namespace {

std::string content(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return std::move(text).str();
}

TEST(Registry, every_command_and_query_has_a_row_in_the_policy_table) {
  for (const auto& module : vs::modules()) {
    for (const auto& command : module.commands) EXPECT_TRUE(vs::policy::has_row(command.name)) << command.name;
    for (const auto& query : module.queries) EXPECT_TRUE(vs::policy::has_row(query.name)) << query.name;
  }
}

TEST(Registry, the_auditor_changes_nothing) {
  for (const auto& module : vs::modules())
    for (const auto& command : module.commands)
      EXPECT_FALSE(vs::policy::allows(command.name, {"auditor"})) << command.name;
}

TEST(Registry, nobody_without_a_role_may_do_or_see_anything) {
  for (const auto& module : vs::modules()) {
    for (const auto& command : module.commands) EXPECT_FALSE(vs::policy::allows(command.name, {})) << command.name;
    for (const auto& query : module.queries) EXPECT_FALSE(vs::policy::allows(query.name, {})) << query.name;
  }
}

TEST(Registry, names_are_unique) {
  EXPECT_NO_THROW(vs::engine::Registry{vs::modules()});
}

TEST(Registry, every_command_has_a_label_and_a_form) {
  for (const auto& module : vs::modules())
    for (const auto& command : module.commands) {
      EXPECT_FALSE(command.label.empty()) << command.name;
      EXPECT_TRUE(command.input().is_object()) << command.name;
    }
}

TEST(Registry, the_readme_of_a_feature_names_each_of_its_events) {
  for (const auto& module : vs::modules()) {
    const auto readme = content("features/" + module.name + "/README.md");
    for (const auto* event : module.events)
      EXPECT_NE(readme.find(event->type), std::string::npos) << module.name << "/README.md lacks " << event->type;
  }
}

}  // namespace
