// The public questions, answered by looking at one person, or at everybody.
#include "features/matching/matching.h"

#include <algorithm>

#include "features/matching/criteria.h"

namespace vs::matching {

std::vector<Candidate> candidates_of_all(const directory::State& directory, const policies::State& policies,
                                         const authorizations::State& authorizations, const advocates::State& advocates,
                                         const Need& need, std::size_t limit) {
  const Sources from{directory, policies, authorizations, advocates};
  const Wanted wanted(from, need);
  std::vector<Rank> ranks;
  for (const auto& [id, a] : advocates.advocates) {
    const auto subject = subject_of(from, a);
    if (passes(from, need, subject)) ranks.push_back(rank_of(wanted, a, doubled_points(wanted, subject)));
  }
  std::ranges::sort(ranks, before);
  std::vector<Candidate> out;
  for (const auto& rank : ranks) {
    if (out.size() == limit) break;
    const auto subject = subject_of(from, *rank.advocate);
    out.push_back(described(wanted, subject, verdict(from, need, subject)));
  }
  return out;
}

Candidate explain(const directory::State& directory, const policies::State& policies,
                  const authorizations::State& authorizations, const advocates::State& advocates, const Need& need,
                  const std::string& contact) {
  const Sources from{directory, policies, authorizations, advocates};
  const auto subject = subject_of(from, contact);
  auto out = described(Wanted(from, need), subject, verdict(from, need, subject));
  out.blockers = shut_gates(from, need, subject);
  return out;
}

std::vector<Blocker> gates(const directory::State& directory, const policies::State& policies,
                           const authorizations::State& authorizations, const advocates::State& advocates,
                           const Need& need, const std::string& contact) {
  const Sources from{directory, policies, authorizations, advocates};
  return shut_gates(from, need, subject_of(from, contact));
}

}  // namespace vs::matching
