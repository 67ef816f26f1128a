// Nodes on one PostgreSQL: LISTEN tells at once who wrote, a look at the heads every second tells what was missed, and
// an advisory lock that ends with its connection says who leads.
#pragma once

#include "ledger/neighbours.h"
#include "ledger/postgres/connection.h"

namespace vs::ledger::postgres {

/// Words of a notification: that a ledger grew, or that sessions or tokens changed.
std::string grew(const std::string& workspace, std::uint64_t size);
inline constexpr const char* tables_changed = "tables";

class PostgresNeighbours final : public Neighbours {
 public:
  explicit PostgresNeighbours(const std::string& url);

  News wait(std::chrono::milliseconds most) override;
  bool lead() override;
  void leave() override { db_.close(); }
  /// What `pg_stat_activity` calls this node as long as it lives: `vouchsafe 1.2.3`. Before anything is asked.
  void introduce(const std::string& version);

 private:
  void look(News&);
  Connection db_;
  int leading_as_ = 0;  ///< server process that holds our lock
  std::chrono::steady_clock::time_point looked_{};
};

}  // namespace vs::ledger::postgres
