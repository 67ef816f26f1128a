// When it is, with whom, another time, not at all; and afterwards: how was it?
#include "features/portal/calls.h"
#include "features/portal/frame.h"
#include "features/portal/times.h"

namespace vs::portal {
namespace {

struct Fact {
  std::string label, text;
};
BOOST_DESCRIBE_STRUCT(Fact, (), (label, text))

struct Mark {
  std::string id, value, label;
  bool on = false;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (id, value, label, on))

bool over(const activities::CustomerView& view) {
  return view.status != activities::Status::planned && view.status != activities::Status::scheduled;
}

std::string title_of(const Call& call) {
  return call.words("use_" + std::string(name_of(call.view.use_type)));
}

std::vector<Fact> facts(const Call& call) {
  const auto& view = call.view;
  const auto& words = call.words;
  std::vector<Fact> out;
  const auto add = [&](const char* label, const std::string& text) {
    if (!text.empty()) out.push_back({words(label), text});
  };
  add("activity_when", view.scheduled_for ? words.appointment(*view.scheduled_for, view.time_zone) + " (" +
                                                zone_shown(view.time_zone) + ")"
                                          : words("activity_none_yet"));
  std::vector<std::string> with;
  for (const auto& each : {view.prospect_name, view.with_name})
    if (!each.empty()) with.push_back(each);
  add("activity_where", words.list(with));
  if (view.minutes > 0) add("activity_duration", words("minutes", {{"n", std::to_string(view.minutes)}}));
  add("activity_place", view.where);
  add("activity_agenda", view.agenda);
  return out;
}

json::Object begun(const Call& call, const std::string& title) {
  auto data = frame(call.visitor, title);
  data["version"] = std::to_string(call.view.version);
  data["min"] = call.visitor.now.date().plus_days(1).vj_str();
  put_list(data, "facts", facts(call));
  return data;
}

// What a refused form said, so that nothing has to be written twice.
void keep(json::Object& data, const Call& call, std::initializer_list<const char*> fields) {
  for (const char* field : fields) data[field] = call.visitor.draft.one(field);
}

}  // namespace

std::optional<Call> call_of(const CallRoom& room, const Visitor& visitor) {
  auto view = activities::shown_to_customer(room.activities, room.people, room.directory, visitor.about,
                                            visitor.contact, visitor.now);
  if (!view) return {};
  const Words words(visitor.language);
  const auto* contact = directory::contact(room.directory, visitor.contact);
  return Call{visitor, words, std::move(*view), contact ? words.call(contact->name.words()) : ""};
}

Page activity_page(const Call& call) {
  auto data = begun(call, title_of(call));
  if (call.view.status == activities::Status::cancelled) data["lead"] = call.words("activity_cancelled");
  data["move"] = call.view.may_reschedule;
  data["cancel"] = call.view.may_cancel;
  data["debrief"] = call.view.may_debrief && over(call.view);
  add_languages(data, call.words);
  return shown("activity", call.words, std::move(data));
}

Page move_page(const Call& call) {
  if (!call.view.may_reschedule) return go_to("/p/activity");
  auto data = begun(call, call.words("activity_move"));
  data["lead"] = call.words("activity_move_lead");
  data["zone"] = zone_shown(call.view.time_zone);
  keep(data, call, {"day1", "time1", "day2", "time2", "day3", "time3", "reason"});
  return shown("move", call.words, std::move(data));
}

Page cancel_page(const Call& call) {
  if (!call.view.may_cancel) return go_to("/p/activity");
  return shown("cancel", call.words, begun(call, call.words("activity_cancel_title")));
}

Page debrief_page(const Call& call) {
  const auto& words = call.words;
  auto data = begun(call, words("debrief_title", {{"name", call.name}}));
  if (call.view.debrief) {
    data["big"] = icon("done", "big ok");
    data["page_title"] = words("confirm_done_yes_title", {{"name", call.name}});
    data["lead"] = words("debrief_done");
    return shown("plain", words, std::move(data));
  }
  if (!call.view.may_debrief) return go_to("/p/activity");
  data["lead"] = words("debrief_lead", {{"brand", call.visitor.brand}});
  std::vector<Mark> marks;
  for (const char* n : {"1", "2", "3", "4", "5"})
    marks.push_back(
        {std::string("rating") + n, n, words(std::string("debrief_rating_") + n), call.visitor.draft.has("rating", n)});
  put_list(data, "marks", marks);
  data["again_yes"] = call.visitor.draft.has("again", "yes");
  data["again_no"] = call.visitor.draft.has("again", "no");
  keep(data, call, {"concerns"});
  add_languages(data, words);
  return shown("debrief", words, std::move(data));
}

Deed move_deed(const Call& call, const Form& form) {
  Deed deed{"activities", "reschedule", call.view.id, {}, "/p/activity", "/p/move", "activity_moved"};
  deed.keep = true;
  const auto slots = slots_of(form, call.view.time_zone);
  if (slots.empty()) deed.problems.push_back(call.words("confirm_no_slot"));
  deed.body["slots"] = *json::parse(json::to_text(slots));
  if (form.has("reason")) deed.body["reason"] = form.one("reason");
  return deed;
}

Deed cancel_deed(const Call& call, const Form& form) {
  Deed deed{"activities", "cancel", call.view.id, {}, "/p/activity", "/p/cancel", "activity_cancelled"};
  if (form.has("reason")) deed.body["reason"] = form.one("reason");
  return deed;
}

Deed debrief_deed(const Call& call, const Form& form) {
  Deed deed{"activities", "debrief_customer", call.view.id, {}, "/p/debrief", "/p/debrief"};
  deed.keep = true;
  const auto rating = form.one("rating");
  const bool rated = rating.size() == 1 && rating[0] >= '1' && rating[0] <= '5';
  if (!rated || !form.has("again")) deed.problems.push_back(call.words("debrief_missing"));
  if (rated) deed.body["rating"] = rating[0] - '0';
  deed.body["again"] = form.one("again") == "yes";
  if (form.has("concerns")) deed.body["concerns"] = form.one("concerns");
  return deed;
}

std::vector<Instant> slots_of(const Form& form, const std::string& time_zone) {
  std::vector<Instant> out;
  for (const std::string n : {"1", "2", "3"})
    if (const auto at = instant_of(form.one("day" + n), form.one("time" + n), time_zone)) out.push_back(*at);
  return out;
}

}  // namespace vs::portal
