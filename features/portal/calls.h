// The pages around one use: would you speak with them, when, how was it (REQ-09, ACT-01, ACT-03).
#pragma once

#include "features/activities/activities.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "features/portal/portal.h"
#include "features/portal/words.h"

namespace vs::portal {

/// All that these pages read.
struct CallRoom {
  const activities::State& activities;
  const people::State& people;
  const directory::State& directory;
};

/// The activity that the visitor's link is about.
struct Call {
  const Visitor& visitor;
  Words words;
  activities::CustomerView view;
  std::string name;  ///< of the visitor
};

/// Nothing when it is not theirs.
std::optional<Call> call_of(const CallRoom&, const Visitor&);

Page activity_page(const Call&);
Page move_page(const Call&);
Page cancel_page(const Call&);
Page debrief_page(const Call&);

// ---- What their forms set going.
Deed move_deed(const Call&, const Form&);
Deed cancel_deed(const Call&, const Form&);
Deed debrief_deed(const Call&, const Form&);

/// Days and times of a form, as the clock stands in the time zone; those half filled in are left out.
std::vector<Instant> slots_of(const Form&, const std::string& time_zone);

}  // namespace vs::portal
