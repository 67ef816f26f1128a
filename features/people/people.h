// Staff of a workspace and the roles they hold there (PRG-07). Passwords and sessions are not events; they
// are kept by the ledger's plain tables.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kernel/by_id.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::people {

struct Person {
  std::string id;
  Personal name, email;
  std::set<std::string> roles;
  bool active = true;
  std::optional<Date> invited_on;       ///< by a letter whose link they have not used yet
  std::optional<Date> erased_on;        ///< name and address are gone for ever
  std::optional<std::string> language;  ///< one of `languages()`; nothing until somebody chose
  std::uint64_t version = 0;
};

struct State {
  ById<Person> people;
};

/// Every role of MISSION PRG-07, as stored.
const std::set<std::string>& all_roles();

/// For how many days the link of an invitation is good.
constexpr int invitation_days = 7;

/// Languages in which the product speaks to colleagues, as ISO 639 has them: `de`, `en` …
const std::set<std::string>& languages();

/// The person, or null.
const Person* find(const State&, const std::string& id);
/// The name to show for an actor: a person's words, "Customer", or the watcher's name.
std::string name_of(const State&, const std::string& id);
/// The language in which to write to them: what was chosen; failing that what `asker` chose; failing that English.
std::string language_of(const State&, const std::string& id, const std::string& asker = "");
/// Ids of active people who hold the role, in order of id.
std::vector<std::string> with_role(const State&, const std::string& role);

// ---- Events: stored for ever.

struct Joined {
  static constexpr std::string_view type = "person.joined";
  using Of = State;
  std::string person;
  Personal name, email;
  std::set<std::string> roles;
};
BOOST_DESCRIBE_STRUCT(Joined, (), (person, name, email, roles))

struct RolesAssigned {
  static constexpr std::string_view type = "person.roles_assigned";
  using Of = State;
  std::string person;
  std::set<std::string> roles;
};
BOOST_DESCRIBE_STRUCT(RolesAssigned, (), (person, roles))

struct Deactivated {
  static constexpr std::string_view type = "person.deactivated";
  using Of = State;
  std::string person;
};
BOOST_DESCRIBE_STRUCT(Deactivated, (), (person))

/// Somebody set a new first password for this person; the password itself is nowhere in the ledger.
struct PasswordReset {
  static constexpr std::string_view type = "person.password_reset";
  using Of = State;
  std::string person;
};
BOOST_DESCRIBE_STRUCT(PasswordReset, (), (person))

/// A letter leaves for this person, whose link lets them choose a password of their own: nobody else ever knows it.
struct Invited {
  static constexpr std::string_view type = "person.invited";
  using Of = State;
  std::string person;
};
BOOST_DESCRIBE_STRUCT(Invited, (), (person))

/// The invited person came by the link and chose a password.
struct PasswordChosen {
  static constexpr std::string_view type = "person.password_chosen";
  using Of = State;
  std::string person;
};
BOOST_DESCRIBE_STRUCT(PasswordChosen, (), (person))

/// Screens and letters speak this language to the person.
struct LanguageChosen {
  static constexpr std::string_view type = "person.language_chosen";
  using Of = State;
  std::string person, language;
};
BOOST_DESCRIBE_STRUCT(LanguageChosen, (), (person, language))

/// Name and address are gone for ever; what they did stays, done by somebody who is not known any more.
struct Erased {
  static constexpr std::string_view type = "person.erased";
  using Of = State;
  std::string person;
};
BOOST_DESCRIBE_STRUCT(Erased, (), (person))

void on(State&, const Joined&, const Meta&);
void on(State&, const RolesAssigned&, const Meta&);
void on(State&, const Deactivated&, const Meta&);
void on(State&, const PasswordReset&, const Meta&);
void on(State&, const Invited&, const Meta&);
void on(State&, const PasswordChosen&, const Meta&);
void on(State&, const LanguageChosen&, const Meta&);
void on(State&, const Erased&, const Meta&);

// ---- Commands.

/// Adds a person; `id` is given by the door when the person already has a login elsewhere.
struct Add {
  std::string name, email;
  std::set<std::string> roles;
  std::optional<std::string> person;
  std::optional<std::string> language;  ///< in which to write to them
};
BOOST_DESCRIBE_STRUCT(Add, (), (name, email, roles, person, language))

struct AssignRoles {
  std::set<std::string> roles;
};
BOOST_DESCRIBE_STRUCT(AssignRoles, (), (roles))

struct Deactivate {};
BOOST_DESCRIBE_STRUCT(Deactivate, (), ())

struct ResetPassword {};
BOOST_DESCRIBE_STRUCT(ResetPassword, (), ())

struct Invite {};
BOOST_DESCRIBE_STRUCT(Invite, (), ())

struct ChooseLanguage {
  std::string language;
};
BOOST_DESCRIBE_STRUCT(ChooseLanguage, (), (language))

Result<Decision> add(const State&, const Add&, const Context&);
Result<Decision> assign_roles(const State&, const AssignRoles&, const Context&);
Result<Decision> deactivate(const State&, const Deactivate&, const Context&);
Result<Decision> reset_password(const State&, const ResetPassword&, const Context&);
Result<Decision> invite(const State&, const Invite&, const Context&);
Result<Decision> choose_language(const State&, const ChooseLanguage&, const Context&);

}  // namespace vs::people
