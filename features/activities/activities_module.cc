#include "features/activities/activities_module.h"

#include "features/activities/activities_decide.h"
#include "features/activities/activities_views.h"
#include "features/activities/letters.h"
#include "features/activities/watch.h"
#include "kernel/event_ops.h"

namespace vs::activities {

Module module() {
  return std::move(
      Feature("activities")
          .events<Planned, Scheduled, Recorded, Debriefed, Cancelled, Arranged, OtherTimesProposed, Reminded,
                  CustomerDebriefed, IncidentReported, DebriefChased>()
          .acts("activities", "schedule", "Schedule", &schedule)
          .when(&still_ahead)
          .acts("activities", "record", "Record what happened", &record)
          .when(&still_ahead)
          .acts("activities", "debrief", "Debrief", &debrief)
          .when(&owes_debrief)
          .acts("activities", "reschedule", "Propose another time", &reschedule)
          .when(&can_reschedule)
          .acts("activities", "cancel", "Call off", &call_off)
          .when(&can_call_off)
          .acts("activities", "debrief_customer", "Tell how it went", &debrief_customer)
          .when(&can_debrief_customer)
          .reacts<Scheduled>(&letters_on_scheduled)
          .reacts<Cancelled>(&letters_on_cancelled)
          .reacts<Recorded>(&letters_on_recorded)
          .reacts<OtherTimesProposed>(&letters_on_other_times)
          .reacts<Reminded>(&letters_on_reminded)
          .reacts<DebriefChased>(&letters_on_chased)
          .watches("activities", &watch)
          .lists("activities", &rows)
          .shows("activities", &item)
          .answers("activities.mine", "activities/{id}/mine", "An activity as its customer sees it", &mine));
}

}  // namespace vs::activities
