#include "features/people/people_module.h"

#include "features/people/people.h"
#include "kernel/event_ops.h"

namespace vs::people {
namespace {

struct Row {
  std::string id, name, email;
  std::set<std::string> roles;
  bool active = true;
  std::optional<Date> invited_on;     // and they have not come yet
  std::optional<Date> invited_until;  // the last day of their link
  std::optional<std::string> language;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, name, email, roles, active, invited_on, invited_until, language, version))

// Addresses, and who has not come yet, are for administrators; everybody else knows colleagues by name.
Row row(const Person& p, const Ask& ask) {
  const bool shown = ask.has_role("administrator") || ask.actor.person() == p.id;
  const auto invited = shown && p.active ? p.invited_on : std::nullopt;
  const auto until = invited ? std::optional(invited->plus_days(invitation_days)) : std::nullopt;
  const auto language = shown ? p.language : std::nullopt;
  return {p.id,     p.name.words(), shown ? p.email.words() : "•••", p.roles, p.active, invited, until,
          language, p.version};
}

std::vector<Row> rows(const State& state, const Ask& ask) {
  std::vector<Row> out;
  for (const auto& [id, person] : state.people) out.push_back(row(person, ask));
  return out;
}

Result<Row> item(const State& state, const Ask& ask) {
  const auto* person = find(state, ask.id);
  if (!person) return refuse(RefusalKind::not_found, "not_found", "There is no such person in this workspace.");
  return row(*person, ask);
}

}  // namespace

Module module() {
  return std::move(
      Feature("people")
          .events<Joined, RolesAssigned, Deactivated, PasswordReset, Invited, PasswordChosen, LanguageChosen, Erased>()
          .creates("people", "Add a person", &add)
          .acts("people", "assign_roles", "Change roles", &assign_roles)
          .acts("people", "deactivate", "Deactivate", &deactivate)
          .acts("people", "reset_password", "Set a new first password", &reset_password)
          .acts("people", "invite", "Invite by letter", &invite)
          .acts("people", "choose_language", "Choose the language", &choose_language)
          .lists("people", &rows)
          .shows("people", &item));
}

}  // namespace vs::people
