// Saved views of one's own: nobody else's can be seen or named.
#include "app/api_call.h"
#include "app/policy.h"

namespace vs::app {

void Api::saved_views(Call& call) {
  if (!policy::allows("saved_views.create", call.roles))
    return call.refuse(RefusalKind::forbidden, "not_allowed", "Your role does not allow this.");
  const auto& person = call.caller.actor.person();
  const auto answer = [&](const Result<SavedView>& view, int status) {
    if (!view) return call.refuse(view.error());
    call.ok(json::to_text(*view), status);
  };
  if (call.is("GET") && call.parts() == 1) {
    const auto items = saved_views_.of(call.workspace, person, call.request.query["screen"]);
    return call.ok("{\"items\":" + json::to_text(items) + ",\"next\":null,\"total\":" + std::to_string(items.size()) +
                   "}");
  }
  if (call.is("POST") && call.parts() == 1) {
    const auto wish = body_of<SaveView>(call);
    if (wish) answer(saved_views_.save(call.workspace, person, *wish), 201);
    return;
  }
  if (call.is("POST") && call.parts() == 3 && call.part(2) == "rename") {
    const auto wish = body_of<RenameView>(call);
    if (wish) answer(saved_views_.rename(call.workspace, person, call.part(1), *wish), 200);
    return;
  }
  if (call.is("POST") && call.parts() == 3 && call.part(2) == "remove") {
    if (brings_nothing(call)) answer(saved_views_.remove(call.workspace, person, call.part(1)), 200);
    return;
  }
  call.refuse(RefusalKind::not_found, "not_found", "There is no such address.");
}

}  // namespace vs::app
