// The gates of eligibility (MAT-01, REQ-04): each one open, or shut with a sentence that says why.
#include <algorithm>
#include <array>
#include <span>

#include "features/matching/subject.h"

namespace vs::matching {
namespace {

using Shut = std::optional<Blocker>;

Shut in_pool(const Sources&, const Need&, const Subject& s) {
  const auto& a = *s.advocate;
  if (a.stage == advocates::Stage::active) return {};
  const std::string back = a.return_on ? " until " + a.return_on->vj_str() : "";
  return Blocker{"not_active", s.name() + " is " + spoken(a.stage) + back + "; only active advocates are proposed.",
                 a.return_on};
}

Shut willing(const Sources&, const Need&, const Subject& s) {
  if (!s.contact) return Blocker{"no_such_contact", "This person is no longer in the directory.", {}};
  if (s.contact->left) return Blocker{"contact_left", s.name() + " has left the company.", {}};
  if (s.contact->opted_out) return Blocker{"opted_out", s.name() + " does not want to be contacted.", {}};
  if (s.account && s.account->opted_out)
    return Blocker{"account_opted_out", s.account->name + " does not take part in the program.", {}};
  return {};
}

Shut severe_issue(const Sources& from, const Need&, const Subject& s) {
  if (!s.account || !directory::open_severe_issue(*s.account, from.rules().severe_issue_threshold)) return {};
  return Blocker{"open_severe_issue", s.account->name + " has a severe support issue open.", {}};
}

Shut contract(const Sources&, const Need&, const Subject& s) {
  if (!s.account || !s.account->contract_restriction) return {};
  return Blocker{"contract_restriction",
                 "The contract with " + s.account->name + " forbids it: " + *s.account->contract_restriction,
                 {}};
}

Shut public_ban(const Sources&, const Need& need, const Subject& s) {
  if (!s.account || !s.account->public_reference_ban || !is_public(need.channel)) return {};
  return Blocker{
      "public_reference_ban",
      s.account->name + " may not be named in public, and the channel " + spoken(need.channel) + " is public.",
      {}};
}

// Where the person or the company is counts, not where the prospect is.
Shut privacy_limit(const Sources& from, const Need& need, const Subject& s) {
  std::vector<std::string> regions;
  if (s.contact) regions.push_back(s.contact->region);
  if (s.account) regions.push_back(s.account->region);
  const auto limited = std::ranges::find_if(regions, [&](const std::string& region) {
    return policies::privacy_limited(from.rules(), region, need.use_type, need.channel);
  });
  if (limited == regions.end()) return {};
  return Blocker{"privacy_limit",
                 s.name() + " is in " + *limited + ", where privacy rules allow no " + spoken(need.use_type) + " for " +
                     spoken(need.channel) + ".",
                 {}};
}

Shut accepts_use(const Sources&, const Need& need, const Subject& s) {
  if (std::ranges::find(s.advocate->use_types, need.use_type) != s.advocate->use_types.end()) return {};
  return Blocker{"use_type_not_accepted", s.name() + " does not offer a " + spoken(need.use_type) + ".", {}};
}

Shut fresh(const Sources& from, const Need& need, const Subject& s) {
  const int days = from.rules().freshness_days;
  if (advocates::fresh(*s.advocate, need.on, days)) return {};
  return Blocker{"not_fresh",
                 "The profile of " + s.name() + " was not confirmed within the last " + std::to_string(days) + " days.",
                 {}};
}

Shut briefed(const Sources& from, const Need& need, const Subject& s) {
  if (s.advocate->briefed_on || !policies::needs_briefing(from.rules(), need.use_type)) return {};
  return Blocker{"not_briefed", s.name() + " has not been briefed yet.", {}};
}

Shut authorized(const Sources& from, const Need& need, const Subject& s) {
  const auto answer = verdict(from, need, s);
  if (answer.answer == authorizations::MayUse::yes) return {};
  std::string because;
  for (const auto& clause : answer.clauses)
    if (clause.effect != "permits") because += " " + clause.clause;
  if (answer.answer == authorizations::MayUse::unclear)
    return Blocker{"authorization_unclear", "It is unclear whether " + s.name() + " allowed this use." + because, {}};
  return Blocker{"not_authorized", s.name() + " has not allowed this use." + because, {}};
}

// Cheap ones first: the verdict of the authorizations weighs most.
constexpr std::array<Gate, 16> all{&in_pool,     &willing,  &severe_issue, &contract,      &public_ban, &privacy_limit,
                                   &accepts_use, &fresh,    &briefed,      &own_limit,     &cooldown,   &use_type_limit,
                                   &account_cap, &days_off, &same_company, &excluded_topic};

// Those that the advocate's own record answers.
constexpr std::array<Gate, 4> own{&fresh, &briefed, &own_limit, &days_off};

bool open(const Sources& from, const Need& need, const Subject& s, std::span<const Gate> gates) {
  return std::ranges::none_of(gates, [&](const Gate gate) { return gate(from, need, s).has_value(); });
}

}  // namespace

bool own_gates_open(const Sources& from, const Need& need, const Subject& s) {
  return open(from, need, s, own);
}

authorizations::Verdict verdict(const Sources& from, const Need& need, const Subject& s) {
  authorizations::Use use;
  use.contact = s.contact_id;
  use.account = s.account ? s.account->id : "";
  use.use_type = need.use_type;
  use.channel = need.channel;
  use.region = need.region;
  use.language = need.language;
  use.topic = need.topic;
  use.product = need.product;
  use.on = need.on;
  use.with = need.prospect_account;
  return authorizations::may_use(from.authorizations, from.directory, use);
}

std::vector<Blocker> shut_gates(const Sources& from, const Need& need, const Subject& s) {
  if (!s.advocate) return {{"not_an_advocate", s.name() + " is not in the reference program.", {}}};
  std::vector<Blocker> out;
  for (const auto gate : all)
    if (auto shut = gate(from, need, s)) out.push_back(std::move(*shut));
  for (auto& shut : conflicts(from, need, s, policies::Effect::gate)) out.push_back(std::move(shut));
  if (auto shut = authorized(from, need, s)) out.push_back(std::move(*shut));
  for (auto& shut : out) shut.policy_revision = policies::revision(from.policies);
  return out;
}

std::optional<authorizations::Verdict> passes(const Sources& from, const Need& need, const Subject& s) {
  if (!s.advocate || !open(from, need, s, all) || conflict(from, need, s)) return {};
  auto answer = verdict(from, need, s);
  if (answer.answer != authorizations::MayUse::yes) return {};
  return answer;
}

}  // namespace vs::matching
