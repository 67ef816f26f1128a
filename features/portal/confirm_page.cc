#include "features/portal/calls.h"
#include "features/portal/confirm.h"
#include "features/portal/frame.h"
#include "features/portal/times.h"

namespace vs::portal {
namespace {

using requests::Confirmation;
using requests::Standing;

struct Fact {
  std::string label, text;
};
BOOST_DESCRIBE_STRUCT(Fact, (), (label, text))

struct Slot {
  std::string id, value, label;
  bool on = false;
};
BOOST_DESCRIBE_STRUCT(Slot, (), (id, value, label, on))

// "a retailer in Europe with 1,200 people" in any language: the facts, one after another.
std::string profile(const Confirming& c) {
  const auto& q = c.question;
  std::vector<std::string> parts;
  for (const auto& each : {q.prospect_name, q.persona, q.industry, q.country.empty() ? q.region : q.country})
    if (!each.empty()) parts.push_back(each);
  if (q.employees > 0) parts.push_back(c.words("confirm_people", {{"n", std::to_string(q.employees)}}));
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : " · ") + part;
  return out;
}

std::vector<Fact> facts(const Confirming& c) {
  const auto& q = c.question;
  std::vector<Fact> out;
  const auto add = [&](const char* label, const std::string& text) {
    if (!text.empty()) out.push_back({c.words(label), text});
  };
  std::string what = c.words("use_" + std::string(name_of(q.use_type)));
  for (const auto& each : {q.product, q.topic})
    if (!each.empty()) what += " · " + each;
  add("confirm_what", what);
  add("confirm_who", profile(c));
  if (q.minutes > 0) add("confirm_how_long", c.words("minutes", {{"n", std::to_string(q.minutes)}}));
  return out;
}

std::vector<Slot> slots(const Confirming& c) {
  std::vector<Slot> out;
  for (const auto& at : c.question.slots)
    out.push_back({"slot" + std::to_string(out.size()), at.vj_str(), c.words.appointment(at, c.question.time_zone),
                   c.visitor.draft.has("slot", at.vj_str())});
  return out;
}

Page answered_page(const Confirming& c) {
  const auto& words = c.words;
  const bool yes = c.question.reply == requests::Reply::yes;
  auto data = frame(c.visitor, words("confirm_done_yes_title", {{"name", words.call(c.question.customer)}}));
  data["big"] = icon("done", "big ok");
  data["lead"] = words(yes ? "confirm_done_yes" : "confirm_done_other");
  return shown("plain", words, std::move(data));
}

}  // namespace

std::optional<Confirming> confirming_of(const ConfirmRoom& room, const Visitor& visitor) {
  auto question = requests::confirmation_of(room.requests, room.people, room.directory, room.procedures,
                                            room.activities, visitor.about, visitor.contact, visitor.now);
  if (!question) return {};
  return Confirming{visitor, Words(visitor.language), std::move(*question)};
}

Page confirm_page(const Confirming& c) {
  const auto& q = c.question;
  const auto& words = c.words;
  if (q.standing == Standing::answered) return answered_page(c);
  if (q.standing == Standing::over) return go_to("/p/settled");
  const auto name = words.call(q.customer);
  auto data = frame(c.visitor, q.prospect_name.empty()
                                   ? words("confirm_title_unnamed", {{"name", name}})
                                   : words("confirm_title", {{"name", name}, {"prospect", q.prospect_name}}));
  data["lead"] = words("confirm_lead", {{"sender", q.asked_by}, {"brand", c.visitor.brand}});
  data["message"] = q.message;
  data["sent_by"] = words("shown_by", {{"sender", q.written_by}, {"brand", c.visitor.brand}});
  data["zone"] = zone_shown(q.time_zone);
  data["version"] = std::to_string(q.version);
  data["min"] = c.visitor.now.date().plus_days(1).vj_str();
  put_list(data, "facts", facts(c));
  put_list(data, "slots", slots(c));
  for (const char* answer : {"yes", "another_time", "not_now", "no", "colleague"})
    data[std::string("on_") + answer] = c.visitor.draft.has("answer", answer);
  for (const char* field : {"day1", "time1", "day2", "time2", "day3", "time3", "reason", "name", "email"})
    data[field] = c.visitor.draft.one(field);
  add_languages(data, words);
  return shown("confirm", words, std::move(data));
}

Deed confirm_deed(const Confirming& c, const Form& form) {
  Deed deed{"requests", "answer", c.question.request, {}, "/p/confirm", "/p/confirm"};
  deed.keep = true;
  const auto answer = form.one("answer");
  if (!parse_enum<requests::Reply>(answer)) deed.problems.push_back(c.words("confirm_no_answer"));
  deed.body["answer"] = answer;
  if (answer == "yes" && form.has("slot")) deed.body["slot"] = form.one("slot");
  if (answer == "yes" && !form.has("slot") && !c.question.slots.empty())
    deed.problems.push_back(c.words("confirm_no_slot"));
  if (answer == "another_time") {
    const auto times = slots_of(form, c.question.time_zone);
    if (times.empty()) deed.problems.push_back(c.words("confirm_no_slot"));
    deed.body["slots"] = *json::parse(json::to_text(times));
  }
  if (answer == "colleague") {
    if (!form.has("name") || !form.has("email")) deed.problems.push_back(c.words("confirm_no_colleague"));
    deed.body["colleague"] = {{"name", form.one("name")}, {"email", form.one("email")}};
  }
  if ((answer == "no" || answer == "not_now") && form.has("reason")) deed.body["reason"] = form.one("reason");
  return deed;
}

}  // namespace vs::portal
