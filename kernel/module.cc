#include "kernel/module.h"

namespace vs {

Feature& Feature::list(const std::string& collection, std::function<Result<std::string>(const World&, const Ask&)> page,
                       json::Value (*output)()) {
  const auto answer = [page = std::move(page)](const World& world, const Ask& ask) -> Result<Answer> {
    VS_TRY(text, page(world, ask));
    return Answer{std::move(text)};
  };
  return query({collection + ".list", collection, QueryKind::list, "List of " + collection, answer, output});
}

Feature& Feature::query(Query query) {
  module_.queries.push_back(std::move(query));
  return *this;
}

Feature& Feature::command(Command command) {
  command.name = command.collection + "." + (command.action.empty() ? "create" : command.action);
  command.decide = [decide = std::move(command.decide)](const World& world, const json::Value& body, const Context& c) {
    auto decision = decide(world, body, c);
    if (decision && decision->id.empty()) decision->id = c.target;
    return decision;
  };
  module_.commands.push_back(std::move(command));
  return *this;
}

}  // namespace vs
