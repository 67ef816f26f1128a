// Words for a customer or a colleague about a conversation, in their language and on their clock.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "features/policies/codes.h"
#include "kernel/time.h"

namespace vs::activities {

class Words {
 public:
  /// "de-AT" reads German; a language in which nothing is delivered reads English.
  explicit Words(const std::string& language);

  using Values = std::map<std::string, std::string>;
  /// The sentence under the key, its places filled.
  std::string operator()(const std::string& key, const Values& = {}) const;
  /// "a reference call".
  std::string use(UseType) const;
  /// "30 minutes".
  std::string minutes(int) const;
  /// "8 December 2026".
  std::string date(Date) const;
  /// "Tuesday, 8 December 2026, 10:00–10:30 (Madrid)"; UTC when the zone is unknown.
  std::string when(Instant, int minutes, const std::string& time_zone) const;
  /// "Tuesday, 8 December, 10:00 (Madrid)".
  std::string time(Instant, const std::string& time_zone) const;

  struct Book;

 private:
  const Book* book_;
};

}  // namespace vs::activities
