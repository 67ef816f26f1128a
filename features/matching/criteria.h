// Criteria of comparability (MAT-02) and how a person compares to a need. Internal to matching.
#pragma once

#include <array>

#include "features/matching/subject.h"

namespace vs::matching {

/// The criteria in the order in which they are shown. The first five are facets of the profile and have bitmaps.
enum class Criterion { industry, product, region, language, seniority, size, use_case };
BOOST_DESCRIBE_ENUM(Criterion, industry, product, region, language, seniority, size, use_case)
inline constexpr std::size_t criteria_count = 7, facet_count = 5;

/// A need made ready for many comparisons: folded words, weights in half points.
struct Wanted {
  explicit Wanted(const Sources&, const Need&);

  const Sources* from;
  const Need* need;
  std::array<int, criteria_count> weight{};      ///< 0 where there is no wish or the policy gives none
  std::array<std::string, criteria_count> word;  ///< folded; "" for size
  int total = 0;                                 ///< of all weights

  bool wished(Criterion c) const { return weight[std::size_t(c)] > 0; }
  /// Twice the points of a mark, so that close (half the weight) stays whole.
  int doubled(Criterion c, Mark m) const {
    return weight[std::size_t(c)] * (m == Mark::exact ? 2 : m == Mark::close ? 1 : 0);
  }
};

/// What the need says about a criterion, in words.
std::string wish(Criterion, const Need&);
/// Is `theirs` (folded) near enough to the wanted word to count half?
bool near(const Wanted&, Criterion, const std::string& theirs);
Mark mark_of(const Wanted&, Criterion, const Subject&);
/// Sum over all wishes, doubled.
int doubled_points(const Wanted&, const Subject&);
/// 0..100; whoever has no wishes finds everybody equally good.
int score_of(const Wanted&, int doubled);
/// Facet values of the profile for one of the first five criteria.
const std::vector<std::string>& facet(const advocates::Advocate&, Criterion);
/// The bitmaps of one of the first five criteria.
const advocates::Postings& postings(const advocates::Index&, Criterion);

/// Where somebody stands in the order of proposals: points, then lower load, then longer rest, then id.
struct Rank {
  int doubled = 0, load = 0;
  std::int64_t last_used = 0;  ///< day number; unused people come first
  const advocates::Advocate* advocate = nullptr;
};
bool before(const Rank&, const Rank&);
Rank rank_of(const Wanted&, const advocates::Advocate&, int doubled);

/// The candidate with score, reasons, compromises, load and permission, without gates.
Candidate described(const Wanted&, const Subject&, const authorizations::Verdict&);

}  // namespace vs::matching
