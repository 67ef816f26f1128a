#include "features/privacy/privacy_module.h"

#include "features/privacy/privacy_views.h"
#include "features/privacy/reactions.h"
#include "features/privacy/retention.h"
#include "kernel/event_ops.h"

namespace vs::privacy {

Module module() {
  Feature feature("privacy");
  feature
      .events<RequestReceived, RequestSettled, ErasureProposed, ErasureDropped, Erasing, Erased, Held, HoldReleased,
              RemainderSealed, RemainderRead, Restricted, RestrictionLifted, Exported, RuleSet, Disposing, Disposed>();
  feature.acts("subjects", "receive_request", "Note a request", &receive)
      .acts("subjects", "restrict", "Restrict use", &restrict_use)
      .when(&may_restrict)
      .acts("subjects", "lift_restriction", "Lift the restriction", &lift_restriction)
      .when(&may_lift)
      .acts("subjects", "hold", "Hold for a claim", &hold)
      .acts("subjects", "release_hold", "Release the hold", &release_hold)
      .when(&may_release)
      .acts("subjects", "erase", "Propose to erase", &propose_erasure)
      .when(&may_propose)
      .acts("subjects", "confirm_erasure", "Confirm: erase for ever", &confirm_erasure)
      .when(&may_confirm)
      .acts("subjects", "drop_erasure", "Do not erase", &drop_erasure)
      .when(&may_drop)
      .acts("subjects", "read_remainder", "Open what is sealed", &read_remainder)
      .when(&may_read_remainder)
      .lists("subjects", &subject_rows)
      .shows("subjects", &subject_item);
  feature.acts("subject_requests", "settle", "Answer", &settle)
      .when(&may_settle)
      .lists("subject_requests", &matter_rows)
      .shows("subject_requests", &matter_item);
  feature.acts("retention", "set", "Change how long", &set_rule)
      .acts("retention", "dispose", "Dispose now", &dispose)
      .watches("retention.due", &dispose_by_itself)
      .lists("retention", &retention_rows)
      .shows("retention", &retention_item);
  feature.reacts<portal::WishStated>(&on_wish)
      .reacts<portal::WishSettled>(&on_wish_settled)
      .reacts<Erased>(&on_erased)
      .reacts<authorizations::Recorded>(&on_permission)
      .reacts<authorizations::Granted>(&on_grant);
  return feature;
}

}  // namespace vs::privacy
