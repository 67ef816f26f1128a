// Conflicts of interest between the advocate's company and the prospect (MAT-08).
#include <algorithm>

#include "features/matching/subject.h"
#include "kernel/text.h"

namespace vs::matching {
namespace {

bool named_in(const std::vector<std::string>& names, const std::string& name) {
  if (name.empty()) return false;
  const auto wanted = folded(name);
  return std::ranges::any_of(names, [&](const std::string& n) { return folded(n) == wanted; });
}

std::string prospect(const Sources& from, const Need& need) {
  if (!need.prospect_name.empty()) return need.prospect_name;
  const auto* account = directory::account(from.directory, need.prospect_account);
  return account ? account->name : "The prospect";
}

}  // namespace

std::optional<Blocker> same_company(const Sources& from, const Need& need, const Subject& s) {
  if (!s.account) return {};
  const bool same = s.account->id == need.prospect_account ||
                    (!need.prospect_name.empty() && folded(s.account->name) == folded(need.prospect_name));
  if (same) return Blocker{"same_company", s.name() + " works for the prospect itself.", {}};
  if (need.prospect_account.empty() || !directory::same_group(from.directory, s.account->id, need.prospect_account))
    return {};
  return Blocker{
      "same_group", s.account->name + " and " + prospect(from, need) + " belong to the same group of companies.", {}};
}

std::optional<Blocker> competitor(const Sources& from, const Need& need, const Subject& s) {
  if (!s.account) return {};
  const bool excluded =
      named_in(s.account->competitors, need.prospect_name) || named_in(s.account->competitors, need.prospect_account) ||
      (!need.prospect_account.empty() && directory::competitors(from.directory, s.account->id, need.prospect_account));
  if (!excluded) return {};
  return Blocker{"competitor",
                 prospect(from, need) + " is on the list of companies that must not meet " + s.account->name + ".",
                 {}};
}

std::optional<Blocker> renewal_near(const Sources& from, const Need& need, const Subject& s) {
  if (!s.account || !s.account->renewal_on) return {};
  const int days = s.account->renewal_on->days_since(need.on);
  if (days < 0 || days > from.rules().renewal_quiet_days) return {};
  return Blocker{"renewal_near",
                 s.account->name + " renews its contract on " + s.account->renewal_on->vj_str() +
                     "; nobody there is asked in the " + std::to_string(from.rules().renewal_quiet_days) +
                     " days before.",
                 s.account->renewal_on->plus_days(1)};
}

std::optional<Blocker> excluded_topic(const Sources&, const Need& need, const Subject& s) {
  if (!named_in(s.advocate->excluded_topics, need.topic)) return {};
  return Blocker{"excluded_topic", s.name() + " does not want to talk about " + need.topic + ".", {}};
}

}  // namespace vs::matching
