// The language in which screens and letters speak to somebody: their own, in every workspace where they work.
#include "app/api_call.h"
#include "features/people/people.h"
#include "kernel/event_ops.h"

namespace vs::app {

void Api::choose_language(Call& call) {
  const auto wish = body_of<people::ChooseLanguage>(call);
  if (!wish) return;
  slow_.answer(call.respond, [this, wish = *wish, actor = call.caller.actor](const http::Respond& respond) {
    std::optional<Refusal> obstacle;
    for (const auto* ws : house_.engine().workspaces()) {
      if (house_.engine().roles_of(ws->id, actor).empty()) continue;  // they do not work there
      house_.engine().append(ws->id, actor, [&](const World& world, const Context& context) {
        auto own = context;
        own.target = actor.id;
        const auto decided = people::choose_language(world.get<people::State>(), wish, own);
        if (!decided) obstacle = decided.error();
        return decided ? decided->events : Events{};
      });
    }
    respond(obstacle ? http::problem(*obstacle) : http::Response{200, "application/json", "{\"ok\":true}", {}, {}});
  });
}

}  // namespace vs::app
