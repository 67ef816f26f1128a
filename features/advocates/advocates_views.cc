// How advocates and their uses are shown.
#include <algorithm>

#include "features/advocates/verbs.h"

namespace vs::advocates {
namespace {

void fill(Row& row, const Advocate& a, const directory::State& directory, const policies::State& policies,
          const authorizations::State& authorizations, Date today) {
  row.id = a.id;
  row.contact = a.contact;
  row.account = a.account;
  if (const auto* person = directory::contact(directory, a.contact)) {
    row.name = person->name.words();
    row.title = person->title;
  }
  if (const auto* company = directory::account(directory, a.account)) {
    row.account_name = company->name;
    row.industry = company->industry;
  }
  row.stage = a.stage;
  row.use_types = a.use_types;
  row.industries = a.industries;
  row.products = a.products;
  row.regions = a.regions;
  row.languages = a.languages;
  row.topics = a.topics;
  row.excluded_topics = a.excluded_topics;
  row.personas = a.personas;
  row.time_zone = a.time_zone;
  row.max_per_quarter = a.max_per_quarter;
  row.load = load(a, today);
  row.confirmed_on = a.confirmed_on;
  row.fresh = fresh(a, today, policies::in_force(policies).freshness_days);
  row.briefed_on = a.briefed_on;
  row.return_on = a.return_on;
  row.authorization_status = name_of(
      authorizations::status_of(authorizations, a.contact, {}, today, policies::in_force(policies).expiring_days));
  row.outcomes = a.outcomes;
  row.reliability = a.reliability;
  row.version = a.version;
}

std::vector<UsageRow> usage_of(const Advocate& a, const directory::State& directory) {
  const auto* person = directory::contact(directory, a.contact);
  std::vector<UsageRow> out;
  for (const auto& use : a.uses) {
    const auto* company = directory::account(directory, use.account);
    out.push_back({use.on, a.id, a.contact, person ? person->name.words() : "", use.account,
                   company ? company->name : "", use.use_type, use.channel, use.status, use.request,
                   use.authorization});
  }
  std::ranges::reverse(out);
  return out;
}

// Every use but a cancelled one is followed by the cooldown of its kind.
void add_rest(std::vector<UsageRow>& uses, const policies::Policies& rules, const std::string& region) {
  for (auto& use : uses) {
    if (use.status == UseStatus::cancelled) continue;
    const auto days = policies::limit_for(rules, use.use_type, use.channel, region).cooldown_days;
    if (days > 0) use.rests_until = use.on.plus_days(days);
  }
}

}  // namespace

std::vector<Row> rows(const State& state, const directory::State& directory, const policies::State& policies,
                      const authorizations::State& authorizations, const Ask& ask) {
  std::vector<Row> out;
  out.reserve(state.advocates.size());
  for (const auto& [id, a] : state.advocates)
    fill(out.emplace_back(), a, directory, policies, authorizations, ask.today());
  return out;
}

Result<Item> item(const State& state, const directory::State& directory, const policies::State& policies,
                  const authorizations::State& authorizations, const people::State& people, const Ask& ask) {
  const auto* a = find(state, ask.id);
  if (!a) return refuse(RefusalKind::not_found, "no_such_advocate", "There is no such advocate.");
  Item out;
  fill(out, *a, directory, policies, authorizations, ask.today());
  for (const auto& note : a->notes)
    if (!note.words().empty()) out.notes.push_back(note.words());
  out.blackout = a->blackout;
  out.uses = usage_of(*a, directory);
  const auto* company = directory::account(directory, a->account);
  add_rest(out.uses, policies::in_force(policies), company ? company->region : "");
  for (const auto& passage : a->history)
    out.history.push_back(
        {passage.at, people::name_of(people, passage.who), passage.what, passage.reason.words(), passage.return_on});
  return out;
}

Result<Uses> uses(const State& state, const directory::State& directory, const Ask& ask) {
  const auto* a = find(state, ask.id);
  if (!a) return refuse(RefusalKind::not_found, "no_such_advocate", "There is no such advocate.");
  return Uses{usage_of(*a, directory)};
}

std::vector<UsageRow> usage(const State& state, const directory::State& directory, const Ask&) {
  std::vector<UsageRow> out;
  for (const auto& [id, a] : state.advocates)
    for (auto& row : usage_of(a, directory)) out.push_back(std::move(row));
  std::ranges::stable_sort(out, std::greater{}, &UsageRow::on);
  return out;
}

}  // namespace vs::advocates
