// The vocabulary of the sample: a fictional maker of measuring instruments and its fictional customers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vs::app {

/// A small, seeded source of chance, so that the sample is the same at every start.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  /// 0 … n-1.
  std::size_t below(std::size_t n);
  bool percent(int p) { return int(below(100)) < p; }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all[below(all.size())];
  }

 private:
  std::uint64_t state_;
};

struct SampleAccount {
  std::string id, name, industry, country, language, time_zone, tier;
  int employees = 0, health = 0;
  std::vector<std::string> products;
};

const std::vector<std::string>& sample_products();
const std::vector<std::string>& sample_industries();
std::vector<SampleAccount> sample_accounts(Chance&, std::size_t n);
std::string sample_person(Chance&);
const std::vector<std::string>& sample_titles();
const std::vector<std::string>& sample_topics();
const std::vector<std::string>& sample_use_cases();

}  // namespace vs::app
