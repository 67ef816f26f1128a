// A synthetic town of customers, the same for every size: customer n is a pure function of n. Four of them work
// for one company.
#pragma once

#include <optional>
#include <set>

#include "kernel/event.h"

namespace vs::bench {

constexpr int industries = 20, regions = 12, products = 30, languages = 8;
constexpr std::size_t per_company = 4;

struct Company {
  int industry = 0, region = 0;
  std::int64_t employees = 0;
  bool opted_out = false, severe_issue = false;
};
struct Customer {
  std::set<int> products;
  int language = 0;
  bool active = true, opted_out = false;
  std::optional<int> permitted_days;  ///< permission for reference calls ends so many days from today
  std::optional<int> used_days_ago;   ///< gave a reference call then
  int confirmed_days_ago = 0;
};

Company company(std::size_t n);
Customer customer(std::size_t n);

/// Words for the codes; none of them is part of another, so that nothing is "close" by accident.
std::string industry_word(int);
std::string region_word(int);
std::string product_word(int);
std::string language_word(int);
/// Ids that sort like the numbers.
std::string numbered(const char* prefix, std::size_t n);

/// Everything that ever happened to customer n, and to their company when n is its first.
Events history_of(std::size_t n, Date today);

}  // namespace vs::bench
