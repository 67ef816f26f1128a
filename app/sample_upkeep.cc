// What the staff of the sample does about it: most things within days, some late, some not yet.
#include <memory>
#include <set>

#include "app/sample_customers.h"

namespace vs::app {
namespace {

constexpr int days_between_looks = 3, days_until_looked_at = 3;

/// What was put off already: it lies there until it is overdue.
using PutOff = std::shared_ptr<std::set<std::string>>;

// Does somebody take it up today? Each is looked at once, some days after it came in.
bool taken_up(const Stage& stage, Chance& chance, const json::Object& row, const char* since, int percent,
              const PutOff& put_off) {
  const auto at = Instant::vj_parse(text_of(row, since));
  if (!at || stage.now < at->plus_days(days_until_looked_at) || put_off->contains(text_of(row, "id"))) return false;
  if (chance.percent(percent)) return true;
  put_off->insert(text_of(row, "id"));
  return false;
}

void take_down(Stage& stage, Chance& chance, const std::string& id) {
  const bool page = chance.percent(60);
  json::Object body{{"how", page ? "removed" : "replaced"},
                    {"note", page ? "Taken off the page; the address answers with the page of all customers."
                                  : "The slide shows another customer now; old copies were recalled."},
                    {"evidence", json::Array{}}};
  if (page) body["link"] = "https://halcyon.example.test/customers";
  else
    body["evidence"] = json::Array{
        json::Object{{"file", stage.evidence("The new slide, fictional sample, " + id)}, {"name", "slide.txt"}}};
  stage.act("channel_owner", "takedowns/" + id + "/close", std::move(body));
}

void look_after(Stage& stage, Chance& chance, const PutOff& put_off) {
  for (const auto& row : stage.all("takedowns", {{"status", "open"}}))
    if (taken_up(stage, chance, row, "raised_at", 85, put_off)) take_down(stage, chance, text_of(row, "id"));
  for (const auto& row : stage.all("wishes", {{"status", "open"}}))
    if (taken_up(stage, chance, row, "stated_at", 65, put_off))
      stage.act(
          "program_owner", "wishes/" + text_of(row, "id") + "/settle",
          {{"answer", text_of(row, "kind") == "erase" ? "Erased here and in the CRM; only the record of the contract "
                                                        "remains, as the law asks."
                                                      : "Corrected here and in the CRM."}});
}

// Whose letters came back is asked for a better address.
void mend_addresses(Stage& stage) {
  for (const auto& row : stage.all("mail_suppressions")) {
    const auto since = Instant::vj_parse(text_of(row, "since"));
    if (since && stage.now > since->plus_days(days_until_looked_at * 2))
      stage.act("account_owner", "mail_suppressions/" + text_of(row, "id") + "/lift",
                {{"reason", "Asked on the telephone: the mailbox was full, letters arrive again."}});
  }
}

void again(Stage& stage, Chance& chance, const PutOff& put_off) {
  look_after(stage, chance, put_off);
  mend_addresses(stage);
  stage.later(stage.now.plus_days(days_between_looks), [&stage, &chance, put_off] { again(stage, chance, put_off); });
}

// Doubts: one is cleared by a review, one is put aside for a while, the others wait.
void review_doubts(Stage& stage) {
  const auto found = stage.all("findings", {{"kind", "at_risk"}});
  if (!found.empty())
    stage.act("legal_reviewer",
              "authorizations/" + std::string(found[0].at("proposal").at("id").as_string()) + "/review",
              {{"outcome", "confirm"}, {"reason", "Spoke with the customer: it still holds."}});
  if (found.size() > 1)
    stage.act("program_owner", "findings/" + text_of(found[1], "id") + "/dismiss",
              {{"reason", "The issue is being solved this week."}, {"until", stage.now.date().plus_days(14).vj_str()}});
}

}  // namespace

void play_upkeep(Stage& stage, Chance& chance) {
  const auto put_off = std::make_shared<std::set<std::string>>();
  stage.later(stage.now.plus_days(30), [&stage, &chance, put_off] { again(stage, chance, put_off); });
  for (const int days_ago : {120, 40, 3})
    stage.later(stage.now.plus_days(365 - days_ago), [&stage] { review_doubts(stage); });
}

void play_customers(Stage& stage, Chance& chance, const std::vector<json::Object>& contacts) {
  play_rounds(stage, chance, contacts);
  play_withdrawals(stage, chance);
  play_upkeep(stage, chance);
}

}  // namespace vs::app
