// Links and what they open, in PostgreSQL.
#pragma once

#include "ledger/link_tables.h"
#include "ledger/postgres/desk.h"

namespace vs::ledger::postgres {

class PostgresLinks final : public LinkTables {
 public:
  explicit PostgresLinks(Desk& desk) : desk_(desk) {}

  void put_link(const LinkRow&) override;
  std::optional<LinkRow> link(const std::string& digest) override;
  std::vector<LinkRow> links_about(const std::string& workspace, const std::string& about) override;
  std::vector<LinkRow> links_of(const std::string& workspace) override;
  std::size_t revoke_links(const std::string& workspace, const std::string& about, const std::string& contact,
                           Instant now) override;
  void put_portal_session(const PortalSessionRow&) override;
  void touch_portal_session(const std::string& digest, Instant seen) override;
  std::optional<PortalSessionRow> portal_session(const std::string& digest) override;
  void drop_portal_session(const std::string& digest) override;
  void put_code(const CodePlace&, const std::string& digest, Instant made) override;
  std::optional<std::string> try_code(const CodePlace&, Instant since, int tries_most) override;
  void drop_code(const CodePlace&) override;
  void forget_links(Instant codes, Instant sessions, Instant links) override;

 private:
  Desk& desk_;
};

}  // namespace vs::ledger::postgres
