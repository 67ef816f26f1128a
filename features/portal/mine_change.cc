// Less, later, longer, or nothing any more: the pages on which the customer changes what they allowed.
#include <algorithm>
#include <set>

#include "features/portal/frame.h"
#include "features/portal/mine.h"

namespace vs::portal {
namespace {

using authorizations::PermissionShown;

struct Tick {
  std::string id, name, value, label;
};
BOOST_DESCRIBE_STRUCT(Tick, (), (id, name, value, label))

json::Object begun(const Mine& mine, const PermissionShown& p, const std::string& title) {
  auto data = frame(mine.visitor, title);
  data["id"] = p.id;
  data["version"] = std::to_string(p.version);
  std::vector<std::string> titles;
  for (const auto& grant : p.grants) titles.push_back(grant.title);
  put_list(data, "titles", titles);
  return data;
}

// Each code once, in order of appearance.
std::vector<Tick> channel_ticks(const PermissionShown& p) {
  std::vector<Tick> out;
  std::set<std::string> seen;
  for (const auto& grant : p.grants)
    for (const auto& channel : grant.channels)
      if (seen.insert(channel.code).second)
        out.push_back({"c" + channel.code, "channels", channel.code, channel.words});
  return out;
}

std::vector<Tick> region_ticks(const PermissionShown& p) {
  std::vector<Tick> out;
  std::set<std::string> seen;
  for (const auto& grant : p.grants)
    for (const auto& region : grant.regions)
      if (seen.insert(region).second) out.push_back({"r" + std::to_string(out.size()), "regions", region, region});
  return out;
}

Deed on_permission(const char* action, const PermissionShown& p, const char* stay, const char* note) {
  Deed deed{"authorizations", action, p.id, {}, "/p/mine", std::string(stay) + "?id=" + p.id, note};
  return deed;
}

}  // namespace

Page withdraw_page(const Mine& mine, const PermissionShown& p) {
  return shown("withdraw", mine.words, begun(mine, p, mine.words("withdraw_title")));
}

Page pause_page(const Mine& mine, const PermissionShown& p) {
  const auto& words = mine.words;
  auto data = begun(mine, p, words("pause_title"));
  std::vector<Tick> choices;
  for (const int weeks : {2, 4, 8})
    choices.push_back({"w" + std::to_string(weeks), "until", mine.visitor.now.date().plus_days(7 * weeks).vj_str(),
                       words("pause_weeks", {{"n", std::to_string(weeks)}})});
  put_list(data, "choices", choices);
  data["min"] = mine.visitor.now.date().plus_days(1).vj_str();
  return shown("pause", words, std::move(data));
}

Page narrow_page(const Mine& mine, const PermissionShown& p) {
  auto data = begun(mine, p, mine.words("narrow_title"));
  std::vector<Tick> drops;
  for (const auto& grant : p.grants)
    drops.push_back({"d" + std::to_string(grant.ask), "drop", std::string(name_of(grant.use_type)), grant.title});
  put_list(data, "drops", drops);
  auto channels = channel_ticks(p);
  if (channels.size() < 2) channels.clear();
  put_list(data, "channels", channels);
  auto regions = region_ticks(p);
  if (regions.size() < 2) regions.clear();
  put_list(data, "regions", regions);
  data["min"] = mine.visitor.now.date().vj_str();
  data["max"] = p.until ? p.until->vj_str() : "";
  return shown("narrow", mine.words, std::move(data));
}

Page renew_page(const Mine& mine, const PermissionShown& p) {
  const auto& words = mine.words;
  if (!p.may_renew || !p.renew_until || !p.until) return go_to("/p/mine");
  // The letter that was answered with a yes does not ask once more.
  if (mine.visitor.purpose == "renew" && !nears_its_end(mine, p)) return go_to("/p/mine");
  auto data = begun(mine, p, words("renew_title", {{"date", words.date(*p.renew_until)}}));
  data["lead"] = words("renew_lead", {{"ends", words.date(*p.until)}});
  data["yes"] = words("renew_yes", {{"date", words.date(*p.renew_until)}});
  return shown("renew", words, std::move(data));
}

Deed withdraw_deed(const Mine&, const PermissionShown& p, const Form& form) {
  auto deed = on_permission("withdraw", p, "/p/withdraw", "withdrawn_note");
  if (form.has("reason")) deed.body["reason"] = form.one("reason");
  return deed;
}

Deed pause_deed(const Mine& mine, const PermissionShown& p, const Form& form) {
  auto deed = on_permission("pause", p, "/p/pause", "mine_done");
  const std::string until = form.has("day") ? form.one("day") : form.one("until");
  if (!Date::vj_parse(until)) deed.problems.push_back(mine.words("pause_missing"));
  deed.body["until"] = until;
  return deed;
}

Deed resume_deed(const Mine&, const PermissionShown& p) {
  return on_permission("resume", p, "/p/mine", "mine_done");
}

Deed narrow_deed(const Mine& mine, const PermissionShown& p, const Form& form) {
  auto deed = on_permission("narrow", p, "/p/narrow", "mine_done");
  const auto list = [&](const char* field, const char* name) {
    if (const auto values = form.all(field); !values.empty()) deed.body[name] = *json::parse(json::to_text(values));
  };
  list("drop", "drop_use_types");
  list("channels", "channels");
  list("regions", "regions");
  if (form.has("until_on") && Date::vj_parse(form.one("until"))) deed.body["until"] = form.one("until");
  if (form.has("each")) deed.body["ask_each_time"] = true;
  if (deed.body.empty()) deed.problems.push_back(mine.words("narrow_nothing"));
  return deed;
}

Deed renew_deed(const Mine&, const PermissionShown& p) {
  auto deed = on_permission("renew", p, "/p/renew", "mine_done");
  if (p.renew_until) deed.body["until"] = p.renew_until->vj_str();
  return deed;
}

}  // namespace vs::portal
