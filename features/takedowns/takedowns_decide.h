// What people do with take-downs, and what raises them.
#pragma once

#include "features/directory/directory.h"
#include "features/mail/mail.h"
#include "features/people/people.h"
#include "features/policies/policies.h"
#include "features/takedowns/takedowns.h"

namespace vs::takedowns {

struct Assign {
  std::string owner;
};
BOOST_DESCRIBE_STRUCT(Assign, (), (owner))

/// A removal needs a proof: a file, or the address where one sees that it is gone.
struct Close {
  How how{};
  LongText note;
  std::optional<std::string> link;
  std::vector<authorizations::EvidenceInput> evidence;
};
BOOST_DESCRIBE_STRUCT(Close, (), (how, note, link, evidence))

Result<Decision> assign(const State&, const people::State&, const Assign&, const Context&);
Result<Decision> close(const State&, const directory::State&, const authorizations::State&, const Close&,
                       const Context&);
/// Refuses once it is closed.
Result<void> still_open(const State&, const Context&);

Events on_withdrawn(const State&, const directory::State&, const policies::State&, const authorizations::State&,
                    const authorizations::Withdrawn&, const Meta&, const Context&);
Events on_narrowed(const State&, const directory::State&, const policies::State&, const authorizations::State&,
                   const authorizations::Narrowed&, const Meta&, const Context&);
Events on_lapsed(const State&, const directory::State&, const policies::State&, const authorizations::State&,
                 const authorizations::Lapsed&, const Meta&, const Context&);
Events on_conditions_reviewed(const State&, const directory::State&, const policies::State&,
                              const authorizations::State&, const authorizations::ConditionsReviewed&, const Meta&,
                              const Context&);
/// Who has to act hears of it at once.
Events tell_owner(const State&, const people::State&, const policies::State&, const mail::State&, const Raised&,
                  const Meta&, const Context&);

}  // namespace vs::takedowns
