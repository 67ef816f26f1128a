// How a column writes its dates.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "kernel/time.h"

namespace vs::directory {

struct DatePattern {
  std::string pattern;     ///< strftime-like; "" when there is no date at all
  bool ambiguous = false;  ///< day and month could be the other way round
};

/// The pattern that reads most of the values.
DatePattern date_pattern(const std::set<std::string>& values);
/// The date, if it is a sensible one in that pattern.
std::optional<Date> read_date(const std::string& value, const std::string& pattern);
/// The date in whichever pattern reads it.
std::optional<Date> read_any_date(const std::string& value);

}  // namespace vs::directory
