#include "features/people/people.h"

namespace vs::people {

void on(State& state, const Joined& e, const Meta& meta) {
  state.people[e.person] = {e.person, e.name, e.email, e.roles, true, {}, {}, {}, meta.sequence};
}

void on(State& state, const RolesAssigned& e, const Meta& meta) {
  auto& person = state.people[e.person];
  person.roles = e.roles;
  person.version = meta.sequence;
}

void on(State& state, const Deactivated& e, const Meta& meta) {
  auto& person = state.people[e.person];
  person.active = false;
  person.version = meta.sequence;
}

void on(State& state, const PasswordReset& e, const Meta& meta) {
  auto& person = state.people[e.person];
  person.invited_on.reset();
  person.version = meta.sequence;
}

void on(State& state, const Invited& e, const Meta& meta) {
  auto& person = state.people[e.person];
  person.invited_on = meta.at.date();
  person.version = meta.sequence;
}

void on(State& state, const PasswordChosen& e, const Meta& meta) {
  auto& person = state.people[e.person];
  person.invited_on.reset();
  person.version = meta.sequence;
}

void on(State& state, const LanguageChosen& e, const Meta& meta) {
  auto& person = state.people[e.person];
  person.language = e.language;
  person.version = meta.sequence;
}

void on(State& state, const Erased& e, const Meta& meta) {
  auto& person = state.people[e.person];
  person.name = Personal::of("", "Erased " + meta.at.date().vj_str());
  person.email = {};
  person.active = false;
  person.erased_on = meta.at.date();
  person.version = meta.sequence;
}

const std::set<std::string>& all_roles() {
  static const std::set<std::string> roles{"requester",
                                           "intake_coordinator",
                                           "program_owner",
                                           "account_owner",
                                           "legal_reviewer",
                                           "privacy_reviewer",
                                           "channel_owner",
                                           "decision_maker",
                                           "sponsor",
                                           "content_owner",
                                           "writer",
                                           "interviewer",
                                           "advocacy_manager",
                                           "brand_manager",
                                           "marketing_operations",
                                           "executive",
                                           "auditor",
                                           "administrator"};
  return roles;
}

const std::set<std::string>& languages() {
  static const std::set<std::string> spoken{"de", "en", "es", "fr", "ja"};
  return spoken;
}

std::string language_of(const State& state, const std::string& id, const std::string& asker) {
  for (const auto* person : {find(state, id), find(state, asker)})
    if (person && person->language) return *person->language;
  return "en";
}

const Person* find(const State& state, const std::string& id) {
  const auto it = state.people.find(id);
  return it == state.people.end() ? nullptr : &it->second;
}

std::string name_of(const State& state, const std::string& id) {
  if (const auto* person = find(state, id))
    return person->name.words().empty() ? "Erased person" : person->name.words();
  return id.starts_with("con_") ? "Customer" : id;
}

std::vector<std::string> with_role(const State& state, const std::string& role) {
  std::vector<std::string> out;
  for (const auto& [id, person] : state.people)
    if (person.active && person.roles.contains(role)) out.push_back(id);
  return out;
}

}  // namespace vs::people
