#include "features/matching/criteria.h"

#include <algorithm>
#include <limits>

#include "kernel/text.h"

namespace vs::matching {
namespace {

// Half the size to twice the size counts as the same; a fifth to five times as close.
Mark compare_sizes(std::int64_t theirs, std::int64_t wanted) {
  if (theirs <= 0) return Mark::unknown;
  const double ratio = double(std::min(theirs, wanted)) / double(std::max(theirs, wanted));
  return ratio >= 0.5 ? Mark::exact : ratio >= 0.2 ? Mark::close : Mark::none;
}

Mark compare_words(const Wanted& wanted, Criterion c, const std::vector<std::string>& theirs, Mark best) {
  for (const auto& value : theirs) {
    const auto word = folded(value);
    if (word == wanted.word[std::size_t(c)]) return Mark::exact;
    if (best != Mark::close) best = near(wanted, c, word) ? Mark::close : Mark::none;
  }
  return best;
}

Mark compare_use_cases(const Wanted& wanted, const Subject& s) {
  const auto mark = compare_words(wanted, Criterion::use_case, s.advocate->topics, Mark::unknown);
  if (mark == Mark::exact || !s.account) return mark;
  return compare_words(wanted, Criterion::use_case, s.account->use_cases, mark);
}

}  // namespace

Wanted::Wanted(const Sources& sources, const Need& n) : from(&sources), need(&n) {
  word = {folded(n.industry), folded(n.product), folded(n.region), folded(n.language), folded(n.persona), {},
          folded(n.topic)};
  const auto& weights = sources.rules().weights;
  for (std::size_t i = 0; i < criteria_count; ++i) {
    const auto c = Criterion(i);
    if (c == Criterion::size ? n.size <= 0 : word[i].empty()) continue;
    const auto it = weights.find(std::string(name_of(c)));
    weight[i] = it == weights.end() ? 0 : std::max(0, it->second);
    total += weight[i];
  }
}

bool near(const Wanted& wanted, Criterion c, const std::string& theirs) {
  const auto& word = wanted.word[std::size_t(c)];
  if (word.empty() || theirs.empty() || c == Criterion::language) return false;
  if (theirs.find(word) != std::string::npos || word.find(theirs) != std::string::npos) return true;
  if (c != Criterion::product) return false;
  const auto* one = directory::product_named(wanted.from->directory, theirs);
  const auto* other = directory::product_named(wanted.from->directory, word);
  return one && other && !one->series.empty() && one->series == other->series;
}

const std::vector<std::string>& facet(const advocates::Advocate& a, Criterion c) {
  switch (c) {
    case Criterion::industry: return a.industries;
    case Criterion::product: return a.products;
    case Criterion::region: return a.regions;
    case Criterion::language: return a.languages;
    default: return a.personas;
  }
}

const advocates::Postings& postings(const advocates::Index& index, Criterion c) {
  switch (c) {
    case Criterion::industry: return index.industries;
    case Criterion::product: return index.products;
    case Criterion::region: return index.regions;
    case Criterion::language: return index.languages;
    default: return index.personas;
  }
}

std::string wish(Criterion c, const Need& need) {
  switch (c) {
    case Criterion::industry: return need.industry;
    case Criterion::product: return need.product;
    case Criterion::region: return need.region;
    case Criterion::language: return need.language;
    case Criterion::seniority: return need.persona;
    case Criterion::size: return std::to_string(need.size) + " employees";
    default: return need.topic;
  }
}

Mark mark_of(const Wanted& wanted, Criterion c, const Subject& s) {
  if (c == Criterion::size) return s.account ? compare_sizes(s.account->employees, wanted.need->size) : Mark::unknown;
  if (c == Criterion::use_case) return compare_use_cases(wanted, s);
  return compare_words(wanted, c, facet(*s.advocate, c), Mark::unknown);
}

int doubled_points(const Wanted& wanted, const Subject& s) {
  int sum = 0;
  for (std::size_t i = 0; i < criteria_count; ++i)
    if (wanted.weight[i] > 0) sum += wanted.doubled(Criterion(i), mark_of(wanted, Criterion(i), s));
  return sum;
}

int score_of(const Wanted& wanted, int doubled) {
  if (wanted.total == 0) return 100;
  return (100 * doubled + wanted.total) / (2 * wanted.total);
}

bool before(const Rank& a, const Rank& b) {
  if (a.doubled != b.doubled) return a.doubled > b.doubled;
  if (a.load != b.load) return a.load < b.load;
  if (a.last_used != b.last_used) return a.last_used < b.last_used;
  return a.advocate->id < b.advocate->id;
}

Rank rank_of(const Wanted& wanted, const advocates::Advocate& advocate, int doubled) {
  const auto load = advocates::load(advocate, wanted.need->on);
  const auto last =
      load.last_used_on ? load.last_used_on->day.time_since_epoch().count() : std::numeric_limits<std::int64_t>::min();
  return {doubled, load.quarter, last, &advocate};
}

}  // namespace vs::matching
