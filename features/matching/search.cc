// The best candidates without looking at everybody (MAT-07). Advocates fall into groups by which facets fit
// exactly, closely or not; groups are opened from the most promising on, and gates are asked only of those
// who would be proposed. `candidates_of_all` is the plain form of the same.
#include <algorithm>
#include <memory>
#include <queue>

#include "features/matching/criteria.h"

namespace vs::matching {
namespace {

using advocates::Bitmap;

// Groups smaller than this are looked at one by one.
constexpr std::uint64_t small_group = 48;

struct Facet {
  Criterion criterion{};
  int weight = 0;
  const Bitmap* exact = nullptr;  // may be null: nobody
  Bitmap close;
};

// Part of a group, cut out only when its turn comes.
struct Group {
  std::shared_ptr<const Bitmap> of;
  std::size_t depth = 0;  // facets decided, this one included
  Mark mark{};
  int points = 0, bound = 0;
};

struct LessPromising {
  bool operator()(const Group& a, const Group& b) const { return a.bound < b.bound; }
};
struct LaterProposal {
  bool operator()(const Rank& a, const Rank& b) const { return before(b, a); }
};

class Search {
 public:
  Search(const Sources& from, const Need& need) : from_(from), need_(need), wanted_(from, need) {
    for (std::size_t i = 0; i < facet_count; ++i)
      if (wanted_.weight[i] > 0) facets_.push_back(facet_of(Criterion(i)));
    std::ranges::stable_sort(facets_, std::greater{}, &Facet::weight);
    for (std::size_t i = facet_count; i < criteria_count; ++i) rest_ += 2 * wanted_.weight[i];
  }

  std::vector<const advocates::Advocate*> best(std::size_t limit) {
    const auto& index = from_.advocates.index;
    auto all = std::make_shared<Bitmap>(index.active & index.use_types[std::size_t(need_.use_type)]);
    open(std::move(all), 0, 0);
    std::vector<const advocates::Advocate*> out;
    while (out.size() < limit && !(groups_.empty() && ready_.empty())) {
      if (!groups_.empty() && (ready_.empty() || groups_.top().bound >= ready_.top().doubled)) {
        cut();
        continue;
      }
      const auto* next = ready_.top().advocate;
      ready_.pop();
      if (passes(from_, need_, subject_of(from_, *next))) out.push_back(next);
    }
    return out;
  }

 private:
  Facet facet_of(Criterion c) const {
    Facet out{c, wanted_.weight[std::size_t(c)], nullptr, {}};
    for (const auto& [value, bitmap] : postings(from_.advocates.index, c)) {
      if (value == wanted_.word[std::size_t(c)]) out.exact = &bitmap;
      else if (near(wanted_, c, value)) out.close |= bitmap;
    }
    return out;
  }

  int best_possible(std::size_t depth) const {
    int sum = rest_;
    for (std::size_t i = depth; i < facets_.size(); ++i) sum += 2 * facets_[i].weight;
    return sum;
  }

  void cut() {
    const Group group = groups_.top();
    groups_.pop();
    const auto& facet = facets_[group.depth - 1];
    auto part = std::make_shared<Bitmap>();
    if (group.mark == Mark::exact) {
      *part = *group.of & *facet.exact;
    } else if (group.mark == Mark::close) {
      *part = *group.of & facet.close;
      if (facet.exact) *part -= *facet.exact;
    } else {
      *part = facet.exact ? *group.of - *facet.exact : *group.of;
      *part -= facet.close;
    }
    open(std::move(part), group.depth, group.points);
  }

  // Splits the group by the next facet, or looks at its members when none is left.
  void open(std::shared_ptr<const Bitmap> group, std::size_t depth, int points) {
    if (depth == facets_.size() || group->cardinality() <= small_group) return look_at(*group);
    const auto& facet = facets_[depth];
    const int later = best_possible(depth + 1);
    const auto add = [&](Mark mark, int worth) {
      groups_.push({group, depth + 1, mark, points + worth, points + worth + later});
    };
    if (facet.exact) add(Mark::exact, 2 * facet.weight);
    if (!facet.close.isEmpty()) add(Mark::close, facet.weight);
    add(Mark::none, 0);
  }

  void look_at(const Bitmap& group) {
    for (const auto ordinal : group) {
      const auto* a = from_.advocates.by_ordinal[ordinal];
      const auto* company = rest_ > 0 ? directory::account(from_.directory, a->account) : nullptr;
      const Subject subject{a->contact, a, nullptr, company};
      ready_.push(rank_of(wanted_, subject));
    }
  }

  const Sources& from_;
  const Need& need_;
  const Wanted wanted_;
  std::vector<Facet> facets_;
  int rest_ = 0;  // doubled weights of the criteria without bitmaps
  std::priority_queue<Group, std::vector<Group>, LessPromising> groups_;
  std::priority_queue<Rank, std::vector<Rank>, LaterProposal> ready_;
};

}  // namespace

std::vector<Candidate> candidates(const directory::State& directory, const policies::State& policies,
                                  const authorizations::State& authorizations, const advocates::State& advocates,
                                  const Need& need, std::size_t limit) {
  const Sources from{directory, policies, authorizations, advocates};
  std::vector<Candidate> out;
  for (const auto* a : Search(from, need).best(limit)) out.push_back(described(from, need, subject_of(from, *a)));
  return out;
}

}  // namespace vs::matching
