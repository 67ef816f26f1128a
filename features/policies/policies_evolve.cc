#include "features/policies/policies.h"

namespace vs::policies {

State::State() : values(defaults()) {}

void on(State& state, const Adopted& e, const Meta& meta) {
  // Assigning through the base keeps all other sections as they are.
  std::visit([&]<class S>(const S& section) { static_cast<S&>(state.values) = section; }, e.values);
  auto& chapter = state.chapters[e.section];
  ++chapter.revision;
  ++state.revision;
  chapter.version = meta.sequence;
  chapter.history.push_back({chapter.revision, meta.at, meta.actor.person(), e.reason});
}

const Policies& in_force(const State& state) {
  return state.values;
}

std::uint64_t revision(const State& state) {
  return state.revision;
}

bool adopted(const State& state, const std::string& section) {
  return state.chapters.contains(section);
}

std::string channel_owner(const State& state, Channel channel) {
  const auto it = state.values.channel_owners.find(std::string(name_of(channel)));
  return it == state.values.channel_owners.end() ? "channel_owner" : it->second;
}

std::string decision_maker(const State& state, const std::string& kind) {
  const auto it = state.values.decision_makers.find(kind);
  return it == state.values.decision_makers.end() ? "decision_maker" : it->second;
}

std::vector<std::string> people_for(const people::State& people, const std::string& person_or_role) {
  const auto* person = people::find(people, person_or_role);
  if (!person) return people::with_role(people, person_or_role);
  return person->active ? std::vector{person->id} : std::vector<std::string>{};
}

}  // namespace vs::policies
