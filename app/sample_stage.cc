#include "app/sample_stage.h"

#include <boost/json/parse.hpp>

#include "app/files.h"

namespace vs::app {
namespace {

std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> out{""};
  for (const char c : path) {
    if (c == '/') out.emplace_back();
    else out.back() += c;
  }
  return out;
}

}  // namespace

json::Value Stage::act(const std::string& part, const std::string& path, json::Object body) {
  const auto p = parts_of(path);
  const auto& registry = house_.registry();
  engine::Submission s;
  s.workspace = workspace_;
  s.actor = {ActorKind::person, person(part), ""};
  s.command = p.size() == 1   ? registry.command(p[0], "", false)
              : p.size() == 2 ? registry.command(p[0], p[1], false)
                              : registry.command(p[0], p[2], true);
  if (!s.command) throw std::logic_error("the sample plays an act that does not exist: " + path);
  if (p.size() == 3) s.target = p[1];
  s.body = std::move(body);
  s.at = now;
  const auto outcome = house_.engine().execute(std::move(s));
  ++acts;
  if (outcome.answer) return boost::json::parse(outcome.answer->json);
  ++refusals;
  ++refused[(p.size() == 3 ? p[0] + "/" + p[2] : path) + " " + outcome.answer.error().reasons.front().code + " " +
            outcome.answer.error().reasons.front().field];
  return nullptr;
}

json::Value Stage::look(const std::string& part, const std::string& path, std::map<std::string, std::string> params) {
  const auto p = parts_of(path);
  const auto& registry = house_.registry();
  Ask ask;
  ask.actor = {ActorKind::person, person(part), ""};
  ask.now = now;
  ask.params = std::move(params);
  const Query* query = registry.query(path);
  if (!query && p.size() >= 2) {
    ask.id = p[1];
    query = registry.query(p[0] + "/{id}" + (p.size() == 3 ? "/" + p[2] : ""));
  }
  if (!query) throw std::logic_error("the sample looks for something that does not exist: " + path);
  const auto seen = house_.engine().ask(workspace_, *query, ask);
  return seen.answer ? boost::json::parse(seen.answer->json) : json::Value{};
}

std::string Stage::evidence(const std::string& words) {
  const auto file = store_file(house_, workspace_, "confirmation.txt", words);
  return file ? file->id : "";
}

void Stage::live_until(Instant end) {
  while (now < end) {
    const Instant evening = std::min(end, now.plus_days(1));
    play_until(evening);
    house_.engine().tick(evening);
  }
}

void Stage::play_until(Instant end) {
  while (!plan_.empty() && plan_.top().at <= end) {
    auto next = plan_.top();
    plan_.pop();
    now = std::max(now, next.at);
    next.act();
  }
  now = std::max(now, end);
}

}  // namespace vs::app
