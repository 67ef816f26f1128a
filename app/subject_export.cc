#include "app/subject_export.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <kainjow/mustache.hpp>

#include "app/files.h"
#include "app/person_words.h"
#include "app/zip.h"
#include "features/directory/directory.h"
#include "features/people/people.h"
#include "ledger/envelope.h"

namespace vs::app {
namespace {

namespace stache = kainjow::mustache;

constexpr const char* page_form = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{title}}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;
border-bottom:1px solid #ddd}td{white-space:pre-wrap;overflow-wrap:anywhere}@media(prefers-color-scheme:dark){body
{background:#161616;color:#eee}th,td{border-color:#444}}</style></head><body>
<h1>{{title}}</h1>
<p>Everything held about you in “{{workspace}}” on {{day}}. The same stands in everything.json for other programs.</p>
<h2>Who you are here</h2>
<table>{{#facts}}<tr><th scope="row">{{name}}</th><td>{{value}}</td></tr>{{/facts}}</table>
<h2>What happened, in order</h2>
<table><tr><th>When</th><th>What</th><th>By</th><th>In words</th></tr>
{{#trail}}<tr><td>{{at}}</td><td>{{what}}</td><td>{{by}}</td><td>{{words}}</td></tr>{{/trail}}</table>
<h2>Where others mention you</h2>
<table>{{#mentions}}<tr><td>{{at}}</td><td>{{what}}</td><td>{{by}}</td><td>{{words}}</td></tr>{{/mentions}}</table>
</body></html>
)";

// What the event types say to a person: `authorization.recorded` → "authorization: recorded".
std::string spoken(const std::string& type) {
  std::string out;
  for (const char c : type)
    if (c == '.') out += ": ";
    else out += c == '_' ? ' ' : c;
  return out;
}

struct Gathered {
  json::Array trail, mentions;
  std::map<std::uint64_t, std::string> words;  ///< by event, in one text
};

// Every event that names the person, with its codes; the words that belong to it stand beside.
void gather(House& house, const std::string& workspace, const std::string& subject, const World& world, Gathered& out) {
  const auto quoted = '"' + subject + '"';
  const auto& people = world.get<people::State>();
  house.store().each_event(workspace, 0, [&](ledger::StoredEvent&& stored) {
    if (stored.bytes.find(quoted) == std::string::npos && !out.words.contains(stored.sequence)) return;
    const auto e = ledger::decode_envelope(stored.bytes);
    const auto words = out.words.find(stored.sequence);
    out.trail.push_back({{"sequence", stored.sequence},
                         {"at", e.meta.at.vj_str()},
                         {"what", e.type},
                         {"by", people::name_of(people, e.meta.actor.person())},
                         {"codes", json::Value(e.data, boost::json::storage_ptr())},
                         {"words", words == out.words.end() ? "" : words->second}});
  });
}

// Words in events that name the person are about them, whoever said them; in others, those that mention them.
Gathered gather_words(const Findings& found, const World& world) {
  Gathered out;
  const auto add = [&](const HeldWords& held) {
    auto& text = out.words[held.sequence];
    text += (text.empty() ? "" : "\n") + held.field + ": " + held.words;
  };
  for (const auto& held : found.own) add(held);
  const auto& people = world.get<people::State>();
  for (const auto& [held, how] : found.mentions)
    if (how != Mention::part && held.type.rfind("import.", 0) != 0)
      out.mentions.push_back({{"at", held.meta.at.vj_str()},
                              {"what", held.type},
                              {"by", people::name_of(people, held.meta.actor.person())},
                              {"words", held.words}});
  return out;
}

json::Object facts_of(const World& world, const std::string& subject) {
  if (const auto* c = directory::contact(world.get<directory::State>(), subject))
    return {{"Name", c->name.words()},   {"E-mail", c->email.words()}, {"Telephone", c->phone.words()},
            {"Title", c->title},         {"Seniority", c->seniority},  {"Language", c->language},
            {"Time zone", c->time_zone}, {"Region", c->region},        {"Comes from", c->source}};
  if (const auto* p = people::find(world.get<people::State>(), subject))
    return {{"Name", p->name.words()}, {"E-mail", p->email.words()}, {"Roles", json::to_text(p->roles)}};
  return {};
}

stache::data lines_of(const json::Array& rows) {
  stache::data out(stache::data::type::list);
  for (const auto& each : rows) {
    const auto& row = each.get_object();
    stache::data line(stache::data::type::object);
    for (const char* name : {"at", "by", "words"}) line.set(name, std::string(row.at(name).get_string()));
    line.set("what", spoken(std::string(row.at("what").get_string())));
    out.push_back(line);
  }
  return out;
}

std::string page_of(const json::Object& all, const std::string& workspace, Instant now) {
  stache::data data;
  data.set("title", "Your data");
  data.set("workspace", workspace);
  data.set("day", now.date().vj_str());
  stache::data facts(stache::data::type::list);
  for (const auto& [name, value] : all.at("who").get_object()) {
    stache::data fact(stache::data::type::object);
    fact.set("name", std::string(name));
    fact.set("value", std::string(value.get_string()));
    facts.push_back(fact);
  }
  data.set("facts", facts);
  data.set("trail", lines_of(all.at("trail").get_array()));
  data.set("mentions", lines_of(all.at("mentions").get_array()));
  return stache::mustache(page_form).render(data);
}

}  // namespace

Result<std::string> export_subject(House& house, const std::string& workspace, const std::string& subject,
                                   Instant now) {
  const auto* ws = house.engine().workspace(workspace);
  const auto found = find_person(house, workspace, subject);
  std::shared_lock lock(ws->lock);
  if (!is_somebody(ws->world, subject)) return refuse(RefusalKind::not_found, "not_found", "There is no such person.");
  json::Object all{{"subject", subject}, {"made_at", now.vj_str()}, {"who", facts_of(ws->world, subject)}};
  auto gathered = gather_words(found, ws->world);
  gather(house, workspace, subject, ws->world, gathered);
  lock.unlock();
  all["trail"] = std::move(gathered.trail);
  all["mentions"] = std::move(gathered.mentions);
  std::vector<ZipEntry> entries{{"your-data.html", page_of(all, ws->name, now)}};
  json::Array files;
  for (const auto& each : found.files) {
    const auto opened = open_file(house, workspace, each.file);
    if (!opened) continue;
    const auto name = "files/" + each.file + "-" + opened->file.name;
    files.emplace_back(name);
    entries.push_back({name, opened->bytes});
  }
  all["files"] = std::move(files);
  entries.push_back({"everything.json", boost::json::serialize(all)});
  return zip(entries, now);
}

}  // namespace vs::app
