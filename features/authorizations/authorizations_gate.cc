// "May this customer be used for that?" Rules R6 to R11 of the README.
#include "features/authorizations/gate.h"

#include <algorithm>

#include "features/directory/directory.h"

namespace vs::authorizations {
namespace {

const std::vector<std::string>& ids_of(const State& state, const Use& use) {
  static const std::vector<std::string> none;
  const auto& index = use.contact.empty() ? state.by_account : state.by_contact;
  const auto it = index.find(use.contact.empty() ? use.account : use.contact);
  return it == index.end() ? none : it->second;
}

// A later "no" of the customer outweighs an earlier "yes", whichever record it was given in (R10).
struct SaidNo {
  std::uint64_t clearly = 0;   ///< sequence of the last "no" to this very use; 0 for none
  std::uint64_t possibly = 0;  ///< the same for a "no" that may concern it
};

bool resting(const Authorization& a, const Use& use) {
  return a.paused_until && use.on <= *a.paused_until;
}

SaidNo said_no(const State& state, const directory::State& directory, const Use& use) {
  SaidNo no;
  const auto note = [&](const Reach& before, const Reach& after, std::uint64_t sequence) {
    if (before.answer == MayUse::no || after.answer == MayUse::yes || before.limits == after.limits) return;
    auto& which = before.answer == MayUse::yes && after.answer == MayUse::no ? no.clearly : no.possibly;
    which = std::max(which, sequence);
  };
  for (const auto& id : ids_of(state, use)) {
    const auto& a = state.authorizations.at(id);
    const auto now = a.phase == Phase::withdrawn ? Reach{} : reach(a.grants, directory, use);
    for (const auto& earlier : a.earlier) note(said(earlier.grants, directory, use), now, earlier.until);
    if (a.phase == Phase::withdrawn) note(said(a.grants, directory, use), now, a.withdrawn);
    if (resting(a, use)) note(said(a.grants, directory, use), Reach{}, a.paused);
    // What was asked and not granted is a "no" as clear as taking it back.
    if (a.round && a.round->closed > 0) note(said(a.round->asks, directory, use), now, a.round->closed);
  }
  return no;
}

Finding standing(const Authorization& a, const Use& use, Finding finding, const SaidNo& no) {
  if (a.phase == Phase::withdrawn) return {MayUse::no, "The customer withdrew this permission."};
  if (finding.answer == MayUse::no) return finding;
  if (resting(a, use))
    return {MayUse::no, "The customer wants to be left in peace until " + a.paused_until->vj_str() + "."};
  if (a.given < no.clearly) return {MayUse::no, "The customer took this use back later."};
  if (a.phase == Phase::suspended) return {MayUse::unclear, "This permission is under review."};
  if (a.given < no.possibly) return {MayUse::unclear, "The customer took back a use later that may be this one."};
  return finding;
}

void weigh_one(std::vector<Weighing>& out, const Authorization& a, const directory::State& directory, const Use& use,
               const SaidNo& no) {
  const auto concerns = [&](const Grant& grant) { return grant.use_type == use.use_type; };
  if (a.phase == Phase::asked) {
    if (std::ranges::any_of(a.asks, concerns))
      out.push_back({&a, nullptr, {MayUse::no, "The customer was asked and has not answered yet."}});
    return;
  }
  if (a.phase == Phase::declined) {
    if (std::ranges::any_of(a.asks, concerns))
      out.push_back({&a, nullptr, {MayUse::no, "The customer was asked and said no."}});
    return;
  }
  bool any = false;
  for (const auto& grant : a.grants) {
    if (!concerns(grant)) continue;
    any = true;
    out.push_back({&a, &grant, standing(a, use, weigh(grant, directory, use), no)});
  }
  if (!any && a.round && std::ranges::any_of(a.round->asks, concerns))
    out.push_back({&a, nullptr, {MayUse::no, "The customer was asked for " + spoken(use.use_type) + " and said no."}});
  else if (!any &&
           std::ranges::any_of(a.earlier, [&](const Earlier& e) { return std::ranges::any_of(e.grants, concerns); }))
    out.push_back({&a, nullptr, {MayUse::no, "The customer took " + spoken(use.use_type) + " back."}});
}

int strings_attached(const Grant& grant) {
  return int(grant.conditions.size()) + (grant.ask_each_time ? 1 : 0) +
         (grant.approve_words_first.value_or(false) ? 1 : 0);
}

std::string condition_in_words(const std::string& condition) {
  if (condition == "ask_each_time") return "The customer confirms every single use.";
  if (condition == "approve_words_first") return "The customer approves the exact words first.";
  return condition;
}

std::string account_name(const directory::State& directory, const std::string& id) {
  const auto* account = directory::account(directory, id);
  return account ? account->name : id;
}

// What was said and cannot be weighed is carried along, so that later steps are bound by it (R9).
void attach(Verdict& verdict, const directory::State& directory, const Use& use, const Weighing& by) {
  for (const auto& condition : by.grant->conditions)
    verdict.conditions.push_back(condition.words().empty() ? "A condition whose words were erased; ask the customer."
                                                           : condition.words());
  if (by.grant->ask_each_time) verdict.conditions.push_back("ask_each_time");
  if (by.grant->approve_words_first.value_or(false)) verdict.conditions.push_back("approve_words_first");
  if (use.with.empty() && by.grant->not_with_competitors.value_or(false))
    verdict.conditions.push_back("Not to be shown to competitors of the customer.");
  if (use.with.empty())
    for (const auto& account : by.grant->not_with)
      verdict.conditions.push_back("Not to be shown to " + account_name(directory, account) + ".");
  for (const auto& text : by.authorization->disclosures) verdict.disclosures.push_back(text.text);
}

}  // namespace

std::vector<Clause> barred(const directory::State& directory, const Use& use) {
  std::vector<Clause> out;
  const auto forbid = [&](std::string clause) { out.push_back({"", std::move(clause), "forbids"}); };
  const auto* contact = directory::contact(directory, use.contact);
  if (!use.contact.empty() && !contact) forbid("This contact is not in the directory.");
  if (contact && contact->left) forbid("This contact has left the company.");
  if (contact && contact->opted_out) forbid("This contact opted out.");
  if (contact && contact->restricted_since)
    forbid("Use of this contact is restricted since " + contact->restricted_since->vj_str() +
           ", until a privacy reviewer lifts it.");
  const auto* account = directory::account(directory, contact ? contact->account : use.account);
  if (use.contact.empty() && !account) forbid("This account is not in the directory.");
  if (account && account->opted_out) forbid("The company opted out.");
  if (account && account->public_reference_ban && is_public(use.channel))
    forbid("The company forbids public references, and " + spoken(use.channel) + " is public.");
  return out;
}

std::vector<Weighing> weigh_all(const State& state, const directory::State& directory, const Use& use) {
  std::vector<Weighing> out;
  const auto no = said_no(state, directory, use);
  for (const auto& id : ids_of(state, use)) weigh_one(out, state.authorizations.at(id), directory, use, no);
  return out;
}

const Weighing* chosen(const std::vector<Weighing>& weighings) {
  const Weighing* best = nullptr;
  for (const auto& each : weighings) {
    if (each.finding.answer != MayUse::yes) continue;
    if (!best || strings_attached(*each.grant) < strings_attached(*best->grant)) best = &each;
  }
  return best;
}

Verdict may_use(const State& state, const directory::State& directory, const Use& use) {
  Verdict verdict;
  verdict.clauses = barred(directory, use);
  if (!verdict.clauses.empty()) return verdict;

  const auto weighings = weigh_all(state, directory, use);
  if (const auto* by = chosen(weighings)) {
    verdict.answer = MayUse::yes;
    verdict.clauses.push_back({by->authorization->id, by->finding.clause, "permits"});
    attach(verdict, directory, use, *by);
    for (const auto& condition : verdict.conditions)
      verdict.clauses.push_back({by->authorization->id, condition_in_words(condition), "condition"});
    return verdict;
  }
  for (const auto& each : weighings) {
    if (each.finding.answer == MayUse::unclear) verdict.answer = MayUse::unclear;
    verdict.clauses.push_back(
        {each.authorization->id, each.finding.clause, each.finding.answer == MayUse::unclear ? "unclear" : "forbids"});
  }
  if (verdict.clauses.empty())
    verdict.clauses.push_back({"", "Nothing permits " + spoken(use.use_type) + " here.", "forbids"});
  return verdict;
}

bool pre_approved(const State& state, const directory::State& directory, const Use& use) {
  if (!barred(directory, use).empty()) return false;
  return std::ranges::any_of(weigh_all(state, directory, use), [](const Weighing& each) {
    return each.finding.answer == MayUse::yes && each.authorization->pre_approved && !each.grant->ask_each_time;
  });
}

}  // namespace vs::authorizations
