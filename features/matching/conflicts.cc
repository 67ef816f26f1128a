// Conflicts of interest between the advocate's company and the prospect (MAT-08). Policy says of each kind whether it
// shuts or is only told; the company itself and a topic that the person refuses always shut.
#include <algorithm>
#include <array>

#include "features/matching/subject.h"
#include "kernel/text.h"

namespace vs::matching {
namespace {

using policies::Conflict;

bool named_in(const std::vector<std::string>& names, const std::string& name) {
  if (name.empty()) return false;
  const auto wanted = folded(name);
  return std::ranges::any_of(names, [&](const std::string& n) { return folded(n) == wanted; });
}

const directory::Account* prospect_account(const Sources& from, const Need& need) {
  return need.prospect_account.empty() ? nullptr : directory::account(from.directory, need.prospect_account);
}

std::string prospect(const Sources& from, const Need& need) {
  if (!need.prospect_name.empty()) return need.prospect_name;
  const auto* account = prospect_account(from, need);
  return account ? account->name : "The prospect";
}

// Is the prospect on the list, by id or by name?
bool lists_prospect(const Sources& from, const Need& need, const std::vector<std::string>& names) {
  if (names.empty()) return false;
  const auto* account = prospect_account(from, need);
  return named_in(names, need.prospect_name) || named_in(names, need.prospect_account) ||
         (account && named_in(names, account->name));
}

// On the list of those whom the customer must not meet.
std::optional<Blocker> excluded(const Sources& from, const Need& need, const Subject& s) {
  if (!lists_prospect(from, need, s.account->competitors)) return {};
  return Blocker{"excluded",
                 prospect(from, need) + " is on the list of companies that must not meet " + s.account->name + ".",
                 {}};
}

// Known from the prospect's side, or under a slightly different name.
std::optional<Blocker> competitor(const Sources& from, const Need& need, const Subject& s) {
  if (need.prospect_account.empty() || !directory::competitors(from.directory, s.account->id, need.prospect_account) ||
      excluded(from, need, s))
    return {};
  return Blocker{"competitor", s.account->name + " competes with " + prospect(from, need) + ".", {}};
}

std::optional<Blocker> same_group(const Sources& from, const Need& need, const Subject& s) {
  if (need.prospect_account.empty() || s.account->id == need.prospect_account ||
      !directory::same_group(from.directory, s.account->id, need.prospect_account))
    return {};
  return Blocker{
      "same_group", s.account->name + " and " + prospect(from, need) + " belong to the same group of companies.", {}};
}

// What policy says of this company and this prospect on the day, or null.
const policies::Barrier* barrier(const Sources& from, const Need& need, const Subject& s, Conflict kind) {
  for (const auto& each : from.rules().barriers) {
    if (each.kind != kind || !named_in({s.account->id, s.account->name}, each.account)) continue;
    if (each.with && !lists_prospect(from, need, {*each.with})) continue;
    if ((!each.from || *each.from <= need.on) && (!each.until || need.on <= *each.until)) return &each;
  }
  return nullptr;
}

std::optional<Date> end_of(const policies::Barrier& barrier) {
  return barrier.until ? std::optional(barrier.until->plus_days(1)) : std::nullopt;
}

std::optional<Blocker> bad_history(const Sources& from, const Need& need, const Subject& s) {
  const auto* found = barrier(from, need, s, Conflict::bad_history);
  if (!found) return {};
  const auto with = found->with ? prospect(from, need) : std::string("references");
  return Blocker{"bad_history", s.account->name + " has a bad history with " + with + ".", end_of(*found)};
}

std::optional<Blocker> quiet_period(const Sources& from, const Need& need, const Subject& s) {
  const auto* found = barrier(from, need, s, Conflict::quiet_period);
  if (!found) return {};
  return Blocker{"quiet_period",
                 s.account->name + " keeps a quiet period" + (found->with ? " towards " + prospect(from, need) : "") +
                     (found->until ? " until " + found->until->vj_str() : "") + ".",
                 end_of(*found)};
}

std::optional<Blocker> renewal_near(const Sources& from, const Need& need, const Subject& s) {
  if (!s.account->renewal_on) return {};
  const int days = s.account->renewal_on->days_since(need.on);
  if (days < 0 || days > from.rules().renewal_quiet_days) return {};
  return Blocker{"renewal_near",
                 s.account->name + " renews its contract on " + s.account->renewal_on->vj_str() +
                     "; the policy keeps the " + std::to_string(from.rules().renewal_quiet_days) +
                     " days before free of uses.",
                 s.account->renewal_on->plus_days(1)};
}

struct Kind {
  Conflict kind;
  Gate look;
};
constexpr std::array<Kind, 6> kinds{{{Conflict::competitor, &competitor},
                                     {Conflict::excluded, &excluded},
                                     {Conflict::same_group, &same_group},
                                     {Conflict::bad_history, &bad_history},
                                     {Conflict::quiet_period, &quiet_period},
                                     {Conflict::renewal_near, &renewal_near}}};

}  // namespace

std::optional<Blocker> same_company(const Sources&, const Need& need, const Subject& s) {
  if (!s.account) return {};
  const bool same = s.account->id == need.prospect_account ||
                    (!need.prospect_name.empty() && folded(s.account->name) == folded(need.prospect_name));
  if (!same) return {};
  return Blocker{"same_company", s.name() + " works for the prospect itself.", {}};
}

std::vector<Blocker> conflicts(const Sources& from, const Need& need, const Subject& s, policies::Effect effect) {
  std::vector<Blocker> out;
  if (!s.account) return out;
  for (const auto& each : kinds)
    if (auto found = each.look(from, need, s); found && policies::effect_of(from.rules(), each.kind) == effect)
      out.push_back(std::move(*found));
  return out;
}

std::optional<Blocker> conflict(const Sources& from, const Need& need, const Subject& s) {
  if (!s.account) return {};
  for (const auto& each : kinds)
    if (auto found = each.look(from, need, s);
        found && policies::effect_of(from.rules(), each.kind) == policies::Effect::gate)
      return found;
  return {};
}

std::optional<Blocker> excluded_topic(const Sources&, const Need& need, const Subject& s) {
  if (!named_in(s.advocate->excluded_topics, need.topic)) return {};
  return Blocker{"excluded_topic", s.name() + " does not want to talk about " + need.topic + ".", {}};
}

}  // namespace vs::matching
