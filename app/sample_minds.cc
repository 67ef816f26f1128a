// Customers who change their minds, or say something about themselves, on their own page.
#include <set>

#include "app/sample_customers.h"

namespace vs::app {
namespace {

portal::Form form_of(std::initializer_list<std::pair<const std::string, std::string>> fields) {
  portal::Form form;
  form.fields = fields;
  return form;
}

void pause(Stage& stage, const Opened& page, const std::string& authorization) {
  stage.press(page, "/p/pause", form_of({{"id", authorization}, {"until", stage.now.date().plus_days(21).vj_str()}}));
}

void narrow(Stage& stage, const Opened& page, const std::string& authorization) {
  const auto item = stage.look("program_owner", "authorizations/" + authorization);
  if (!item.is_object()) return;
  const auto& grants = item.at("grants").as_array();
  if (grants.size() < 2) {
    stage.press(page, "/p/narrow", form_of({{"id", authorization}, {"each", "yes"}}));
    return;
  }
  const std::string dropped(grants.back().at("use_type").as_string());
  stage.press(page, "/p/narrow", form_of({{"id", authorization}, {"drop", dropped}}));
}

void withdraw(Stage& stage, Chance& chance, const Opened& page, const std::string& authorization) {
  static const std::vector<std::string> reasons{"", "We are renegotiating our contracts and keep quiet until then.",
                                                "Our new press office decides about all of this."};
  stage.press(page, "/p/withdraw", form_of({{"id", authorization}, {"reason", chance.of(reasons)}}));
}

// A use that others still see: the customer's words, logo or story are out.
std::string lasting_use(const json::Object& permission) {
  static const std::set<std::string> lasting{"quote", "logo", "case_study", "testimonial", "name_mention"};
  for (const auto& use : permission.at("uses").as_array()) {
    const auto type = text_of(use.as_object(), "use_type");
    if (lasting.contains(type)) return type;
  }
  return "";
}

void take_something_back(Stage& stage, Chance& chance) {
  std::vector<std::pair<json::Object, std::string>> candidates;
  for (const auto& row : stage.all("authorizations", {{"status", "in_force"}})) {
    if (row.at("uses_count").to_number<int>() == 0) continue;
    const auto item = stage.look("program_owner", "authorizations/" + text_of(row, "id"));
    if (!item.is_object()) continue;
    if (const auto use = lasting_use(item.as_object()); !use.empty()) candidates.emplace_back(item.as_object(), use);
  }
  if (candidates.empty()) return;
  const auto& [permission, use] = chance.of(candidates);
  const Opened page{text_of(permission, "contact"), "my_page", ""};
  const auto id = text_of(permission, "id");
  if (permission.at("grants").as_array().size() < 2 || chance.percent(60)) return withdraw(stage, chance, page, id);
  stage.press(page, "/p/narrow", form_of({{"id", id}, {"drop", use}}));
}

// Asked for another time so lately that nobody has chosen one yet.
void ask_for_another_time(Stage& stage, std::size_t which) {
  const auto ahead = stage.all("activities", {{"status", "scheduled"}});
  if (which >= ahead.size()) return;
  const auto& activity = ahead[which];
  const auto day = stage.now.date().plus_days(9).vj_str();
  stage.press({text_of(activity, "contact"), "activity", text_of(activity, "id")}, "/p/move",
              form_of({{"day1", day}, {"time1", "09:30"}, {"day2", day}, {"time2", "16:00"}}));
}

}  // namespace

void play_fate(Stage& stage, Chance& chance, Fate fate, const std::string& contact, const std::string& authorization) {
  const Opened page{contact, "my_page", ""};
  switch (fate) {
    case Fate::stays: return;
    case Fate::renewed:
      stage.press({contact, "renew", authorization}, "/p/renew", form_of({{"id", authorization}}));
      return;
    case Fate::paused: return pause(stage, page, authorization);
    case Fate::narrowed: return narrow(stage, page, authorization);
    case Fate::withdrawn: return withdraw(stage, chance, page, authorization);
    case Fate::left: stage.press(page, "/p/left", {}); return;
    case Fate::corrected:
      stage.press(page, "/p/details", form_of({{"job", "Vice President Operations"}, {"phone", "+00 555 200300"}}));
      return;
    case Fate::erased: stage.press(page, "/p/erase", {}); return;
  }
}

void play_withdrawals(Stage& stage, Chance& chance) {
  for (const int days_ago : {200, 150, 110, 80, 60, 42, 30, 21, 14, 9, 6, 4, 2, 1})
    stage.later(stage.now.plus_days(365 - days_ago), [&stage, &chance] { take_something_back(stage, chance); });
  for (const std::size_t which : {1, 4, 7})
    stage.later(stage.now.plus_days(365).plus_seconds(-3600 * std::int64_t(which)),
                [&stage, which] { ask_for_another_time(stage, which); });
}

}  // namespace vs::app
