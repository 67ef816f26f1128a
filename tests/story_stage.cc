#include "tests/story_stage.h"

#include <boost/json/serialize.hpp>

#include <deque>
#include <sstream>

namespace vs::story {
namespace {

const std::string expects_reference = " Expected a vault reference.";

// The value at a dotted path, or null.
json::Value* at_path(json::Value& root, const std::string& path) {
  json::Value* here = &root;
  std::istringstream keys(path);
  for (std::string key; here && std::getline(keys, key, '.');) {
    if (auto* object = here->if_object()) here = object->if_contains(key);
    else if (auto* list = here->if_array()) here = list->if_contains(std::stoul(key));
    else here = nullptr;
  }
  return here;
}

// Stories write words about people as plain text, stored events as vault references. The decoder tells where
// it misses a reference; there the text is put in the place of one, until nothing is missing.
AnyEvent decode(const EventOps& ops, json::Value data) {
  for (;;) {
    try {
      AnyEvent event(ops, ops.decode(data));
      event.personal([](Personal& p) { p.unseal("", p.ref()); });
      return event;
    } catch (const UnreadableEvent& error) {
      const std::string what = error.what();
      const auto from = what.find("': ") + 3, to = what.rfind(expects_reference);
      auto* text = to == std::string::npos ? nullptr : at_path(data, what.substr(from, to - from));
      if (!text || !text->is_string()) throw;
      *text = json::Object{{"ref", *text}, {"com", ""}};
    }
  }
}

// The other way round: references read as the words they stand for.
void show_words(json::Value& v) {
  if (auto* list = v.if_array()) {
    for (auto& each : *list) show_words(each);
  } else if (auto* object = v.if_object()) {
    if (object->size() == 2 && object->contains("ref") && object->contains("com")) {
      json::Value words = object->at("ref");
      v = std::move(words);
    } else {
      for (auto& pair : *object) show_words(pair.value());
    }
  }
}

Answered refused(const Refusal& refusal) {
  std::set<std::string> codes;
  for (const auto& reason : refusal.reasons) codes.insert(reason.code);
  std::string line = "refused";
  for (const auto& code : codes) line += " " + code;
  return {{line}, {}};
}

template <class List>
const auto& named(const engine::Registry& registry, List Module::* list, const std::string& name, const char* kind) {
  for (const auto& module : registry.modules())
    for (const auto& each : module.*list)
      if (each.name == name || module.name + "." + each.name == name) return each;
  throw std::runtime_error(std::string("no ") + kind + " is called '" + name + "'");
}

}  // namespace

Stage::Stage(const engine::Registry& registry) : registry_(registry) {
  registry.prepare(world_);
  at("2026-11-22T09:00:00Z");
}

void Stage::at(const std::string& instant) {
  const auto parsed = Instant::vj_parse(instant);
  if (!parsed) throw std::runtime_error("'" + instant + "' is not an instant");
  now_ = *parsed;
}

void Stage::as(const std::string& who) {
  const auto space = who.find(' ');
  actor_ = {ActorKind::watcher, who.substr(0, space), ""};
  if (who.starts_with("per_")) actor_.kind = ActorKind::person;
  if (who.starts_with("con_")) actor_.kind = ActorKind::contact;
  roles_.clear();
  if (space == std::string::npos) return;
  std::istringstream roles(who.substr(space + 1));
  for (std::string role; std::getline(roles, role, ',');) roles_.insert(role);
}

void Stage::given(const std::string& type, const json::Value& data) {
  const auto event = decode(registry_.event(type), data);
  fold(event, actor_, 0);
}

Answered Stage::when(const std::string& command, const std::string& target, const json::Value& body) {
  const auto context = this->context(target);
  const auto decision = named(registry_, &Module::commands, command, "command").decide(world_, body, context);
  if (!decision) return refused(decision.error());
  return {happen(decision->events, context), decision->id};
}

Answered Stage::tick(const std::string& watcher) {
  actor_ = {ActorKind::watcher, watcher, ""};
  const auto context = this->context("");
  return {happen(named(registry_, &Module::watchers, watcher, "watcher").tick(world_, context), context), {}};
}

Answered Stage::see(const std::string& query, const std::string& target) {
  Ask ask{actor_, roles_, now_, target.substr(0, target.find('?')), {}, sequence_};
  const auto question = target.find('?');
  std::istringstream params(question == std::string::npos ? "" : target.substr(question + 1));
  for (std::string param; std::getline(params, param, '&');)
    ask.params[param.substr(0, param.find('='))] = param.substr(param.find('=') + 1);
  const auto answer = named(registry_, &Module::queries, query, "query").answer(world_, ask);
  if (!answer) return refused(answer.error());
  return {{answer->json}, {}};
}

Context Stage::context(const std::string& target) {
  Context context{actor_, roles_, now_, {}, target};
  context.seed[0] = ++commands_;
  return context;
}

// What a command does, and then all slices of long work until nothing is left.
std::vector<std::string> Stage::happen(Events events, const Context& context) {
  std::vector<std::string> lines;
  tell(std::move(events), actor_, context, lines);
  work_on(lines);
  if (lines.empty()) lines.push_back("nothing");
  return lines;
}

void Stage::work_on(std::vector<std::string>& lines) {
  for (const auto& module : registry_.modules())
    for (const auto& work : module.works) {
      const Actor program{ActorKind::watcher, work.collection, ""};
      for (int slices = 0;; ++slices) {
        if (slices > 1000) throw std::runtime_error("the work on " + work.collection + " does not come to an end");
        Context context{program, {}, now_, {}, ""};
        ++slices_;
        context.seed[1] = std::uint8_t(slices_ >> 8);
        context.seed[2] = std::uint8_t(slices_);
        auto events = work.slice(world_, context);
        if (events.empty()) break;
        tell(std::move(events), program, context, lines);
      }
    }
}

// Folds events and what follows from them, as the engine does, and tells each in a line.
void Stage::tell(Events events, const Actor& actor, const Context& context, std::vector<std::string>& lines) {
  std::deque<std::pair<AnyEvent, std::uint64_t>> pending;
  for (auto& event : events) pending.emplace_back(std::move(event), 0);
  while (!pending.empty()) {
    auto [event, cause] = std::move(pending.front());
    pending.pop_front();
    event.personal([](Personal& p) { p.seal(p.words(), ""); });
    fold(event, actor, cause);
    std::string text;
    event.write(text);
    auto data = json::parse(text).value();
    show_words(data);
    lines.push_back("then " + std::string(event.type()) + " " + boost::json::serialize(data));
    const Meta meta{sequence_, now_, actor, "cmd_story", cause};
    for (const auto* reaction : registry_.reactions(event.type()))
      for (auto& follow : reaction->react(world_, event, meta, context))
        pending.emplace_back(std::move(follow), sequence_);
  }
}

void Stage::fold(const AnyEvent& event, const Actor& actor, std::uint64_t cause) {
  event.apply(world_, Meta{++sequence_, now_, actor, "cmd_story", cause});
}

}  // namespace vs::story
