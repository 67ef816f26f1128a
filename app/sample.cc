#include "app/sample.h"

#include <cstdio>

#include "app/secrets.h"
#include "features/people/people.h"

namespace vs::app {
namespace {

struct Cast {
  const char *role, *name;
  std::set<std::string> roles;
};

// Fictional colleagues of a fictional company.
const std::vector<Cast>& cast() {
  static const std::vector<Cast> all{
      {"administrator", "Ada Minster", {"administrator"}},
      {"requester", "Rita Questa", {"requester"}},
      {"program_owner", "Petra Ownby", {"program_owner", "intake_coordinator", "advocacy_manager", "content_owner"}},
      {"account_owner", "Acor Countway", {"account_owner"}},
      {"legal_reviewer", "Lex Alder", {"legal_reviewer"}},
      {"privacy_reviewer", "Priya Vacey", {"privacy_reviewer"}},
      {"channel_owner", "Chan Owens", {"channel_owner"}},
      {"decision_maker", "Dec Maker-Ruiz", {"decision_maker"}},
      {"sponsor", "Sponda Sorrel", {"sponsor", "executive"}},
      {"writer", "Wren Iterson", {"writer", "interviewer"}},
      {"brand_manager", "Bran Manningham", {"brand_manager", "marketing_operations"}},
      {"executive", "Exa Cutler", {"executive"}},
      {"auditor", "Audi Torrance", {"auditor"}}};
  return all;
}

std::string email_of(const std::string& role) {
  return role + "@sample.test";
}

std::map<std::string, std::string> people_of(House& house, const std::string& workspace) {
  std::map<std::string, std::string> out;
  const auto* ws = house.engine().workspace(workspace);
  std::shared_lock lock(ws->lock);
  for (const auto& [id, person] : ws->world.get<people::State>().people) {
    const auto& email = person.email.words();
    if (email.ends_with("@sample.test")) out[email.substr(0, email.find('@'))] = id;
  }
  return out;
}

void found_sample(House& house) {
  const Instant begin{system_now().us - 366ll * 86'400 * 1'000'000};
  const std::string admin = "per_" + make_password();
  house.found_workspace("sample", "Halcyon Instruments (sample)", admin, cast()[0].name, email_of("administrator"),
                        {"administrator"}, begin);
  for (const auto& c : cast()) {
    if (std::string(c.role) == "administrator") continue;
    engine::Submission s;
    s.workspace = "sample";
    s.actor = {ActorKind::person, admin, ""};
    s.command = house.registry().command("people", "", false);
    s.body = json::Object{
        {"name", c.name}, {"email", email_of(c.role)}, {"roles", json::Array(c.roles.begin(), c.roles.end())}};
    s.at = begin;
    house.engine().execute(std::move(s));
  }
  fill_sample(house, "sample", people_of(house, "sample"), [](const std::string& line) {
    std::printf("  %s\n", line.c_str());
    std::fflush(stdout);
  });
  house.found_workspace("empty", "A new program (empty)", admin, cast()[0].name, email_of("administrator"),
                        {"administrator"});
}

}  // namespace

std::vector<SampleLogin> make_sample(House& house, Sessions& sessions, std::string password) {
  if (!house.engine().workspace("sample")) found_sample(house);
  if (password.empty()) password = make_password();
  std::vector<SampleLogin> logins;
  const auto people = people_of(house, "sample");
  for (const auto& c : cast()) {
    sessions.put_user(people.at(c.role), email_of(c.role), password);
    logins.push_back({c.role, email_of(c.role), password});
  }
  return logins;
}

}  // namespace vs::app
