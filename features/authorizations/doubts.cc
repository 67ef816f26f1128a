// Changes that matter put permissions under review, with the reason. Rule R29 of the README.
#include "features/authorizations/reactions.h"

#include <algorithm>
#include <array>

namespace vs::authorizations {
namespace {

using policies::Change;
using policies::Consequence;

bool doubted(const Authorization& a, Cause cause) {
  return std::ranges::any_of(a.doubts, [&](const Doubt& d) { return d.cause == cause; });
}

bool permits(const Authorization& a) {
  return a.phase == Phase::recorded || a.phase == Phase::suspended;
}

// Whatever still permits something is looked at again, once for each cause until somebody has looked.
template <class Index>
Events doubt(const State& state, const Index& index, const std::string& whose, Cause cause, bool held) {
  const auto it = index.find(whose);
  if (it == index.end()) return {};
  Events out;
  for (const auto& id : it->second) {
    const auto& a = state.authorizations.at(id);
    if (permits(a) && !doubted(a, cause)) out.push_back(Questionable{a.id, a.contact, cause, held, {}});
  }
  return out;
}

// What policy says about a change at a company.
Events changed(const State& state, const policies::State& policies, const std::string& account, Change change) {
  const auto what = policies::consequence_of(policies::in_force(policies), change);
  if (what == Consequence::ignore) return {};
  return doubt(state, state.by_account, account, *parse_enum<Cause>(name_of(change)), what == Consequence::hold);
}

// A renewal is a risk once; a later renewal is another one.
Events renewal(const State& state, const policies::State& policies, const directory::Account& account, Date today) {
  const auto& rules = policies::in_force(policies);
  const auto what = policies::consequence_of(rules, Change::renewal_risk);
  const auto ids = state.by_account.find(account.id);
  if (what == Consequence::ignore || ids == state.by_account.end() || !account.renewal_on || !account.health) return {};
  const int days = account.renewal_on->days_since(today);
  if (days < 0 || days > rules.renewal_risk_days || *account.health >= rules.renewal_risk_health) return {};
  Events out;
  for (const auto& id : ids->second) {
    const auto& a = state.authorizations.at(id);
    if (permits(a) && a.risk_of != account.renewal_on && !doubted(a, Cause::renewal_risk))
      out.push_back(Questionable{a.id, a.contact, Cause::renewal_risk, what == Consequence::hold, account.renewal_on});
  }
  return out;
}

Events told(const State& state, const directory::State& directory, const policies::State& policies,
            const std::string& id, const directory::AccountFacts& facts, const Context& ctx) {
  Events out;
  if (facts.health && *facts.health < policies::in_force(policies).health_floor)
    append(out, changed(state, policies, id, Change::health_drop));
  if (facts.churned.value_or(false)) append(out, changed(state, policies, id, Change::churned));
  const auto* account = directory::account(directory, id);
  if (account && (facts.health || facts.renewal_on)) append(out, renewal(state, policies, *account, ctx.today()));
  return out;
}

// People whose leaving changes who leads the company.
bool leads(const directory::Contact& contact) {
  static constexpr std::array<std::string_view, 8> words{"chief",   "executive", "c-level", "c level",
                                                         "c_level", "president", "owner",   "founder"};
  const auto seniority = folded(contact.seniority);
  return std::ranges::any_of(words, [&](std::string_view word) { return seniority.find(word) != std::string::npos; });
}

Events moved(const State& state, const directory::State& directory, const policies::State& policies,
             const std::string& id, const directory::ContactFacts& facts) {
  if (!facts.account) return {};
  Events out;
  std::set<std::string> left;
  const auto own = state.by_contact.find(id);
  if (own == state.by_contact.end()) return out;
  for (const auto& each : own->second) {
    const auto& a = state.authorizations.at(each);
    if (a.account == *facts.account || !permits(a)) continue;
    left.insert(a.account);
    if (!doubted(a, Cause::contact_moved)) out.push_back(Questionable{a.id, a.contact, Cause::contact_moved, true, {}});
  }
  const auto* contact = directory::contact(directory, id);
  if (contact && leads(*contact))
    for (const auto& account : left) append(out, changed(state, policies, account, Change::leadership_changed));
  return out;
}

// Something else than before was bought since the customer said yes.
bool expands(const directory::State& directory, const directory::Deal& deal) {
  const auto* account = directory::account(directory, deal.account);
  if (!account || deal.outcome != directory::Outcome::won || deal.product.empty()) return false;
  if (std::ranges::find(account->products, deal.product) != account->products.end()) return false;
  return std::ranges::none_of(directory.deals, [&](const auto& each) {
    const auto& other = each.second;
    return other.id != deal.id && other.account == deal.account && other.outcome == directory::Outcome::won &&
           other.product == deal.product;
  });
}

Events won(const State& state, const directory::State& directory, const policies::State& policies,
           const std::string& id, const Context& ctx) {
  const auto* deal = directory::deal(directory, id);
  const auto ids = deal ? state.by_account.find(deal->account) : state.by_account.end();
  if (!deal || ids == state.by_account.end()) return {};
  const auto closed = deal->close_on.value_or(ctx.today());
  const bool concerns = std::ranges::any_of(ids->second, [&](const std::string& each) {
    const auto& a = state.authorizations.at(each);
    return permits(a) && !doubted(a, Cause::product_expanded) && closed >= a.recorded_at.date();
  });
  // Only then is it worth looking through all deals.
  if (!concerns || !expands(directory, *deal)) return {};
  return changed(state, policies, deal->account, Change::product_expanded);
}

}  // namespace

Events on_issue(const State& state, const directory::State&, const policies::State& policies,
                const directory::IssueReported& e, const Meta&, const Context&) {
  if (e.severity > policies::in_force(policies).severe_issue_threshold) return {};
  return changed(state, policies, e.account, Change::severe_issue);
}

Events on_account_revised(const State& state, const directory::State& directory, const policies::State& policies,
                          const directory::Revised<directory::Account>& e, const Meta&, const Context& ctx) {
  return told(state, directory, policies, e.id, e.facts, ctx);
}

Events on_account_imported(const State& state, const directory::State& directory, const policies::State& policies,
                           const directory::Imported<directory::Account>& e, const Meta&, const Context& ctx) {
  return told(state, directory, policies, e.id, e.facts, ctx);
}

Events on_deal_added(const State& state, const directory::State& directory, const policies::State& policies,
                     const directory::Added<directory::Deal>& e, const Meta&, const Context& ctx) {
  return won(state, directory, policies, e.id, ctx);
}

Events on_deal_revised(const State& state, const directory::State& directory, const policies::State& policies,
                       const directory::Revised<directory::Deal>& e, const Meta&, const Context& ctx) {
  return e.facts.outcome || e.facts.product ? won(state, directory, policies, e.id, ctx) : Events{};
}

Events on_deal_imported(const State& state, const directory::State& directory, const policies::State& policies,
                        const directory::Imported<directory::Deal>& e, const Meta&, const Context& ctx) {
  return e.facts.outcome || e.facts.product ? won(state, directory, policies, e.id, ctx) : Events{};
}

Events on_restricted(const State& state, const policies::State& policies, const directory::Restricted& e, const Meta&,
                     const Context&) {
  if (e.restriction.empty() && !e.public_reference_ban) return {};
  return changed(state, policies, e.account, Change::contract_restricted);
}

Events on_account_opted_out(const State& state, const directory::AccountOptedOut& e, const Meta&, const Context&) {
  return doubt(state, state.by_account, e.account, Cause::company_opted_out, true);
}

Events on_contact_opted_out(const State& state, const directory::ContactOptedOut& e, const Meta&, const Context&) {
  return doubt(state, state.by_contact, e.contact, Cause::contact_opted_out, true);
}

Events on_contact_left(const State& state, const directory::State& directory, const policies::State& policies,
                       const directory::ContactLeft& e, const Meta&, const Context&) {
  auto out = doubt(state, state.by_contact, e.contact, Cause::contact_left, true);
  const auto* contact = directory::contact(directory, e.contact);
  if (contact && leads(*contact)) append(out, changed(state, policies, contact->account, Change::leadership_changed));
  return out;
}

Events on_contact_revised(const State& state, const directory::State& directory, const policies::State& policies,
                          const directory::Revised<directory::Contact>& e, const Meta&, const Context&) {
  return moved(state, directory, policies, e.id, e.facts);
}

Events on_contact_imported(const State& state, const directory::State& directory, const policies::State& policies,
                           const directory::Imported<directory::Contact>& e, const Meta&, const Context&) {
  return moved(state, directory, policies, e.id, e.facts);
}

Events renewals_near(const State& state, const directory::State& directory, const policies::State& policies,
                     const Context& ctx) {
  constexpr std::size_t at_once = 200;
  Events out;
  for (const auto& [id, ids] : state.by_account) {
    if (out.size() >= at_once) break;
    if (const auto* account = directory::account(directory, id))
      append(out, renewal(state, policies, *account, ctx.today()));
  }
  return out;
}

}  // namespace vs::authorizations
