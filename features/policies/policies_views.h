// What people see of the policies: settings with their history, and the setup checklist.
#pragma once

#include "features/policies/policies.h"

namespace vs::policies {

struct HistoryRow {
  std::uint64_t revision = 0;
  Instant at;
  std::string who, what;
};
BOOST_DESCRIBE_STRUCT(HistoryRow, (), (revision, at, who, what))

struct Row {
  std::string id, title;
  bool adopted = false;
  json::Object values;
  std::uint64_t revision = 0;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, title, adopted, values, revision, version))

struct Item : Row {
  json::Object defaults;  ///< to compare with, and to go back to
  std::vector<HistoryRow> history;
};
BOOST_DESCRIBE_STRUCT(Item, (Row), (defaults, history))

struct Checklist {
  std::vector<SetupItem> items;
  int done = 0;
  int total = 0;
};
BOOST_DESCRIBE_STRUCT(Checklist, (), (items, done, total))

std::vector<Row> rows(const State&, const Ask&);
Result<Item> item(const State&, const people::State&, const Ask&);
Result<Checklist> checklist(const State&, const people::State&, const Ask&);

}  // namespace vs::policies
