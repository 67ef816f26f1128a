#include "app/sample_stage.h"

#include <boost/json/parse.hpp>

#include <set>

#include "app/files.h"
#include "features/directory/directory.h"
#include "features/mail/commands.h"
#include "features/people/people.h"
#include "features/portal/portal.h"

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

std::string text_of(const json::Object& o, const char* key) {
  const auto* v = o.if_contains(key);
  return v && v->is_string() ? std::string(v->get_string()) : std::string{};
}

json::Value Stage::act(const std::string& part, const std::string& path, json::Object body) {
  const auto p = parts_of(path);
  const auto& registry = house_.registry();
  engine::Submission s;
  s.actor = {ActorKind::person, person(part), ""};
  s.command = p.size() == 1   ? registry.command(p[0], "", false)
              : p.size() == 2 ? registry.command(p[0], p[1], false)
                              : registry.command(p[0], p[2], true);
  if (!s.command) throw std::logic_error("the sample plays an act that does not exist: " + path);
  if (p.size() == 3) s.target = p[1];
  s.body = std::move(body);
  return submit(std::move(s), p.size() == 3 ? p[0] + "/" + p[2] : path);
}

json::Value Stage::submit(engine::Submission s, const std::string& name) {
  s.workspace = workspace_;
  s.at = now;
  const auto outcome = house_.engine().execute(std::move(s));
  ++acts;
  if (outcome.answer) return boost::json::parse(outcome.answer->json);
  ++refusals;
  ++refused[name + " " + outcome.answer.error().reasons.front().code + " " +
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

std::vector<json::Object> Stage::all(const std::string& path, std::map<std::string, std::string> params) {
  std::vector<json::Object> out;
  for (params["limit"] = "200";;) {
    const auto page = look("administrator", path, params);
    if (!page.is_object()) return out;
    for (const auto& item : page.at("items").as_array()) out.push_back(item.as_object());
    if (!page.at("next").is_string()) return out;
    params["cursor"] = std::string(page.at("next").as_string());
  }
}

json::Value Stage::press(const Opened& link, const std::string& page, const portal::Form& form) {
  const auto* ws = house_.engine().workspace(workspace_);
  portal::Visitor visitor;
  visitor.contact = link.contact, visitor.purpose = link.purpose, visitor.about = link.about;
  visitor.now = now;
  std::shared_lock lock(ws->lock);
  visitor.language = portal::language_of(ws->world, link.contact);
  auto deed = portal::deed(ws->world, visitor, page, form);
  lock.unlock();
  if (!deed || !deed->problems.empty() || deed->collection.empty()) {
    ++refusals;
    ++refused["customer " + page + " " + (deed && !deed->problems.empty() ? deed->problems.front() : "no such form")];
    return nullptr;
  }
  engine::Submission s;
  s.actor = {ActorKind::contact, link.contact, ""};
  s.command = house_.registry().command(deed->collection, deed->action, !deed->target.empty());
  s.target = deed->target;
  s.body = std::move(deed->body);
  s.trusted = deed->trusted;
  return submit(std::move(s), "customer " + page);
}

Result<authorizations::RoundPage> Stage::read(const std::string& contact, const std::string& authorization) {
  const auto* ws = house_.engine().workspace(workspace_);
  std::shared_lock lock(ws->lock);
  const auto& world = ws->world;
  return authorizations::round_page(world.get<authorizations::State>(), world.get<directory::State>(),
                                    world.get<people::State>(), authorization, contact,
                                    portal::language_of(world, contact));
}

void Stage::post_letters() {
  const auto* ws = house_.engine().workspace(workspace_);
  std::map<std::string, std::string> due;  // letter → address
  std::set<std::string> customers;         // of these, letters to customers
  std::shared_lock lock(ws->lock);
  const auto& mail = ws->world.get<mail::State>();
  for (const auto& id : mail.waiting) {
    const auto& letter = mail.letters.at(id);
    if (!letter.due_at || *letter.due_at > now) continue;
    const auto* contact = directory::contact(ws->world.get<directory::State>(), letter.contact);
    const auto* person = people::find(ws->world.get<people::State>(), letter.person);
    if (contact) customers.insert(id);
    due[id] = contact ? contact->email.words() : person ? person->email.words() : "";
  }
  lock.unlock();
  if (due.empty()) return;
  // All of an evening at once, each as the courier would report it.
  const auto report = [&](const World& world, const Context& context) {
    Events out;
    for (const auto& [id, address] : due) {
      // Now and then a customer's address is out of date, as in any directory.
      const bool refused_there = customers.contains(id) && ++posted_ % 131 == 100;
      Context about = context;
      about.target = id;
      const mail::Report tried{refused_there ? mail::Attempt::failed : mail::Attempt::sent, 1,
                               refused_there ? "address_refused" : "", address};
      if (auto decided = mail::report(world.get<mail::State>(), tried, about)) append(out, std::move(decided->events));
    }
    return out;
  };
  house_.engine().append(workspace_, {ActorKind::watcher, "courier", ""}, report, now);
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
    if (evening < end.plus_days(-2)) post_letters();
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
