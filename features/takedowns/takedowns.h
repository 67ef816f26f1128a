// What was published or handed out under a permission that no longer holds must come down: a task for each use,
// with an owner, a day and a proof (AUT-05, AUT-06).
#pragma once

#include <map>
#include <set>

#include "features/authorizations/authorizations.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::takedowns {

/// Why it must come down.
enum class Cause { withdrawn, narrowed, lapsed, conditions_refused };
BOOST_DESCRIBE_ENUM(Cause, withdrawn, narrowed, lapsed, conditions_refused)

/// What became of it. `permitted_again` needs a permission that covers it now.
enum class How { removed, replaced, never_published, permitted_again };
BOOST_DESCRIBE_ENUM(How, removed, replaced, never_published, permitted_again)

enum class Status { open, closed };
BOOST_DESCRIBE_ENUM(Status, open, closed)

struct Evidence {
  std::string file;
  Personal name;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (file, name))

struct Takedown {
  std::string id, number, authorization, contact, account;
  authorizations::UseMade use;
  Cause cause{};
  std::string owner;  ///< id of a person or name of a role
  Date due;
  Status status{};
  How how{};
  std::string link;
  Personal note;
  std::vector<Evidence> evidence;
  Instant raised_at;
  std::string closed_by;
  std::optional<Instant> closed_at;
  std::uint64_t version = 0;
};

struct State {
  std::map<std::string, Takedown> takedowns;
  std::map<std::string, std::vector<std::string>> by_authorization;
  std::set<std::string> open;
  std::uint64_t last_number = 0;
};

/// Does this kind of use leave something behind that others still see?
bool leaves_something(UseType);
const Takedown* find(const State&, const std::string& id);

// ---- Events: stored for ever.

struct Raised {
  static constexpr std::string_view type = "takedown.raised";
  using Of = State;
  std::string id, number, authorization, contact, account;
  authorizations::UseMade use;
  Cause cause{};
  std::string owner;
  Date due;
};
BOOST_DESCRIBE_STRUCT(Raised, (), (id, number, authorization, contact, account, use, cause, owner, due))

/// Somebody else takes care of it.
struct Assigned {
  static constexpr std::string_view type = "takedown.assigned";
  using Of = State;
  std::string id, owner;
};
BOOST_DESCRIBE_STRUCT(Assigned, (), (id, owner))

/// It is done, and this proves it.
struct Closed {
  static constexpr std::string_view type = "takedown.closed";
  using Of = State;
  std::string id;
  How how{};
  std::string link;
  Personal note;
  std::vector<Evidence> evidence;
};
BOOST_DESCRIBE_STRUCT(Closed, (), (id, how, link, note, evidence))

void on(State&, const Raised&, const Meta&);
void on(State&, const Assigned&, const Meta&);
void on(State&, const Closed&, const Meta&);

}  // namespace vs::takedowns
