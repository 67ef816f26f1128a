// Who may do what, cell by cell: tests/matrix.csv is written for people to read and sign; app/policy.cc is what runs.
// A new command or query needs its line there; a changed cell is changed in both, knowingly.
// MISSION: PRG-07, REC-06
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "app/modules.h"
#include "app/policy.h"
#include "features/people/people.h"

namespace {

using Line = std::map<std::string, std::string>;

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream text(line);
  for (std::string cell; std::getline(text, cell, ',');) {
    const auto from = cell.find_first_not_of(' ');
    out.push_back(from == std::string::npos ? "" : cell.substr(from, cell.find_last_not_of(' ') - from + 1));
  }
  return out;
}

// Name of command or query → role → "x" or "".
const std::map<std::string, Line>& matrix() {
  static const auto all = [] {
    std::map<std::string, Line> out;
    std::ifstream file("tests/matrix.csv");
    std::string text;
    std::getline(file, text);
    const auto head = cells(text);
    while (std::getline(file, text)) {
      auto row = cells(text);
      row.resize(head.size());
      EXPECT_FALSE(out.contains(row[0])) << row[0] << " stands there twice";
      for (std::size_t i = 1; i < head.size(); ++i) out[row[0]][head[i]] = row[i];
    }
    return out;
  }();
  return all;
}

// Routes of the house itself, which no feature registers.
const std::vector<std::string> of_the_house{
    "files.create",   "files.item",      "tokens.create",   "saved_views.create",
    "audit.list",     "dump.item",       "proof.item",      "authorizations.evidence",
    "subjects.found", "subjects.export", "processing.list", "affected.list"};

std::vector<std::string> names() {
  std::vector<std::string> out = of_the_house;
  for (const auto& module : vs::modules()) {
    for (const auto& command : module.commands) out.push_back(command.name);
    for (const auto& query : module.queries) out.push_back(query.name);
  }
  return out;
}

TEST(Matrix, every_command_and_query_has_a_line) {
  for (const auto& name : names()) EXPECT_TRUE(matrix().contains(name)) << "tests/matrix.csv lacks " << name;
}

TEST(Matrix, every_line_is_of_a_command_or_query_that_exists) {
  for (const auto& [name, line] : matrix()) EXPECT_TRUE(vs::policy::has_row(name)) << name << " does not exist";
}

TEST(Matrix, has_a_column_for_every_role_and_one_for_the_customer) {
  ASSERT_FALSE(matrix().empty());
  auto columns = vs::people::all_roles();
  columns.insert("customer");  // nobody of the staff: who comes through the portal
  for (const auto& [name, line] : matrix()) {
    EXPECT_EQ(line.size(), columns.size()) << name;
    for (const auto& column : columns) EXPECT_TRUE(line.contains(column)) << column;
  }
}

TEST(Matrix, says_what_the_policy_table_allows) {
  for (const auto& [name, line] : matrix())
    for (const auto& [role, cell] : line) {
      EXPECT_TRUE(cell == "x" || cell.empty()) << name << " for " << role << ": '" << cell << "'";
      EXPECT_EQ(vs::policy::allows(name, {role}), cell == "x") << name << " for " << role;
    }
}

}  // namespace
