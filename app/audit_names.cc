#include "app/audit_names.h"

#include "features/activities/activities.h"
#include "features/advocates/advocates.h"
#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"
#include "features/escalations/escalations.h"
#include "features/people/people.h"
#include "features/procedures/procedures.h"
#include "features/requests/requests.h"

namespace vs::app {
namespace {

constexpr std::size_t longest = 80, most = 12;

bool is_id(std::string_view s) {
  const auto at = s.find('_');
  return at != std::string_view::npos && at <= 4 && s.size() > 20 && s.find(' ') == std::string_view::npos;
}

bool is_code(const json::Value& v) {
  if (const auto* s = v.if_string()) return !s->empty() && s->size() <= longest;
  return v.is_number() || v.is_bool();
}

// `{"ref","com"}` stands for words about a person.
bool is_personal(const json::Object& o) {
  return o.contains("ref") && o.contains("com");
}

// Of things within the event only what says which they are.
bool tells(std::string_view member) {
  return member == "use_type" || member == "contact" || member == "channel" || member == "purpose" ||
         member == "deadline" || member == "name";
}

void put_list(json::Object& out, const std::string& key, const json::Array& list) {
  json::Array codes;
  json::Object inner;
  for (const auto& each : list) {
    if (codes.size() >= most) break;
    if (is_code(each)) codes.push_back(each);
    const auto* o = each.if_object();
    if (!o || is_personal(*o)) continue;
    for (const auto& member : *o) {
      if (!tells(member.key()) || !is_code(member.value())) continue;
      auto& values = inner[key + "." + std::string(member.key())];
      if (!values.is_array()) values.emplace_array();
      values.get_array().push_back(member.value());
    }
  }
  if (!codes.empty()) out[key] = std::move(codes);
  for (auto& pair : inner) out[pair.key()] = std::move(pair.value());
}

void put_object(json::Object& out, const std::string& key, const json::Object& o) {
  if (is_personal(o)) return;
  for (const auto& member : o)
    if (is_code(member.value()) && (member.value().is_number() || tells(member.key())))
      out[key + "." + std::string(member.key())] = member.value();
}

template <class M>
const auto* in(const M& map, const std::string& id) {
  const auto found = map.find(id);
  return found == map.end() ? nullptr : &found->second;
}

// The name or number of one record, and the record on whose screen it is shown.
struct Reader {
  const World& world;
  bool people_too;

  std::string contact(const std::string& id) const {
    const auto* c = people_too ? in(world.get<directory::State>().contacts, id) : nullptr;
    return c ? c->name.words() : std::string();
  }
  std::string of_directory(const std::string& id) const {
    const auto& d = world.get<directory::State>();
    if (const auto* a = in(d.accounts, id)) return a->name;
    if (const auto* deal = in(d.deals, id)) return deal->name;
    if (const auto* p = in(d.products, id)) return p->name;
    if (const auto* s = in(d.sellers, id)) return s->name.words();
    if (const auto* i = in(d.imports, id)) return i->file_name;
    return contact(id);
  }
  std::string operator()(const std::string& id, std::string& road) const {
    road = id;
    if (const auto* r = in(world.get<requests::State>().requests, id)) return r->number;
    if (const auto* a = in(world.get<authorizations::State>().authorizations, id)) return a->number;
    if (const auto* a = in(world.get<advocates::State>().advocates, id)) return contact(a->contact);
    if (const auto* c = procedures::find(world.get<procedures::State>(), id)) return road = c->subject, c->number;
    if (const auto* e = escalations::find(world.get<escalations::State>(), id)) {
      const auto* c = procedures::find(world.get<procedures::State>(), e->case_id);
      if (c) road = c->subject;
      return e->number;
    }
    if (const auto* a = in(world.get<activities::State>().activities, id))
      return road = a->plan.request, a->plan.request_number;
    if (const auto& people = world.get<people::State>(); people::find(people, id)) return people::name_of(people, id);
    return of_directory(id);
  }
};

}  // namespace

json::Object codes_of(const json::Value& data) {
  json::Object out;
  const auto* o = data.if_object();
  if (!o) return out;
  for (const auto& member : *o) {
    const std::string key(member.key());
    const auto& value = member.value();
    if (is_code(value)) out[key] = value;
    else if (const auto* list = value.if_array()) put_list(out, key, *list);
    else if (const auto* inner = value.if_object()) put_object(out, key, *inner);
  }
  return out;
}

std::set<std::string> ids_in(const json::Object& codes) {
  std::set<std::string> out;
  const auto take = [&](const json::Value& v) {
    if (const auto* s = v.if_string(); s && is_id(*s)) out.emplace(*s);
  };
  for (const auto& member : codes) {
    take(member.value());
    if (const auto* list = member.value().if_array())
      for (const auto& each : *list) take(each);
  }
  return out;
}

Named named(const World& world, const std::set<std::string>& ids, bool people_too) {
  const Reader read{world, people_too};
  Named out;
  for (const auto& id : ids) {
    std::string road;
    auto name = read(id, road);
    if (!name.empty()) out.names[id] = std::move(name);
    if (road != id && !road.empty()) out.roads[id] = road;
  }
  return out;
}

}  // namespace vs::app
