#include "features/activities/activities_module.h"

#include "features/activities/activities_decide.h"
#include "features/activities/activities_views.h"

namespace vs::activities {

Module module() {
  return std::move(Feature("activities")
                       .events<Planned, Scheduled, Recorded, Debriefed, Cancelled>()
                       .acts("activities", "schedule", "Schedule", &schedule)
                       .when(&still_ahead)
                       .acts("activities", "record", "Record what happened", &record)
                       .when(&still_ahead)
                       .acts("activities", "debrief", "Debrief", &debrief)
                       .when(&owes_debrief)
                       .lists("activities", &rows)
                       .shows("activities", &item));
}

}  // namespace vs::activities
