// How the wishes narrow the field, and which one costs most (MAT-03).
#include <algorithm>
#include <array>
#include <bitset>

#include "features/matching/criteria.h"

namespace vs::matching {
namespace {

// Which wishes this person misses; a close fit meets a wish, something unknown does not.
std::bitset<criteria_count> missed(const Wanted& wanted, const Subject& s) {
  std::bitset<criteria_count> out;
  for (std::size_t i = 0; i < criteria_count; ++i) {
    if (wanted.weight[i] == 0) continue;
    const auto mark = mark_of(wanted, Criterion(i), s);
    out[i] = mark == Mark::none || mark == Mark::unknown;
  }
  return out;
}

}  // namespace

Narrowing narrowing(const directory::State& directory, const policies::State& policies,
                    const authorizations::State& authorizations, const advocates::State& advocates, const Need& need) {
  const Sources from{directory, policies, authorizations, advocates};
  const Wanted wanted(from, need);
  Narrowing out;
  out.active = int(advocates.index.active.cardinality());
  std::array<int, criteria_count> gained{};
  for (const auto ordinal : advocates.index.active & advocates.index.use_types[std::size_t(need.use_type)]) {
    const auto subject = subject_of(from, *advocates.by_ordinal[ordinal]);
    if (!passes(from, need, subject)) continue;
    ++out.eligible;
    const auto misses = missed(wanted, subject);
    if (misses.none()) ++out.all_wishes;
    for (std::size_t i = 0; i < criteria_count; ++i) gained[i] += misses.count() == 1 && misses[i];
  }
  for (std::size_t i = 0; i < criteria_count; ++i)
    if (wanted.weight[i] > 0)
      out.wishes.push_back(
          {std::string(name_of(Criterion(i))), wish(Criterion(i), need), out.all_wishes, out.all_wishes + gained[i]});
  std::ranges::stable_sort(out.wishes, std::greater{}, &Wish::without);
  return out;
}

}  // namespace vs::matching
