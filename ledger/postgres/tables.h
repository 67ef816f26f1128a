// The plain tables of the store in PostgreSQL: what nobody will have to prove.
#pragma once

#include "ledger/postgres/desk.h"
#include "ledger/postgres/postgres_links.h"

namespace vs::ledger::postgres {

/// The part of `Store` that needs no transaction of its own.
class Tables : public Store {
 public:
  Tables(const std::string& url, const std::string& setup, bool tries_again) : desk_(url, setup, tries_again) {}

  void put_checkpoint(const std::string& workspace, std::uint64_t size, const std::string& note) override;
  std::optional<std::string> checkpoint(const std::string& workspace) override;
  std::vector<WorkspaceRow> workspaces() override;
  std::vector<std::string> versions() override;

  void reseal(const std::vector<SealedOfOwner>&) override;

  void put_user(const UserRow&) override;
  std::optional<UserRow> user_by_email(const std::string& email) override;
  std::optional<UserRow> user(const std::string& id) override;

  void put_session(const SessionRow&) override;
  void touch_session(const std::string& digest, Instant seen) override;
  void drop_session(const std::string& digest) override;
  std::vector<SessionRow> sessions() override;
  std::optional<SessionRow> session(const std::string& digest) override;

  void put_token(const TokenRow&) override;
  std::vector<TokenRow> tokens() override;
  void note_token_use(const std::string& id, Instant) override;

  void put_blob(const std::string& workspace, const BlobRow&) override;
  std::optional<BlobRow> blob(const std::string& workspace, const std::string& digest) override;

  std::vector<std::string> blobs(const std::string& workspace) override;

  void put_setting(const std::string& user, const std::string& key, const std::string& value) override;
  std::optional<std::string> setting(const std::string& user, const std::string& key) override;
  std::map<std::string, std::string> settings(const std::string& user) override;

  LinkTables& links() override { return links_; }

 protected:
  /// Lets other nodes look at sessions and tokens again.
  void tell_tables();
  Desk desk_;

 private:
  PostgresLinks links_{desk_};
};

}  // namespace vs::ledger::postgres
