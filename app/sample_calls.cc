#include "app/sample_calls.h"

#include <optional>
#include <set>

namespace vs::app {
namespace {

constexpr std::int64_t day_us = 86'400ll * 1'000'000;

Instant at_hour(Instant now, int days, int hour) {
  return Instant{now.us - now.us % day_us}.plus_seconds(days * 86'400ll + hour * 3600ll);
}

void schedule(Stage& stage, Chance& chance, const std::string& activity, const std::string& seller, Instant at) {
  static const std::vector<std::string> agendas{"Rollout, support, and what they would do differently.",
                                                "How the figures were measured, and by whom.",
                                                "Training of shift workers and the first three months."};
  stage.act(seller, "activities/" + activity + "/schedule",
            {{"at", at.vj_str()},
             {"minutes", 30},
             {"where", "https://meet.halcyon.example.test/" + activity.substr(activity.size() - 6)},
             {"agenda", chance.of(agendas)}});
}

// Before its time: mostly nothing, sometimes another time, seldom not at all.
void change_of_mind(Stage& stage, Chance& chance, const std::string& contact, const std::string& activity,
                    const std::string& seller) {
  const Opened page{contact, "activity", activity};
  portal::Form form;
  if (chance.percent(14)) {
    const auto wished = at_hour(stage.now, 4 + int(chance.below(6)), 11);
    form.fields = {{"day1", wished.date().vj_str()}, {"time1", "11:00"}};
    form.fields.emplace("reason", "A visit of the board came up that morning.");
    if (stage.press(page, "/p/move", form).is_object())
      stage.later(stage.now.plus_days(1),
                  [&stage, &chance, activity, seller, wished] { schedule(stage, chance, activity, seller, wished); });
  } else if (chance.percent(6)) {
    form.fields.emplace("reason", "I am sorry: we have an audit in the house.");
    stage.press(page, "/p/cancel", form);
  }
}

void tell_how_it_was(Stage& stage, Chance& chance, const std::string& contact, const std::string& activity) {
  portal::Form form;
  form.fields.emplace("rating", std::to_string(3 + chance.below(3)));
  form.fields.emplace("again", chance.percent(88) ? "yes" : "no");
  if (chance.percent(25)) form.fields.emplace("concerns", "They asked about prices, which I had ruled out.");
  stage.press({contact, "debrief", activity}, "/p/debrief", form);
}

void take_place(Stage& stage, Chance& chance, const json::Object& request, const std::string& seller) {
  const auto& activity = request.at("activity").as_object();
  const std::string id = text_of(activity, "id"), contact = text_of(activity, "contact");
  const std::size_t luck = chance.below(100);
  const bool held = luck < 90;
  stage.act(seller, "requests/" + text_of(request, "id") + "/record_activity",
            {{"outcome", held        ? "held"
                         : luck < 95 ? "no_show_prospect"
                                     : "no_show_customer"},
             {"minutes", held ? 25 + 5 * int(chance.below(4)) : 0},
             {"on", stage.now.date().vj_str()},
             {"notes", held ? "Good questions on both sides." : "We waited a quarter of an hour."}});
  if (held && chance.percent(60))
    stage.later(stage.now.plus_days(1 + int(chance.below(4))),
                [&stage, &chance, contact, id] { tell_how_it_was(stage, chance, contact, id); });
}

}  // namespace

bool is_conversation(const std::string& use_type) {
  static const std::set<std::string> all{"reference_call", "site_visit", "analyst_reference"};
  return all.contains(use_type);
}

json::Array times_ahead(const Stage& stage, Chance& chance) {
  const int days = 6 + int(chance.below(6));
  return {at_hour(stage.now, days, 9).vj_str(), at_hour(stage.now, days + 1, 13).vj_str()};
}

bool answer_by_hand(Stage& stage, Chance& chance, const std::string& request) {
  const auto asked = stage.look("program_owner", "requests/" + request + "/confirmation");
  if (!asked.is_object() || text_of(asked.as_object(), "standing") != "open") return false;
  const auto& slots = asked.at("slots").as_array();
  const std::size_t luck = chance.below(100);
  portal::Form form;
  const auto say = [&](const char* name, const std::string& value) { form.fields.emplace(name, value); };
  if (luck < 74) {
    say("answer", "yes");
    if (!slots.empty()) say("slot", std::string(slots[0].as_string()));
  } else if (luck < 84) {
    say("answer", "another_time");
    say("day1", at_hour(stage.now, 8, 0).date().vj_str()), say("time1", "10:30");
  } else if (luck < 90) {
    say("answer", "not_now"), say("reason", "Year-end closing leaves no time.");
  } else if (luck < 96) {
    say("answer", "no");
  } else {
    say("answer", "colleague"), say("name", "Karla Kollmar"), say("email", "karla.kollmar@example.test");
  }
  return stage.press({text_of(asked.as_object(), "contact"), "confirm", request}, "/p/confirm", form).is_object();
}

std::optional<Instant> go_on_with(Stage& stage, Chance& chance, const json::Object& request,
                                  const std::string& seller) {
  const auto* activity = request.if_contains("activity");
  if (!activity || !activity->is_object()) return {};
  const auto& a = activity->get_object();
  const auto at = Instant::vj_parse(text_of(a, "scheduled_for"));
  if (at && *at > stage.now) return at;
  if (at || !is_conversation(text_of(a, "use_type"))) {
    take_place(stage, chance, request, seller);
    return {};
  }
  const auto chosen = at_hour(stage.now, 2 + int(chance.below(8)), 8 + int(chance.below(8)));
  const std::string id = text_of(a, "id"), contact = text_of(a, "contact");
  schedule(stage, chance, id, seller, chosen);
  stage.later(stage.now.plus_days(1),
              [&stage, &chance, contact, id, seller] { change_of_mind(stage, chance, contact, id, seller); });
  return chosen;
}

}  // namespace vs::app
