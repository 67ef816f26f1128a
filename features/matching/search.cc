// The best candidates without looking at everybody (MAT-07). Advocates fall into groups by which facets fit
// exactly, closely or not; groups are opened from the most promising on, and gates are asked only of those
// who would be proposed. `candidates_of_all` is the plain form of the same.
#include <algorithm>
#include <memory>
#include <queue>

#include "features/matching/criteria.h"
#include "features/matching/row.h"

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
// Somebody in line. What needs the company is taken at its best until their turn comes.
struct Place {
  int doubled = 0;
  Turn turn;
  bool resolved = true;
  const directory::Account* company = nullptr;
  std::optional<std::size_t> row;  // the row they lead
};
struct LaterProposal {
  const Turns* turns;
  bool operator()(const Place& a, const Place& b) const {
    return a.doubled != b.doubled ? a.doubled < b.doubled : turns->before(b.turn, a.turn);
  }
};

class Search {
 public:
  Search(const Sources& from, const Need& need)
      : from_(from), need_(need), wanted_(from, need), turns_(from.advocates, need.on) {
    for (std::size_t i = 0; i < facet_count; ++i)
      if (wanted_.weight[i] > 0) facets_.push_back(facet_of(Criterion(i)));
    std::ranges::stable_sort(facets_, std::greater{}, &Facet::weight);
    for (std::size_t i = facet_count; i < criteria_count; ++i) rest_ += 2 * wanted_.weight[i];
  }

  std::vector<Candidate> best(std::size_t limit) {
    const auto& index = from_.advocates.index;
    auto all = std::make_shared<Bitmap>(index.active & index.use_types[std::size_t(need_.use_type)]);
    open(std::move(all), 0, 0);
    std::vector<Candidate> out;
    while (out.size() < limit && !(groups_.empty() && ready_.empty())) {
      if (!groups_.empty() && (ready_.empty() || groups_.top().bound >= ready_.top().doubled)) {
        cut();
        continue;
      }
      const auto next = ready_.top();
      ready_.pop();
      if (next.row) lead(*next.row, next.doubled);
      if (next.resolved) propose(next, out);
      else resolve(next);
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
    if (group->isEmpty()) return;
    if (depth == facets_.size()) return line_up(*group, points);
    if (group->cardinality() <= small_group) return look_at(*group, depth, points);
    const auto& facet = facets_[depth];
    const int later = best_possible(depth + 1);
    const auto add = [&](Mark mark, int worth) {
      groups_.push({group, depth + 1, mark, points + worth, points + worth + later});
    };
    if (facet.exact) add(Mark::exact, 2 * facet.weight);
    if (!facet.close.isEmpty()) add(Mark::close, facet.weight);
    add(Mark::none, 0);
  }

  // Puts the members in line one by one.
  void look_at(const Bitmap& group, std::size_t depth, int points) {
    for (const auto ordinal : group) {
      int sum = points;
      for (std::size_t i = depth; i < facets_.size(); ++i) {
        const auto& facet = facets_[i];
        if (facet.exact && facet.exact->contains(ordinal)) sum += 2 * facet.weight;
        else if (facet.close.contains(ordinal)) sum += facet.weight;
      }
      ready_.push({sum + rest_, turns_.of(ordinal), rest_ == 0, nullptr, {}});
    }
  }

  // All members have the same points: they line up behind their first.
  void line_up(const Bitmap& group, int points) {
    rows_.emplace_back(turns_, group);
    lead(rows_.size() - 1, points + rest_);
  }

  void lead(std::size_t row, int doubled) {
    if (const auto turn = rows_[row].next()) ready_.push({doubled, *turn, rest_ == 0, nullptr, row});
  }

  const advocates::Advocate& advocate(const Place& place) const {
    return *from_.advocates.by_ordinal[place.turn.ordinal];
  }

  // Whoever cannot be asked anyway leaves the line here, before anything is looked up for them.
  void resolve(Place place) {
    const auto& a = advocate(place);
    Subject subject{a.contact, &a};
    if (!own_gates_open(from_, need_, subject)) return;
    subject.account = directory::account(from_.directory, a.account);
    place.doubled -= rest_;
    for (const auto c : {Criterion::size, Criterion::use_case})
      if (wanted_.wished(c)) place.doubled += wanted_.doubled(c, mark_of(wanted_, c, subject));
    place.company = subject.account;
    place.resolved = true;
    place.row.reset();
    ready_.push(place);
  }

  void propose(const Place& place, std::vector<Candidate>& out) const {
    const auto& a = advocate(place);
    Subject subject{a.contact, &a, nullptr, place.company};
    if (!own_gates_open(from_, need_, subject)) return;
    subject.contact = directory::contact(from_.directory, a.contact);
    if (!subject.account) subject.account = directory::account(from_.directory, a.account);
    const auto allowed = passes(from_, need_, subject);
    if (allowed) out.push_back(described(wanted_, subject, *allowed));
  }

  const Sources& from_;
  const Need& need_;
  const Wanted wanted_;
  const Turns turns_;
  std::vector<Facet> facets_;
  int rest_ = 0;  // doubled weights of the criteria without bitmaps
  std::priority_queue<Group, std::vector<Group>, LessPromising> groups_;
  std::vector<Row> rows_;
  std::priority_queue<Place, std::vector<Place>, LaterProposal> ready_{LaterProposal{&turns_}};
};

}  // namespace

std::vector<Candidate> candidates(const directory::State& directory, const policies::State& policies,
                                  const authorizations::State& authorizations, const advocates::State& advocates,
                                  const Need& need, std::size_t limit) {
  const Sources from{directory, policies, authorizations, advocates};
  return Search(from, need).best(limit);
}

}  // namespace vs::matching
