#include "features/people/people.h"

namespace vs::people {
namespace {

void expect_known_roles(Reasons& reasons, const std::set<std::string>& roles) {
  reasons.expect(!roles.empty(), "no_roles", "roles", "Choose at least one role.");
  for (const auto& role : roles)
    reasons.expect(all_roles().contains(role), "unknown_role", "roles", "There is no role '" + role + "'.");
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
  for (const auto& [id, person] : state.people)
    reasons.expect(folded(person.email.words()) != folded(c.email), "email_taken", "email",
                   "Somebody here has this e-mail address already.", "Give that person the roles instead.");
  if (!reasons.empty()) return reasons.refuse();
  const std::string id = c.person.value_or(context.id("per"));
  if (find(state, id)) return refuse(RefusalKind::conflict, "already_here", "This person is in the workspace already.");
  return Decision{{Joined{id, Personal::of(id, c.name), Personal::of(id, c.email), c.roles}}, id};
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

}  // namespace vs::people
