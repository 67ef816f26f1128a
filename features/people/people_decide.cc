#include "features/people/people.h"

namespace vs::people {
namespace {

void expect_known_roles(Reasons& reasons, const std::set<std::string>& roles) {
  reasons.expect(!roles.empty(), "no_roles", "roles", "Choose at least one role.");
  for (const auto& role : roles)
    reasons.expect(all_roles().contains(role), "unknown_role", "roles", "There is no role '" + role + "'.");
}

void expect_spoken(Reasons& reasons, const std::string& language) {
  reasons.expect(languages().contains(language), "unknown_language", "language",
                 "Nothing is written in the language '" + language + "' here.", "Choose one of de, en, es, fr, ja.");
}

std::unexpected<Refusal> unknown() {
  return refuse(RefusalKind::not_found, "not_found", "There is no such person in this workspace.");
}

// R3: somebody must always be able to let others in.
bool last_administrator(const State& state, const std::string& id) {
  const auto all = with_role(state, "administrator");
  return all.size() == 1 && all.front() == id;
}

}  // namespace

// R1: a person has a name, an address nobody else here has, and at least one role.
Result<Decision> add(const State& state, const Add& c, const Context& context) {
  Reasons reasons;
  reasons.expect(!c.name.empty(), "no_name", "name", "Give the person's name.");
  const auto at = c.email.find('@');
  reasons.expect(at != std::string::npos && at > 0 && at + 1 < c.email.size() && c.email.find(' ') == std::string::npos,
                 "bad_email", "email", "This is not an e-mail address.");
  expect_known_roles(reasons, c.roles);
  if (c.language) expect_spoken(reasons, *c.language);
  for (const auto& [id, person] : state.people)
    reasons.expect(folded(person.email.words()) != folded(c.email), "email_taken", "email",
                   "Somebody here has this e-mail address already.", "Give that person the roles instead.");
  if (!reasons.empty()) return reasons.refuse();
  const std::string id = c.person.value_or(context.id("per"));
  if (find(state, id)) return refuse(RefusalKind::conflict, "already_here", "This person is in the workspace already.");
  Events events{Joined{id, Personal::of(id, c.name), Personal::of(id, c.email), c.roles}};
  if (c.language) events.push_back(LanguageChosen{id, *c.language});  // R7
  return Decision{std::move(events), id};
}

// R2: roles are replaced as a whole; R3 keeps one administrator.
Result<Decision> assign_roles(const State& state, const AssignRoles& c, const Context& context) {
  const auto* person = find(state, context.target);
  if (!person) return unknown();
  Reasons reasons;
  expect_known_roles(reasons, c.roles);
  reasons.expect(c.roles.contains("administrator") || !last_administrator(state, person->id), "last_administrator",
                 "roles", "This is the only administrator.", "Make somebody else administrator first.");
  if (!reasons.empty()) return reasons.refuse();
  if (c.roles == person->roles) return Decision{};
  return Decision{{RolesAssigned{person->id, c.roles}}, person->id};
}

Result<Decision> deactivate(const State& state, const Deactivate&, const Context& context) {
  const auto* person = find(state, context.target);
  if (!person) return unknown();
  if (last_administrator(state, person->id))
    return refuse(RefusalKind::rule, "last_administrator", "This is the only administrator.",
                  "Make somebody else administrator first.");
  if (!person->active) return Decision{};
  return Decision{{Deactivated{person->id}}, person->id};
}

Result<Decision> reset_password(const State& state, const ResetPassword&, const Context& context) {
  const auto* person = find(state, context.target);
  if (!person || !person->active) return unknown();
  return Decision{{PasswordReset{person->id}}, person->id};
}

// R5: the letter is written by the feature of letters, which hears of it.
Result<Decision> invite(const State& state, const Invite&, const Context& context) {
  const auto* person = find(state, context.target);
  if (!person || !person->active) return unknown();
  return Decision{{Invited{person->id}}, person->id};
}

// R7: one's own; an administrator's word counts for those who have not come yet.
Result<Decision> choose_language(const State& state, const ChooseLanguage& c, const Context& context) {
  const auto* person = find(state, context.target);
  if (!person || !person->active) return unknown();
  if (context.actor.person() != person->id && !context.has_role("administrator"))
    return refuse(RefusalKind::forbidden, "language.not_yours", "Everybody chooses their own language.",
                  "An administrator can choose it for others.");
  Reasons reasons;
  expect_spoken(reasons, c.language);
  if (!reasons.empty()) return reasons.refuse();
  if (person->language == c.language) return Decision{};
  return Decision{{LanguageChosen{person->id, c.language}}, person->id};
}

}  // namespace vs::people
