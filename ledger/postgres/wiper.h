// Takes what was deleted out of the files of a schema's tables, as far as PostgreSQL lets a program do that: what its
// log, its archive and its backups hold is theirs to forget.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

namespace vs::ledger::postgres {

class Wiper {
 public:
  /// Tables of `sealed` hold nothing that is read without a key: deleted rows leave them. Tables of `plain` are written
  /// anew as a whole, for a VACUUM alone moves rows together and lets stand what was behind them.
  Wiper(std::string url, std::string schema, std::vector<std::string> sealed, std::vector<std::string> plain);

  /// Something was deleted.
  void due() {
    since_ = 0;
    due_ = true;
  }
  /// False while another session of this role still sees what was deleted, or holds a table: nothing was done then.
  bool wipe();

 private:
  const std::string url_, schema_;
  const std::vector<std::string> sealed_, plain_;
  std::atomic<bool> due_{false};
  std::atomic<std::int64_t> since_{0};  ///< a transaction after the deletion; 0 when none is waited for
};

}  // namespace vs::ledger::postgres
