// A year at a fictional company, played through the real commands day by day: directory by import,
// advocates recruited and permitted, two hundred requests in all stages.
#include <sstream>

#include "app/sample.h"
#include "app/sample_customers.h"
#include "app/sample_requests.h"
#include "app/sample_stage.h"

namespace vs::app {
namespace {

constexpr std::size_t accounts_count = 260, advocates_count = 120, requests_count = 210;
constexpr std::int64_t hour = 3600;

std::string accounts_csv(const std::vector<SampleAccount>& all, Chance& chance, Date today) {
  std::string out =
      "Account ID,Account Name,Industry,Billing Country,Employees,Annual Revenue,Tier,Health Score,NPS Score,Renewal "
      "Date\r\n";
  for (const auto& a : all)
    out += a.id + "," + a.name + "," + a.industry + "," + a.country + "," + std::to_string(a.employees) + "," +
           std::to_string(a.employees * 210'000ll) + "," + a.tier + "," + std::to_string(a.health) + "," +
           std::to_string(int(chance.below(80)) - 10) + "," + today.plus_days(30 + int(chance.below(700))).vj_str() +
           "\r\n";
  return out;
}

std::string contacts_csv(const std::vector<SampleAccount>& all, Chance& chance) {
  std::string out = "Contact ID,Account ID,Full Name,Title,Seniority,Persona,Email,Phone,Language,Time Zone\r\n";
  std::size_t n = 0;
  for (const auto& a : all)
    for (int i = 0; i < (chance.percent(40) ? 2 : 1); ++i) {
      const auto name = sample_person(chance);
      const auto title = chance.of(sample_titles());
      const bool chief = title.starts_with("Chief"),
                 head = title.starts_with("Head") || title.starts_with("VP") || title.starts_with("Director");
      out += "C" + std::to_string(5000 + n) + "," + a.id + "," + name + "," + title + "," +
             (chief  ? "executive"
              : head ? "director"
                     : "manager") +
             "," +
             (title.find("Qual") != std::string::npos   ? "quality"
              : title.find("Info") != std::string::npos ? "it"
                                                        : "operations") +
             ",contact" + std::to_string(n) + "@example.test,+00 555 " + std::to_string(100000 + n) + "," + a.language +
             "," + a.time_zone + "\r\n";
      ++n;
    }
  return out;
}

std::string products_csv() {
  std::string out = "Product Name,Family,List Price\r\n";
  for (const auto& p : sample_products()) out += p + ",Halcyon," + std::to_string(4000 + 900 * (p.size() % 7)) + "\r\n";
  return out;
}

std::string deals_csv(const std::vector<SampleAccount>& all, Chance& chance, Date today) {
  std::string out =
      "Opportunity ID,Opportunity Name,Account ID,Product,Stage,Amount,Create Date,Close Date,Opportunity Owner\r\n";
  for (int i = 0; i < 520; ++i) {
    const auto& a = chance.of(all);
    const auto& product = chance.of(sample_products());
    const bool open = chance.percent(55);
    const char* stage = open ? (chance.percent(50) ? "Proposal" : "Negotiation") : chance.percent(60) ? "Won" : "Lost";
    const Date close = open ? today.plus_days(15 + int(chance.below(150))) : today.plus_days(-int(chance.below(300)));
    out += "O" + std::to_string(20000 + i) + "," + a.name + " - " + product + "," + a.id + "," + product + "," + stage +
           "," + std::to_string(8'000 + 1'000 * int(chance.below(chance.percent(25) ? 400 : 90))) + "," +
           close.plus_days(-90).vj_str() + "," + close.vj_str() + "," + sample_person(chance) + "\r\n";
  }
  return out;
}

// Files small enough to be applied at once: longer ones go on by the clock, while the sample plays last year.
constexpr std::size_t rows_at_once = 500;

std::vector<std::string> small_files(const std::string& csv) {
  std::istringstream lines(csv);
  std::string header, line;
  std::getline(lines, header);
  std::vector<std::string> files;
  for (std::size_t row = 0; std::getline(lines, line); ++row) {
    if (row % rows_at_once == 0) files.push_back(header + '\n');
    files.back() += line + '\n';
  }
  return files;
}

bool import(Stage& stage, const char* kind, const std::string& csv) {
  const auto preview =
      stage.act("administrator", "imports", {{"kind", kind}, {"csv", csv}, {"file_name", std::string(kind) + ".csv"}});
  if (!preview.is_object()) return false;
  return stage
      .act("administrator", "imports/" + std::string(preview.at("id").as_string()) + "/apply", {{"accept_all", true}})
      .is_object();
}

void import_all(Stage& stage, const char* kind, const std::string& csv) {
  for (const auto& file : small_files(csv)) import(stage, kind, file);
}

void hire(Stage& stage) {
  struct Colleague {
    const char *part, *name, *role;
  };
  for (const auto& c : std::initializer_list<Colleague>{{"seller1", "Lena Parkhurst", "requester"},
                                                        {"seller2", "Tomas Sellwright", "requester"},
                                                        {"seller3", "Noor Dealwright", "requester"},
                                                        {"seller4", "Oskar Quotaine", "requester"},
                                                        {"csm1", "Jonas Careman", "account_owner"}}) {
    const auto made = stage.act("administrator", "people",
                                {{"name", c.name},
                                 {"email", std::string(c.part) + "@halcyon.example.test"},
                                 {"roles", json::Array{json::Value(c.role)}}});
    if (made.is_object()) stage.cast(c.part, std::string(made.at("id").as_string()));
  }
}

json::Array texts(const std::vector<std::string>& all) {
  return json::Array(all.begin(), all.end());
}

// Records what the customer allowed; some with limits, some soon to expire, a few later withdrawn.
void permit(Stage& stage, Chance& chance, const std::string& contact, const std::vector<std::string>& uses,
            Date today) {
  json::Array grants;
  for (const auto& use : uses) {
    json::Object g{
        {"use_type", use},
        {"channels", json::Array{"sales", chance.percent(50) ? "analyst" : "event"}},
        {"until",
         today.plus_days(chance.percent(15) ? 40 + int(chance.below(60)) : 300 + int(chance.below(500))).vj_str()}};
    if (use == "quote" || use == "logo" || use == "case_study") g["channels"] = json::Array{"web", "sales"};
    if (chance.percent(15)) g["conditions"] = json::Array{"At most thirty minutes, and no pricing questions."};
    if (chance.percent(10)) g["ask_each_time"] = true;
    grants.push_back(std::move(g));
  }
  const auto file = stage.evidence("Confirmation by e-mail, fictional sample, contact " + contact + ".");
  const auto made = stage.act("program_owner", "authorizations/record",
                              {{"contact", contact},
                               {"grants", std::move(grants)},
                               {"how", chance.percent(70) ? "email" : "contract"},
                               {"signer", "The contact, for the company"},
                               {"evidence", json::Array{json::Object{{"file", file}, {"name", "confirmation.txt"}}}}});
  if (!made.is_object() || !chance.percent(6)) return;
  const std::string id(made.at("id").as_string());
  stage.later(stage.now.plus_days(60 + int(chance.below(200))), [&stage, id] {
    stage.act("program_owner", "authorizations/" + id + "/withdraw",
              {{"reason", "The customer changed its policy on references."}});
  });
}

void recruit(Stage& stage, Chance& chance, const json::Object& contact, const json::Object& account) {
  static const std::vector<std::string> all_uses{"reference_call", "site_visit",    "case_study",       "quote",
                                                 "logo",           "event_speaker", "analyst_reference"};
  std::vector<std::string> uses{"reference_call"};
  for (const auto& use : all_uses)
    if (use != "reference_call" && chance.percent(35)) uses.push_back(use);
  const std::string id(contact.at("id").as_string());
  std::vector<std::string> products;
  for (const auto& p : sample_products())
    if (chance.percent(45)) products.push_back(p);
  if (products.empty()) products.push_back(chance.of(sample_products()));
  json::Object profile{
      {"contact", id},
      {"use_types", texts(uses)},
      {"industries", json::Array{account.at("industry")}},
      {"products", texts(products)},
      {"regions", json::Array{account.at("region")}},
      {"languages", texts(chance.percent(50) ? std::vector<std::string>{"en"} : std::vector<std::string>{"en", "de"})},
      {"topics", texts({chance.of(sample_topics()), "support"})},
      {"time_zone", "Europe/Berlin"},
      {"max_per_quarter", 3 + int(chance.below(3))},
      {"outcomes", json::Array{json::Object{{"metric", "scrap rate"},
                                            {"before", 4.2 + double(chance.below(5))},
                                            {"after", 1.1 + double(chance.below(3))},
                                            {"unit", "%"}}}}};
  const auto made = stage.act(chance.percent(50) ? "account_owner" : "program_owner", "advocates", std::move(profile));
  if (!made.is_object()) return;
  const std::string advocate(made.at("id").as_string());
  const auto step = [&stage, advocate](int days, const char* action, json::Object body = {}) {
    stage.later(stage.now.plus_days(days), [&stage, advocate, action, body] {
      stage.act("program_owner", "advocates/" + advocate + "/" + action, body);
    });
  };
  if (chance.percent(8)) return;  // still nominated
  step(1, "qualify");
  if (chance.percent(6)) return;
  step(3, "invite");
  if (chance.percent(92))
    stage.later(stage.now.plus_days(4),
                [&stage, &chance, id, uses] { permit(stage, chance, id, uses, stage.now.date()); });
  step(6, "brief");
  step(7, "activate");
  for (int day = 120; day < 360; day += 110) step(day + int(chance.below(40)), "confirm_profile");
  if (chance.percent(8))
    stage.later(stage.now.plus_days(200 + int(chance.below(120))), [&stage, advocate] {
      stage.act("program_owner", "advocates/" + advocate + "/rest",
                {{"until", stage.now.date().plus_days(60).vj_str()}, {"reason", "Asked often this quarter."}});
    });
}

}  // namespace

void fill_sample(House& house, const std::string& workspace, const std::map<std::string, std::string>& people,
                 const std::function<void(const std::string&)>& tell) {
  Stage stage(house, workspace, people);
  Chance chance(2026);
  const Instant today = system_now();
  stage.now = {today.us - 365ll * 86'400 * 1'000'000};
  hire(stage);
  stage.act("administrator", "setup/defaults", {});
  stage.act("administrator", "mail_settings/adopt",
            {{"company", "Halcyon Instruments"},
             {"sender", ""},
             {"reply_to", "references@halcyon.example.test"},
             {"imprint", "Halcyon Instruments, 1 Lake Road, Lakeside"},
             {"colour", "#1f5f8b"},
             {"time_zone", "Europe/London"},
             {"quiet_from_hour", 20},
             {"quiet_until_hour", 8},
             {"quiet_weekends", true}});
  tell("importing accounts, contacts and deals");
  const auto accounts = sample_accounts(chance, accounts_count);
  import_all(stage, "products", products_csv());
  import_all(stage, "accounts", accounts_csv(accounts, chance, today.date()));
  import_all(stage, "contacts", contacts_csv(accounts, chance));
  import_all(stage, "deals", deals_csv(accounts, chance, today.date()));

  tell("recruiting advocates");
  std::map<std::string, json::Object> account_by_id;
  for (auto& a : stage.all("accounts")) account_by_id[std::string(a.at("id").as_string())] = a;
  const auto contacts = stage.all("contacts");
  for (std::size_t i = 0; i < advocates_count && i * 2 < contacts.size(); ++i) {
    const auto& contact = contacts[i * 2];
    const auto& account = account_by_id[std::string(contact.at("account").as_string())];
    stage.later(stage.now.plus_days(int(chance.below(i < 80 ? 20 : 330))),
                [&stage, &chance, contact, account] { recruit(stage, chance, contact, account); });
  }

  tell("playing a year of requests");
  const auto deals = stage.all("deals", {{"outcome", "open"}});
  for (std::size_t i = 0; i < requests_count && !deals.empty(); ++i) {
    // A program that grows: more than a third of the year's requests come in its last five weeks.
    const std::size_t early = requests_count * 6 / 10;
    const std::size_t day = i < early ? 30 + 300 * i / early : 330 + 35 * (i - early) / (requests_count - early);
    const std::int64_t at =
        stage.now.us + (std::int64_t(day) * 86'400 + std::int64_t(chance.below(9)) * hour) * 1'000'000;
    stage.later({at}, [&stage, &chance, deal = chance.of(deals)] { play_request(stage, chance, deal); });
  }
  for (const auto& a : account_by_id)
    if (chance.percent(4))
      stage.later(stage.now.plus_days(250 + int(chance.below(110))), [&stage, &chance, id = a.first] {
        stage.act("program_owner", "accounts/" + id + "/report_issue",
                  {{"severity", 1 + int(chance.below(3))}, {"title", "Sensor drift after firmware update"}});
      });
  Chance minds(2027);  // of its own, so that the requests stay as they are
  play_customers(stage, minds, contacts);
  stage.live_until(today);
  tell(std::to_string(stage.acts) + " acts, " + std::to_string(stage.refusals) + " of them refused by a rule");
  if (std::getenv("VOUCHSAFE_SAMPLE_VERBOSE"))
    for (const auto& [what, n] : stage.refused) tell("  " + std::to_string(n) + " × " + what);
}

}  // namespace vs::app
