// Folding: the state of advocates from their events, and the bitmaps beside it.
#include <algorithm>

#include "features/advocates/advocates.h"
#include "kernel/text.h"

namespace vs::advocates {
namespace {

using Words = std::vector<std::string>;

void put_bit(Postings& postings, const Words& values, std::uint32_t bit, bool set) {
  for (const auto& value : values) {
    auto& bitmap = postings[folded(value)];
    if (set) bitmap.add(bit);
    else bitmap.remove(bit);
  }
}

// Sets or clears every bit that the profile gives; called around each change of it.
void index_profile(Index& index, const Advocate& a, bool set) {
  for (const auto use_type : a.use_types) {
    auto& bitmap = index.use_types[std::size_t(use_type)];
    if (set) bitmap.add(a.ordinal);
    else bitmap.remove(a.ordinal);
  }
  put_bit(index.industries, a.industries, a.ordinal, set);
  put_bit(index.products, a.products, a.ordinal, set);
  put_bit(index.regions, a.regions, a.ordinal, set);
  put_bit(index.languages, a.languages, a.ordinal, set);
  put_bit(index.personas, a.personas, a.ordinal, set);
}

// The columns follow the ledger of uses.
void rank(State& state, const Advocate& a) {
  auto& column = state.index.standings[a.ordinal];
  const auto company = column.company;
  column = standing(a);
  column.company = company;
}

// The first advocate of a company opens its row.
std::uint32_t company_of(const State& state, const std::string& account) {
  const auto colleagues = state.by_account.find(account);
  if (colleagues == state.by_account.end()) return std::uint32_t(state.index.companies.size());
  return state.index.standings[state.advocates.at(colleagues->second.front()).ordinal].company;
}

void join(State& state, const Advocate& a) {
  auto& index = state.index;
  auto column = standing(a);
  column.company = company_of(state, a.account);
  if (column.company == index.companies.size()) index.companies.emplace_back();
  index.companies[column.company].push_back(a.ordinal);
  index.standings.push_back(column);
  state.by_ordinal.push_back(&a);
}

Advocate* known(State& state, const std::string& id, const Meta& meta) {
  const auto it = state.advocates.find(id);
  if (it == state.advocates.end()) return nullptr;
  it->second.version = meta.sequence;
  return &it->second;
}

void enter(State& state, const std::string& id, const Meta& meta, Stage stage, std::string what, Personal reason = {},
           std::optional<Date> return_on = {}) {
  auto* a = known(state, id, meta);
  if (!a) return;
  a->stage = stage;
  a->return_on = return_on;
  a->history.push_back({meta.at, meta.actor.person(), std::move(what), std::move(reason), return_on});
  if (stage == Stage::active) state.index.active.add(a->ordinal);
  else state.index.active.remove(a->ordinal);
}

UseRecord* open_use(Advocate& a, const std::string& request) {
  const auto it = std::ranges::find_if(
      a.uses, [&](const UseRecord& u) { return u.request == request && u.status < UseStatus::done; });
  return it == a.uses.end() ? nullptr : &*it;
}

void rate(Advocate& a) {
  const auto done = std::ranges::count(a.uses, UseStatus::done, &UseRecord::status);
  const auto missed = std::ranges::count(a.uses, UseStatus::no_show, &UseRecord::status);
  a.reliability = done + missed == 0 ? 1.0 : double(done) / double(done + missed);
}

}  // namespace

State::State(const State& other)
    : advocates(other.advocates),
      by_contact(other.by_contact),
      by_account(other.by_account),
      by_ordinal(other.by_ordinal.size()),
      index(other.index) {
  for (const auto& [id, a] : advocates) by_ordinal[a.ordinal] = &a;
}

void on(State& state, const Nominated& e, const Meta& meta) {
  const auto [it, fresh] = state.advocates.try_emplace(e.advocate);
  auto& a = it->second;
  if (!fresh) return;
  a.id = e.advocate;
  a.contact = e.contact;
  a.account = e.account;
  a.ordinal = std::uint32_t(state.by_ordinal.size());
  a.max_per_quarter = e.max_per_quarter;
  a.use_types = e.use_types;
  a.industries = e.industries;
  a.products = e.products;
  a.regions = e.regions;
  a.languages = e.languages;
  a.topics = e.topics;
  a.excluded_topics = e.excluded_topics;
  a.personas = e.personas;
  a.time_zone = e.time_zone;
  a.outcomes = e.outcomes;
  if (e.notes) a.notes.push_back(*e.notes);
  a.confirmed_on = e.on;
  join(state, a);
  state.by_contact[e.contact] = e.advocate;
  state.by_account[e.account].push_back(e.advocate);
  index_profile(state.index, a, true);
  enter(state, e.advocate, meta, Stage::nominated, "nominated");
}

void on(State& s, const Qualified& e, const Meta& m) {
  enter(s, e.advocate, m, Stage::qualified, "qualified", e.reason.value_or(Personal{}));
}
void on(State& s, const Invited& e, const Meta& m) {
  enter(s, e.advocate, m, Stage::invited, "invited");
}
void on(State& s, const Activated& e, const Meta& m) {
  enter(s, e.advocate, m, Stage::active, "activated", e.reason.value_or(Personal{}));
}
void on(State& s, const Rested& e, const Meta& m) {
  enter(s, e.advocate, m, Stage::resting, "rested", e.reason, e.until);
}
void on(State& s, const Paused& e, const Meta& m) {
  enter(s, e.advocate, m, Stage::paused, "paused", e.reason, e.until);
}
void on(State& s, const Returned& e, const Meta& m) {
  enter(s, e.advocate, m, Stage::active, "returned");
}
void on(State& s, const Retired& e, const Meta& m) {
  enter(s, e.advocate, m, Stage::retired, "retired", e.reason);
}

void on(State& state, const Briefed& e, const Meta& meta) {
  auto* a = known(state, e.advocate, meta);
  if (!a) return;
  a->briefed_on = e.on;
  if (a->stage == Stage::invited) return enter(state, e.advocate, meta, Stage::onboarding, "briefed");
  a->history.push_back({meta.at, meta.actor.person(), "briefed", {}, {}});
}

void on(State& state, const ProfileConfirmed& e, const Meta& meta) {
  if (auto* a = known(state, e.advocate, meta)) a->confirmed_on = e.on;
}

void on(State& state, const ProfileRevised& e, const Meta& meta) {
  auto* a = known(state, e.advocate, meta);
  if (!a) return;
  const auto take = [](auto& to, const auto& from) {
    if (from) to = *from;
  };
  index_profile(state.index, *a, false);
  take(a->use_types, e.use_types);
  take(a->industries, e.industries);
  take(a->products, e.products);
  take(a->regions, e.regions);
  take(a->languages, e.languages);
  take(a->topics, e.topics);
  take(a->excluded_topics, e.excluded_topics);
  take(a->personas, e.personas);
  take(a->time_zone, e.time_zone);
  take(a->max_per_quarter, e.max_per_quarter);
  take(a->outcomes, e.outcomes);
  if (e.notes) a->notes.push_back(*e.notes);
  index_profile(state.index, *a, true);
}

void on(State& state, const BlackedOut& e, const Meta& meta) {
  if (auto* a = known(state, e.advocate, meta)) a->blackout.push_back({e.from, e.until});
}

void on(State& state, const Held& e, const Meta& meta) {
  auto* a = known(state, e.advocate, meta);
  if (!a) return;
  a->uses.push_back(
      {e.use_type, e.channel, a->account, e.request, e.authorization.value_or(""), e.on, UseStatus::held});
  rank(state, *a);
}

void on(State& state, const Progressed& e, const Meta& meta) {
  auto* a = known(state, e.advocate, meta);
  auto* use = a ? open_use(*a, e.request) : nullptr;
  if (!use) return;
  use->status = e.status;
  rank(state, *a);
}

void on(State& state, const Released& e, const Meta& meta) {
  auto* a = known(state, e.advocate, meta);
  auto* use = a ? open_use(*a, e.request) : nullptr;
  if (!use) return;
  use->status = UseStatus::cancelled;
  rank(state, *a);
}

void on(State& state, const Used& e, const Meta& meta) {
  auto* a = known(state, e.advocate, meta);
  auto* use = a ? open_use(*a, e.request) : nullptr;
  if (!use) return;
  use->status = e.status;
  use->on = e.on;
  rate(*a);
  rank(state, *a);
}

}  // namespace vs::advocates
