// Load and the ledger of uses: what is asked counts as much as what is done (MAT-09).
#include <algorithm>

#include "features/advocates/advocates.h"

namespace vs::advocates {
namespace {

const UseRecord* open_use(const State& state, const std::string& advocate, const std::string& request) {
  const auto* a = find(state, advocate);
  if (!a) return nullptr;
  const auto it = std::ranges::find_if(
      a->uses, [&](const UseRecord& u) { return u.request == request && u.status < UseStatus::done; });
  return it == a->uses.end() ? nullptr : &*it;
}

bool happened(const UseRecord& use) {
  return use.status == UseStatus::done || use.status == UseStatus::no_show;
}

std::int32_t number(Date day) {
  return std::int32_t(day.day.time_since_epoch().count());
}

void note_settled(Standing& to, const UseRecord& use) {
  const auto quarter = number(quarter_start(use.on));
  to.last_used = std::max(to.last_used, number(use.on));
  if (quarter > to.quarter) {
    to.earlier = to.quarter != Standing::never;
    to.quarter = quarter;
    to.settled = 0;
  }
  if (quarter == to.quarter) ++to.settled;
  else to.earlier = 1;
}

}  // namespace

Date quarter_start(Date day) {
  using namespace std::chrono;
  const year_month_day d{day.day};
  const unsigned first = (unsigned(d.month()) - 1) / 3 * 3 + 1;
  return {sys_days{d.year() / month{first} / 1}};
}

bool counts(const UseRecord& use, Date today) {
  if (use.status == UseStatus::cancelled) return false;
  return use.status < UseStatus::done || quarter_start(use.on) == quarter_start(today);
}

Load load(const Advocate& advocate, Date today) {
  Load out;
  out.max = advocate.max_per_quarter;
  for (const auto& use : advocate.uses) {
    out.quarter += counts(use, today);
    if (use.status < UseStatus::done) ++out.pending;
    if (happened(use) && (!out.last_used_on || *out.last_used_on < use.on)) out.last_used_on = use.on;
  }
  return out;
}

Standing standing(const Advocate& advocate) {
  Standing out;
  std::copy_n(advocate.id.begin(), std::min(advocate.id.size(), out.id.size()), out.id.begin());
  for (const auto& use : advocate.uses) {
    if (use.status < UseStatus::done) ++out.pending;
    else if (happened(use)) note_settled(out, use);
  }
  return out;
}

int quarter_load(const State& state, std::uint32_t ordinal, Date quarter) {
  const auto& s = state.index.standings[ordinal];
  const auto first = number(quarter);
  if (first == s.quarter) return s.pending + s.settled;
  if (first > s.quarter || !s.earlier) return s.pending;
  return load(*state.by_ordinal[ordinal], quarter).quarter;
}

int company_load(const State& state, std::uint32_t ordinal, Date quarter) {
  int sum = 0;
  for (const auto colleague : state.index.companies[state.index.standings[ordinal].company])
    sum += quarter_load(state, colleague, quarter);
  return sum;
}

Events hold(const State& state, const std::string& advocate, UseType use_type, const std::string& request,
            const Context& ctx, std::optional<Channel> channel, const std::string& authorization) {
  if (!find(state, advocate) || open_use(state, advocate, request)) return {};
  Held held{advocate, use_type, channel, request, {}, ctx.today()};
  if (!authorization.empty()) held.authorization = authorization;
  return {std::move(held)};
}

Events progress(const State& state, const std::string& advocate, const std::string& request, UseStatus status,
                const Context&) {
  const auto* use = open_use(state, advocate, request);
  const bool forward = status == UseStatus::asked || status == UseStatus::scheduled;
  if (!use || !forward || use->status >= status) return {};
  return {Progressed{advocate, request, status}};
}

Events release(const State& state, const std::string& advocate, const std::string& request, const Context&) {
  if (!open_use(state, advocate, request)) return {};
  return {Released{advocate, request}};
}

Events count_use(const State& state, const std::string& advocate, const std::string& request, UseStatus status,
                 const Context& ctx) {
  const bool settled = status == UseStatus::done || status == UseStatus::no_show;
  if (!open_use(state, advocate, request) || !settled) return {};
  return {Used{advocate, request, status, ctx.today()}};
}

}  // namespace vs::advocates
