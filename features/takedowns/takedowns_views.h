// Take-downs as people see them.
#pragma once

#include "features/directory/directory.h"
#include "features/people/people.h"
#include "features/takedowns/takedowns.h"

namespace vs::takedowns {

struct Row {
  std::string id, number, authorization, authorization_number, contact, contact_name, account, account_name;
  UseType use_type{};
  Channel channel{};
  std::string request;
  Date used_on;
  Cause cause{};
  std::string owner, owner_name;
  Date due;
  bool overdue = false;
  Status status{};
  std::optional<How> how;
  Instant raised_at;
  std::optional<Instant> closed_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, number, authorization, authorization_number, contact, contact_name, account, account_name,
                       use_type, channel, request, used_on, cause, owner, owner_name, due, overdue, status, how,
                       raised_at, closed_at, version))

struct EvidenceView {
  std::string file, name;
};
BOOST_DESCRIBE_STRUCT(EvidenceView, (), (file, name))

struct Item : Row {
  std::string link, note, closed_by;
  std::vector<EvidenceView> evidence;
};
BOOST_DESCRIBE_STRUCT(Item, (Row), (link, note, closed_by, evidence))

std::vector<Row> rows(const State&, const people::State&, const directory::State&, const authorizations::State&,
                      const Ask&);
Result<Item> item(const State&, const people::State&, const directory::State&, const authorizations::State&,
                  const Ask&);

}  // namespace vs::takedowns
