// After an incident: about whom something was held by then, of what kinds, and what was recorded of them between two
// times. It is what a notice to the authority and to the people has to say (Art. 33, 34 GDPR). Reading leaves no fact
// in the ledger: who looked at what stands in the log of requests, as far as it is kept.
#pragma once

#include <map>
#include <vector>

#include "app/house.h"
#include "features/privacy/processing.h"

namespace vs::app {

enum class AffectedKind { contact, person, seller };
BOOST_DESCRIBE_ENUM(AffectedKind, contact, person, seller)

/// One person about whom something was held at the end of the time.
struct AffectedRow {
  std::string id, name;
  AffectedKind kind{};
  std::vector<privacy::Category> categories;
  std::uint64_t records = 0;  ///< words of theirs that are held
  std::uint64_t written = 0;  ///< of these, recorded between the two times
  std::uint64_t named = 0;    ///< facts recorded between the two times that name them
  bool handed_out = false;    ///< all that is held of them left as a zip meanwhile
};
BOOST_DESCRIBE_STRUCT(AffectedRow, (), (id, name, kind, categories, records, written, named, handed_out))

struct BreachReport {
  Instant from, to;
  std::map<std::string, std::uint64_t> records;  ///< by category, those of files included, which belong to nobody
  std::vector<AffectedRow> people;               ///< those first of whom most was recorded meanwhile
};

/// Reads the whole ledger up to `to`. Words that were erased since are not held and not counted.
BreachReport breach_report(House&, const std::string& workspace, Instant from, Instant to);

}  // namespace vs::app
