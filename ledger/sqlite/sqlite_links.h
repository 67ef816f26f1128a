// Links and what they open, in the same file as the ledger.
#pragma once

#include <filesystem>
#include <mutex>

#include "ledger/link_tables.h"
#include "ledger/sqlite/db.h"

namespace vs::ledger::sqlite {

class SqliteLinks final : public LinkTables {
 public:
  /// Shares the store's connection and its lock.
  SqliteLinks(Db&, std::mutex&);

  /// Takes over links that an earlier version kept in a file of their own.
  void adopt(const std::filesystem::path& file);

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
  template <class... A>
  std::size_t write(const char* sql, const A&... values);
  template <class Row, class F, class... A>
  std::vector<Row> rows(const char* sql, F read, const A&... values);

  Db& db_;
  std::mutex& lock_;
};

}  // namespace vs::ledger::sqlite
