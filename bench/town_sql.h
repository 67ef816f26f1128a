// The town as normalised tables in SQLite in memory, and the question of matching put to it in SQL: what a careful
// team would write instead.
#pragma once

#include <optional>

#include "kernel/time.h"
#include "ledger/sqlite/db.h"

namespace vs::bench {

/// What is looked for; nothing means: no wish.
struct Wish {
  std::optional<int> industry, region, product, language;
};

class TownSql {
 public:
  TownSql(std::size_t customers, Date today);
  /// Numbers of the best twenty: every gate, the same score, the same order as matching's.
  std::vector<std::size_t> best(const Wish&);
  /// A cheaper question: wishes as hard conditions instead of a score, so that indexes help.
  std::vector<std::size_t> exact(const Wish&);

 private:
  void fill(std::size_t customers);
  std::vector<std::size_t> ask(ledger::sqlite::Statement&, const Wish&);

  std::int64_t today_, quarter_;
  ledger::sqlite::Db db_;
  std::optional<ledger::sqlite::Statement> best_, exact_;
};

}  // namespace vs::bench
