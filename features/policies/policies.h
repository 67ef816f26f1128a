// Rules of the program as data (PRG-03), and the checklist that must be done before the first request (PRG-01).
#pragma once

#include "features/people/people.h"
#include "features/policies/sections.h"
#include "features/policies/working_time.h"
#include "kernel/event.h"
#include "kernel/module.h"

namespace vs::policies {

/// One adoption of a section, for its history.
struct Adoption {
  std::uint64_t revision = 0;
  Instant at;
  std::string by;
  Personal reason;
};

/// What a section is now and how it came to be so. Revision 0: never adopted.
struct Chapter {
  std::uint64_t revision = 0;
  std::uint64_t version = 0;
  std::vector<Adoption> history;
};

struct State {
  Policies values;
  std::map<std::string, Chapter> chapters;  ///< by section
  std::uint64_t revision = 0;               ///< counts every adoption
  State();
};

/// One line of the checklist.
struct SetupItem {
  std::string id, title;
  bool done = false;
  std::string detail, link;
};
BOOST_DESCRIBE_STRUCT(SetupItem, (), (id, title, done, detail, link))

/// The values to decide by. Before a section is adopted these are its defaults, and `ready` refuses.
const Policies& in_force(const State&);
/// Number of adoptions so far: a case keeps it to show under which policies it ran.
std::uint64_t revision(const State&);
/// Has anybody adopted this section yet?
bool adopted(const State&, const std::string& section);
/// The checklist of PRG-01, seven items.
std::vector<SetupItem> setup(const State&, const people::State&);
/// Refuses with everything that is still missing before a request may be logged.
Result<void> ready(const State&, const people::State&);

/// Who owns the channel: a person's id or the name of a role.
std::string channel_owner(const State&, Channel);
/// Who decides escalations of this kind (sponsor, cs_leader, legal): a person's id or the name of a role.
std::string decision_maker(const State&, const std::string& kind);
/// The people behind such a value: the person, or all who hold the role; only active ones.
std::vector<std::string> people_for(const people::State&, const std::string& person_or_role);

// ---- Events: stored for ever.

/// A section was adopted with these values.
struct Adopted {
  static constexpr std::string_view type = "policy.adopted";
  using Of = State;
  std::string section;
  Section values;
  Personal reason;
};
BOOST_DESCRIBE_STRUCT(Adopted, (), (section, values, reason))

void on(State&, const Adopted&, const Meta&);

// ---- Commands.

/// New values for the section that the command addresses.
struct Adopt {
  json::Value values;
  LongText reason;
};
BOOST_DESCRIBE_STRUCT(Adopt, (), (values, reason))

struct AdoptDefaults {};
BOOST_DESCRIBE_STRUCT(AdoptDefaults, (), ())

Result<Decision> adopt(const State&, const people::State&, const Adopt&, const Context&);
/// Adopts the defaults of every section that nobody adopted yet.
Result<Decision> adopt_defaults(const State&, const AdoptDefaults&, const Context&);

}  // namespace vs::policies
