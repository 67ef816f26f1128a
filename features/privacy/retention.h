// How long each kind of record keeps its words, what is due to go, and how it goes (GDPR Art. 5(1)(e)).
#pragma once

#include "features/privacy/privacy.h"
#include "kernel/ask.h"

namespace vs::privacy {

/// One kind of record, as delivered.
struct DeliveredRule {
  std::string_view id;
  std::string_view what;  ///< a sentence
  int days;
};
const std::vector<DeliveredRule>& delivered_rules();
/// The rule in force: the workspace's own, or as delivered.
Rule rule_in_force(const State&, std::string_view id);

/// What a rule would dispose of now.
struct Due {
  std::uint64_t records = 0;
  std::uint64_t held = 0;  ///< records whose time is over too, but a hold keeps them
  std::vector<std::string> owners, refs;
  std::optional<Instant> oldest;
};
Due due_under(const State&, const directory::State&, const authorizations::State&, const mail::State&,
              std::string_view rule, Date today);

struct RetentionRow {
  std::string id, what;
  int days = 0, delivered_days = 0;
  bool automatic = true, own = false;
  std::uint64_t due_records = 0, due_words = 0, held_records = 0;
  std::optional<Instant> oldest;
  std::uint64_t disposed_records = 0, disposed_words = 0;
  std::optional<Instant> last_disposal;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(RetentionRow, (),
                      (id, what, days, delivered_days, automatic, own, due_records, due_words, held_records, oldest,
                       disposed_records, disposed_words, last_disposal, version))

struct Dispose {};
BOOST_DESCRIBE_STRUCT(Dispose, (), ())

std::vector<RetentionRow> retention_rows(const State&, const directory::State&, const authorizations::State&,
                                         const mail::State&, const Ask&);
Result<RetentionRow> retention_item(const State&, const directory::State&, const authorizations::State&,
                                    const mail::State&, const Ask&);
Result<Decision> dispose(const State&, const directory::State&, const authorizations::State&, const mail::State&,
                         const Dispose&, const Context&);
/// Disposes of what rules that work by themselves have due: one part at a time, until it is gone.
Events dispose_by_itself(const State&, const directory::State&, const authorizations::State&, const mail::State&,
                         const Context&);

}  // namespace vs::privacy
