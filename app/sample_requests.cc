#include "app/sample_requests.h"

#include <set>

#include "app/sample_calls.h"

namespace vs::app {
namespace {

std::set<std::string> open_steps(const json::Object& item) {
  std::set<std::string> out;
  if (const auto* steps = item.if_contains("steps"); steps && steps->is_array())
    for (const auto& s : steps->get_array())
      if (s.is_string()) out.insert(std::string(s.get_string()));
  return out;
}

void next_step(Stage&, Chance&, const std::string& id, const std::string& seller, int left);

void soon(Stage& stage, Chance& chance, const std::string& id, const std::string& seller, int left) {
  const std::int64_t hours = 6 + std::int64_t(chance.below(60));
  stage.later(stage.now.plus_seconds(hours * 3600),
              [&stage, &chance, id, seller, left] { next_step(stage, chance, id, seller, left); });
}

void review(Stage& stage, Chance& chance, const std::string& path, const char* part, const std::string& step) {
  json::Object body{{"aspect", step}, {"outcome", "clear"}, {"reason", "Nothing stands against it."}};
  if (chance.percent(15)) {
    body["outcome"] = "clear_with_conditions";
    body["reason"] = "Fine within these bounds.";
    body["conditions"] = json::Array{json::Value(step == "legal" ? "Do not mention contract terms." : "No recording.")};
  } else if (chance.percent(4)) {
    body["outcome"] = "not_clear";
    body["reason"] = "The contract excludes this use.";
  }
  stage.act(part, path + "/clear", std::move(body));
}

void choose(Stage& stage, Chance& chance, const std::string& id, const std::string& use_type) {
  const auto found = stage.look("program_owner", "requests/" + id + "/matches", {{"limit", "3"}});
  if (!found.is_object()) return;
  json::Array contacts;
  for (const auto& c : found.at("items").as_array()) contacts.push_back(c.at("contact"));
  if (contacts.empty()) return;
  json::Object body{{"candidates", std::move(contacts)}, {"reason", "Closest to the prospect, and rested."}};
  if (is_conversation(use_type)) {
    body["minutes"] = 30;
    if (chance.percent(60)) body["slots"] = times_ahead(stage, chance);
    if (chance.percent(40)) body["message"] = "You told us how you did it; they stand where you stood two years ago.";
  }
  stage.act("program_owner", "requests/" + id + "/choose", std::move(body));
}

void confirm(Stage& stage, Chance& chance, const std::string& path, const std::string& id) {
  if (chance.percent(65) && answer_by_hand(stage, chance, id)) return;
  const bool yes = chance.percent(85);
  json::Object body{{"answer", yes                  ? "yes"
                               : chance.percent(50) ? "not_now"
                                                    : "no"},
                    {"evidence", json::Object{{"file", stage.evidence("Answer by e-mail, fictional sample, " + id)},
                                              {"name", "answer.txt"}}}};
  if (!yes) body["reason"] = "Year-end closing leaves no time.";
  if (!stage.act("account_owner", path + "/confirm", body).is_object())
    stage.act("program_owner", path + "/confirm", body);
}

// Does what the request waits for, as whoever it waits for, and plans the next look.
void next_step(Stage& stage, Chance& chance, const std::string& id, const std::string& seller, int left) {
  const auto item = stage.look("program_owner", "requests/" + id);
  if (!item.is_object() || text_of(item.as_object(), "status") != "open") return;
  if (left == 0) {
    // What has come to nothing is put away after a while, as in any orderly program.
    stage.later(stage.now.plus_days(25), [&stage, id, seller] {
      stage.act(seller, "requests/" + id + "/cancel", {{"reason", "The prospect decided without a reference."}});
    });
    return;
  }
  const auto steps = open_steps(item.as_object());
  const std::string path = "requests/" + id;
  const auto has = [&](const char* step) { return steps.contains(step); };
  if (has("returned"))
    stage.act(seller, path + "/complete",
              {{"use_case", chance.of(sample_use_cases())}, {"deadline", stage.now.date().plus_days(25).vj_str()}});
  else if (has("eligibility")) {
    if (!stage.act("program_owner", path + "/complete", {}).is_object())
      stage.act("program_owner", path + "/clear",
                {{"aspect", "eligibility"}, {"outcome", "clear"}, {"reason", "Somebody of the pool fits."}});
  }
  for (const auto& [step, part] :
       std::initializer_list<std::pair<const char*, const char*>>{{"legal", "legal_reviewer"},
                                                                  {"privacy", "privacy_reviewer"},
                                                                  {"channel", "channel_owner"},
                                                                  {"brand", "brand_manager"},
                                                                  {"regulated", "legal_reviewer"}})
    if (has(step) && chance.percent(70)) review(stage, chance, path, part, step);
  if (has("match")) choose(stage, chance, id, text_of(item.as_object(), "use_type"));
  if (has("consult")) stage.act(chance.percent(50) ? "account_owner" : "csm1", path + "/agree", {});
  if (has("confirm") && chance.percent(45)) confirm(stage, chance, path, id);  // customers take their time
  if (has("final")) stage.act("program_owner", path + "/approve", {{"reason", "Everything holds today."}});
  if (has("disclose")) stage.act("program_owner", path + "/disclose", {});
  if (has("activity")) {
    const auto& disclosed = item.at("disclosure");
    if (disclosed.is_object() && disclosed.at("views") == 0) stage.act(seller, path + "/view_contact", {});
    if (const auto at = go_on_with(stage, chance, item.as_object(), seller)) {
      // Nothing is to be done before it took place.
      stage.later(at->plus_seconds(3 * 3600),
                  [&stage, &chance, id, seller, left] { next_step(stage, chance, id, seller, left - 1); });
      return;
    }
  }
  if (has("debrief"))
    stage.act(seller, path + "/debrief",
              {{"rating", 3 + int(chance.below(3))},
               {"said", "Open about the difficult weeks, convincing on the result."},
               {"again", true},
               {"deal_effect", chance.percent(60) ? "advanced" : "unchanged"}});
  if (has("close")) {
    const bool delivered = item.as_object().at("delivered").to_number<int>() > 0;
    stage.act("program_owner", path + "/close",
              {{"decision", delivered ? "fulfilled" : "rejected"},
               {"notes", delivered ? "Thank-you note sent." : "The call never took place."}});
  }
  if (chance.percent(8))
    stage.act(seller, path + "/comment", {{"text", "The prospect would be glad about a date this month."}});
  soon(stage, chance, id, seller, left - 1);
}

}  // namespace

void play_request(Stage& stage, Chance& chance, const json::Object& deal) {
  static const std::vector<std::string> sellers{"requester", "seller1", "seller2", "seller3", "seller4"};
  const std::string seller = chance.of(sellers);
  static const std::vector<std::string> others{"site_visit", "site_visit", "quote", "quote", "logo", "case_study"};
  const std::string use_type = chance.percent(60) ? "reference_call" : chance.of(others);
  const bool vague = chance.percent(10);
  json::Object body{{"purpose", "Win the deal"},
                    {"use_case", vague ? "soon" : chance.of(sample_use_cases())},
                    {"use_type", use_type},
                    {"channel", !is_conversation(use_type) && chance.percent(60) ? "web" : "sales"},
                    {"deadline", stage.now.date().plus_days(15 + int(chance.below(25))).vj_str()},
                    {"deal", deal.at("id")},
                    {"language", "en"}};
  if (chance.percent(12)) body["touches"] = json::Array{json::Value(chance.percent(50) ? "logo" : "regulated_claim")};
  const auto made = stage.act(seller, "requests", std::move(body));
  if (!made.is_object()) return;
  const std::string id(made.at("id").as_string());
  // One in eleven stops somewhere on the way and waits: that is what inboxes are for.
  soon(stage, chance, id, seller, chance.percent(14) ? int(1 + chance.below(6)) : 40);
}

}  // namespace vs::app
