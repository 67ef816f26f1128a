// Every use is counted against the permission it used (AUT-07, R14).
#include <algorithm>

#include "features/authorizations/gate.h"
#include "features/directory/directory.h"

namespace vs::authorizations {
namespace {

bool counted(const State& state, const Use& use, const std::string& request) {
  if (state.exceeded.contains(use_key(use.contact, request, use.use_type))) return true;
  const auto it = state.by_contact.find(use.contact);
  if (it == state.by_contact.end()) return false;
  return std::ranges::any_of(it->second, [&](const std::string& id) {
    return std::ranges::any_of(state.authorizations.at(id).uses, [&](const UseMade& made) {
      return made.request == request && made.use_type == use.use_type;
    });
  });
}

}  // namespace

Events count_use(const State& state, const directory::State& directory, const Use& use, const std::string& request,
                 const Context&) {
  if (counted(state, use, request)) return {};
  const auto weighings = weigh_all(state, directory, use);
  const auto* by = barred(directory, use).empty() ? chosen(weighings) : nullptr;
  if (!by) return {Exceeded{use.contact, use.use_type, use.channel, request, use.on}};
  return {Used{by->authorization->id, use.contact, use.use_type, use.channel, request, use.on}};
}

// Asked with what is known of the use; where a limit remains that the use says nothing about, it is covered as it
// was before.
std::vector<UseMade> no_longer_covered(const State& state, const directory::State& directory, const std::string& id,
                                       Date today) {
  const auto* a = find(state, id);
  if (!a) return {};
  std::vector<UseMade> out;
  for (const auto& made : a->uses) {
    const Use use{.contact = a->contact, .use_type = made.use_type, .channel = made.channel, .on = today};
    const auto answer = may_use(state, directory, use).answer;
    if (answer == MayUse::yes) continue;
    if (answer == MayUse::unclear) {
      if (a->phase == Phase::suspended || a->earlier.empty()) continue;
      if (reach(a->grants, directory, use).limits == reach(a->earlier.back().grants, directory, use).limits) continue;
    }
    out.push_back(made);
  }
  return out;
}

}  // namespace vs::authorizations
