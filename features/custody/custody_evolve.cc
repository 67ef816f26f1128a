#include "features/custody/custody.h"

namespace vs::custody {

void on(State& state, const KeyRotated& event, const Meta&) {
  if (!event.old_key.empty()) state.earlier_keys.push_back(event.old_key);
  if (!event.handover.empty()) state.handovers.push_back(event.handover);
  state.key = event.new_key;
}

void on(State& state, const RollbackAccepted&, const Meta&) {
  ++state.rollbacks;
}

}  // namespace vs::custody
