#include "features/authorizations/scope.h"

#include <algorithm>

#include "features/directory/directory.h"

namespace vs::authorizations {
namespace {

template <class T>
bool holds_one(const std::vector<T>& list, const T& item) {
  return std::ranges::find(list, item) != list.end();
}

bool names(const std::vector<std::string>& list, const std::string& text) {
  return std::ranges::any_of(list, [&](const auto& each) { return folded(each) == folded(text); });
}

// A dimension that the grant may limit, with what the question states about it.
struct Dimension {
  const char* word;
  const std::vector<std::string>& limits;
  const std::string& stated;
};

std::vector<Dimension> dimensions(const Grant& grant, const Use& use) {
  return {{"region", grant.regions, use.region},
          {"language", grant.languages, use.language},
          {"product", grant.products, use.product},
          {"topic", grant.topics, use.topic}};
}

// A customer who excludes a company excludes its whole group.
bool excluded(const Grant& grant, const directory::State& directory, const std::string& account) {
  return !account.empty() && std::ranges::any_of(grant.not_with, [&](const std::string& each) {
    return each == account || directory::same_group(directory, each, account);
  });
}

bool a_competitor(const Grant& grant, const directory::State& directory, const Use& use) {
  if (!grant.not_with_competitors.value_or(false) || use.with.empty()) return false;
  const auto* giver = directory::account_of_contact(directory, use.contact);
  return directory::competitors(directory, giver ? giver->id : use.account, use.with);
}

std::vector<std::string> spoken_all(const std::vector<Channel>& channels) {
  std::vector<std::string> out;
  for (const auto channel : channels) out.push_back(spoken(channel));
  return out;
}

std::string permission(const Grant& grant) {
  return "Permits " + spoken(grant.use_type) + " for " + in_words(spoken_all(grant.channels)) + " until " +
         grant.until.vj_str() + ".";
}

// What a narrowed list leaves of a limit; nothing when it leaves no room.
bool keep_only(std::vector<std::string>& limits, const std::optional<std::vector<std::string>>& wanted) {
  if (!wanted) return true;
  if (limits.empty()) limits = *wanted;
  else std::erase_if(limits, [&](const std::string& each) { return !names(*wanted, each); });
  return !limits.empty();
}

bool narrow_one(Grant& grant, const Narrowed& by) {
  if (holds_one(by.drop_use_types, grant.use_type)) return false;
  if (by.channels) std::erase_if(grant.channels, [&](Channel each) { return !holds_one(*by.channels, each); });
  const bool room = keep_only(grant.regions, by.regions) && keep_only(grant.languages, by.languages) &&
                    keep_only(grant.products, by.products) && keep_only(grant.topics, by.topics);
  if (by.until) grant.until = std::min(grant.until, *by.until);
  for (const auto& account : by.not_with)
    if (!holds_one(grant.not_with, account)) grant.not_with.push_back(account);
  grant.ask_each_time = grant.ask_each_time || by.ask_each_time;
  grant.conditions.insert(grant.conditions.end(), by.conditions.begin(), by.conditions.end());
  return room && !grant.channels.empty() && grant.from <= grant.until;
}

// The grant as the customer gave it, whether or not legal has read its conditions.
Finding weigh_scope(const Grant& grant, const directory::State& directory, const Use& use) {
  const auto no = [](std::string clause) { return Finding{MayUse::no, std::move(clause)}; };
  if (use.on < grant.from) return no("Holds only from " + grant.from.vj_str() + ".");
  if (use.on > grant.until) return no("Ended on " + grant.until.vj_str() + ".");
  if (!holds_one(grant.channels, use.channel))
    return no("Limited to " + in_words(spoken_all(grant.channels)) + "; " + spoken(use.channel) + " is not named.");
  if (excluded(grant, directory, use.with)) return no("The customer excluded the company that would see it.");
  if (a_competitor(grant, directory, use)) return no("The company that would see it competes with the customer.");
  for (const auto& [word, limits, stated] : dimensions(grant, use))
    if (!limits.empty() && !stated.empty() && !names(limits, stated))
      return no("Limited to the " + std::string(word) + " " + in_words(limits) + "; " + stated + " is not named.");
  for (const auto& [word, limits, stated] : dimensions(grant, use))
    if (!limits.empty() && stated.empty())
      return {MayUse::unclear,
              "Limited to the " + std::string(word) + " " + in_words(limits) + "; the question names no " + word + "."};
  return {MayUse::yes, permission(grant)};
}

Reach reach_of(const std::vector<Grant>& grants, const directory::State& directory, const Use& use,
               bool read_by_legal) {
  Reach out;
  for (const auto& grant : grants) {
    if (grant.use_type != use.use_type) continue;
    auto answer = weigh_scope(grant, directory, use).answer;
    if (answer == MayUse::no) continue;
    const bool pending = read_by_legal && grant.with_legal;
    if (pending) answer = MayUse::unclear;
    if (out.answer != MayUse::yes) out.answer = answer;
    for (const auto& dimension : dimensions(grant, use)) out.limits.push_back(dimension.limits);
    if (pending) out.limits.push_back({"with_legal"});
  }
  return out;
}

}  // namespace

Finding weigh(const Grant& grant, const directory::State& directory, const Use& use) {
  auto finding = weigh_scope(grant, directory, use);
  if (finding.answer == MayUse::no || !grant.with_legal) return finding;
  return {MayUse::unclear, "The customer set a condition that legal has yet to accept."};
}

Reach reach(const std::vector<Grant>& grants, const directory::State& directory, const Use& use) {
  return reach_of(grants, directory, use, true);
}

Reach said(const std::vector<Grant>& grants, const directory::State& directory, const Use& use) {
  return reach_of(grants, directory, use, false);
}

std::vector<Grant> narrowed(std::vector<Grant> grants, const Narrowed& by) {
  std::erase_if(grants, [&](Grant& grant) { return !narrow_one(grant, by); });
  return grants;
}

std::optional<Date> last_day(const std::vector<Grant>& grants) {
  if (grants.empty()) return {};
  return std::ranges::max(grants, {}, &Grant::until).until;
}

std::string use_types_in_words(const std::vector<Grant>& grants) {
  std::vector<std::string> words;
  for (const auto& grant : grants)
    if (auto word = spoken(grant.use_type); !holds_one(words, word)) words.push_back(std::move(word));
  return in_words(words);
}

std::string in_words(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
    out += items[i];
  }
  return out;
}

}  // namespace vs::authorizations
