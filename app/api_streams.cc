// Live updates: what changed, to everybody who listens and still may.
#include "app/api_call.h"

namespace vs::app {

void Api::stream(Call& call) {
  http::Response out;
  out.stream = [this, workspace = call.workspace, caller = call.caller](http::Push push) {
    streams_.open(workspace, caller, std::move(push));
  };
  call.respond(std::move(out));
}

void Api::tell(const std::vector<engine::Change>& changes) {
  streams_.tell(changes);
  for (const auto& change : changes) {
    if (change.collection != "people" || change.id.empty()) continue;
    // Whoever was let go of everywhere is signed out; whoever was let go of here hears no more from here.
    const auto all = house_.engine().workspaces();
    const Actor person{ActorKind::person, change.id, ""};
    if (std::ranges::all_of(all, [&](const auto* w) { return house_.engine().roles_of(w->id, person).empty(); }))
      sessions_.end_sessions_of(change.id);
    streams_.review();
  }
}

}  // namespace vs::app
