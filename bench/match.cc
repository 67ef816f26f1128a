// Matching over a large pool, beside the same question as normalised SQL over the same people in memory.
#include "app/modules.h"
#include "bench/bench.h"
#include "bench/measure.h"
#include "bench/town.h"
#include "bench/town_sql.h"
#include "engine/registry.h"
#include "features/matching/matching.h"

namespace vs::bench {
namespace {

const Date today = *Date::vj_parse("2026-11-22");

struct Pool {
  explicit Pool(std::size_t customers) : registry(modules()) {
    registry.prepare(world);
    Meta meta{0, *Instant::vj_parse("2026-11-22T09:00:00Z"), {ActorKind::watcher, "history", ""}, "cmd", 0};
    for (std::size_t n = 0; n < customers; ++n)
      for (const auto& event : history_of(n, today)) {
        ++meta.sequence;
        event.apply(world, meta);
      }
  }
  std::vector<matching::Candidate> best(const Wish& wish) const {
    matching::Need need;
    need.use_type = UseType::reference_call;
    need.channel = Channel::sales;
    need.on = today;
    if (wish.industry) need.industry = industry_word(*wish.industry);
    if (wish.region) need.region = region_word(*wish.region);
    if (wish.product) need.product = product_word(*wish.product);
    if (wish.language) need.language = language_word(*wish.language);
    return matching::candidates(world.get<directory::State>(), world.get<policies::State>(),
                                world.get<authorizations::State>(), world.get<advocates::State>(), need, 20);
  }

  engine::Registry registry;
  World world;
};

// Narrow: every wish told. Broad: the industry alone, which hundreds fit equally well.
Wish wish(bool narrow, std::size_t k) {
  Wish out;
  out.industry = int(k % industries);
  if (!narrow) return out;
  out.region = int(k * 7 % regions);
  out.product = int(k * 11 % products);
  out.language = 0;
  return out;
}

template <class F>
double paced(double seconds, Samples& samples, const F& ask) {
  const auto from = Clock::now();
  for (std::size_t k = 0; k < 3 || seconds_since(from) < seconds; ++k) {
    const auto one = Clock::now();
    ask(k);
    samples.add(one);
  }
  return double(samples.count()) / seconds_since(from);
}

bool same(const std::vector<matching::Candidate>& ours, const std::vector<std::size_t>& theirs) {
  if (ours.size() != theirs.size()) return false;
  for (std::size_t i = 0; i < ours.size(); ++i)
    if (ours[i].advocate != numbered("adv_", theirs[i])) return false;
  return true;
}

json::Object compared(const Pool& pool, TownSql& sql, bool narrow, double seconds) {
  Samples ours, theirs, filtered;
  const double us = paced(seconds, ours, [&](std::size_t k) { pool.best(wish(narrow, k)); });
  int checked = 0, equal = 0;
  const double them = paced(seconds, theirs, [&](std::size_t k) {
    const auto found = sql.best(wish(narrow, k));
    if (++checked <= 50) equal += same(pool.best(wish(narrow, k)), found);
  });
  const double hard = paced(seconds, filtered, [&](std::size_t k) { sql.exact(wish(narrow, k)); });
  auto out = figure(us, ours);
  out["sql"] = figure(them, theirs);
  out["sql_hard_filters"] = figure(hard, filtered);
  out["answers_equal"] = std::to_string(equal) + "/" + std::to_string(std::min(checked, 50));
  out["speedup_over_sql"] = rounded(us / them);
  out["speedup_over_sql_hard_filters"] = rounded(us / hard);
  return out;
}

}  // namespace

std::string match(const Options& options) {
  const std::size_t size = options.size ? options.size : 100'000;
  const auto from = Clock::now();
  const Pool pool(size);
  json::Object out{{"bench", "match"}, {"advocates", size}, {"fold_seconds", rounded(seconds_since(from))}};
  TownSql sql(size, today);
  out["narrow"] = compared(pool, sql, true, options.seconds);
  out["broad"] = compared(pool, sql, false, options.seconds);
  return text_of(out);
}

}  // namespace vs::bench
