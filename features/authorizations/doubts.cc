// Changes that matter put permissions under review, with the reason. Rule R29 of the README.
#include "features/authorizations/asking_rules.h"
#include "features/authorizations/reactions.h"

#include <algorithm>

namespace vs::authorizations {
namespace {

bool doubted(const Authorization& a, Cause cause) {
  return std::ranges::any_of(a.doubts, [&](const Doubt& d) { return d.cause == cause; });
}

// Whatever still permits something is looked at again, once for each cause until somebody has looked.
template <class Index>
Events doubt(const State& state, const Index& index, const std::string& whose, Cause cause, bool held) {
  const auto it = index.find(whose);
  if (it == index.end()) return {};
  Events out;
  for (const auto& id : it->second) {
    const auto& a = state.authorizations.at(id);
    const bool permits = a.phase == Phase::recorded || a.phase == Phase::suspended;
    if (permits && !doubted(a, cause)) out.push_back(Questionable{a.id, a.contact, cause, held});
  }
  return out;
}

Events health(const State& state, const std::string& account, const directory::AccountFacts& facts) {
  if (!facts.health || *facts.health >= asking_rules.health_floor) return {};
  return doubt(state, state.by_account, account, Cause::health_drop, false);
}

}  // namespace

Events on_issue(const State& state, const directory::State&, const policies::State& policies,
                const directory::IssueReported& e, const Meta&, const Context&) {
  if (e.severity > policies::in_force(policies).severe_issue_threshold) return {};
  return doubt(state, state.by_account, e.account, Cause::severe_issue, false);
}

Events on_account_revised(const State& state, const directory::Revised<directory::Account>& e, const Meta&,
                          const Context&) {
  return health(state, e.id, e.facts);
}

Events on_account_imported(const State& state, const directory::Imported<directory::Account>& e, const Meta&,
                           const Context&) {
  return health(state, e.id, e.facts);
}

Events on_restricted(const State& state, const directory::Restricted& e, const Meta&, const Context&) {
  if (e.restriction.empty() && !e.public_reference_ban) return {};
  return doubt(state, state.by_account, e.account, Cause::contract_restricted, false);
}

Events on_account_opted_out(const State& state, const directory::AccountOptedOut& e, const Meta&, const Context&) {
  return doubt(state, state.by_account, e.account, Cause::company_opted_out, true);
}

Events on_contact_opted_out(const State& state, const directory::ContactOptedOut& e, const Meta&, const Context&) {
  return doubt(state, state.by_contact, e.contact, Cause::contact_opted_out, true);
}

Events on_contact_left(const State& state, const directory::ContactLeft& e, const Meta&, const Context&) {
  return doubt(state, state.by_contact, e.contact, Cause::contact_left, true);
}

Events on_contact_revised(const State& state, const directory::Revised<directory::Contact>& e, const Meta&,
                          const Context&) {
  if (!e.facts.account) return {};
  Events out;
  for (auto& event : doubt(state, state.by_contact, e.id, Cause::contact_moved, true))
    if (state.authorizations.at(event.as<Questionable>()->id).account != *e.facts.account)
      out.push_back(std::move(event));
  return out;
}

}  // namespace vs::authorizations
