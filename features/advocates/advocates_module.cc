#include "features/advocates/advocates_module.h"

#include "features/advocates/verbs.h"
#include "kernel/event_ops.h"

namespace vs::advocates {

Module module() {
  Feature feature("advocates");
  feature
      .events<Nominated, Qualified, Invited, Briefed, Activated, Rested, Paused, Returned, Retired, ProfileConfirmed,
              ProfileRevised, BlackedOut, Held, Progressed, Released, Used>()
      .creates("advocates", "Nominate", &nominate)
      .acts("advocates", "qualify", "Qualify", &qualify)
      .when(&can<Step::qualify>)
      .acts("advocates", "invite", "Invite", &invite)
      .when(&can<Step::invite>)
      .acts("advocates", "brief", "Record the briefing", &brief)
      .when(&can<Step::brief>)
      .acts("advocates", "activate", "Activate", &activate)
      .when(&can<Step::activate>)
      .acts("advocates", "rest", "Let rest", &rest)
      .when(&can<Step::rest>)
      .acts("advocates", "pause", "Pause", &pause)
      .when(&can<Step::pause>)
      .acts("advocates", "retire", "Retire", &retire)
      .when(&can<Step::retire>)
      .acts("advocates", "confirm_profile", "Confirm profile", &confirm_profile)
      .when(&can<Step::retire>)
      .acts("advocates", "revise", "Edit profile", &revise)
      .when(&can<Step::retire>)
      .acts("advocates", "blackout", "Add days off", &black_out)
      .when(&can<Step::retire>)
      .lists("advocates", &rows)
      .shows("advocates", &item)
      .answers("advocates.uses", "advocates/{id}/uses", "Uses of one advocate", &uses)
      .lists("usage", &usage)
      .reacts<directory::ContactLeft>(&follow_departure)
      .watches("return_rested", &return_rested);
  return feature;
}

}  // namespace vs::advocates
