// Fills a data folder with the tables that the comparison with other programs generates: accounts, advocates and
// permissions as history, requests through the real commands. Writes beside it what the load generator needs: a
// token, the ids of all requests in the order of the table, and of those that wait for the legal review.
#include <fstream>
#include <map>
#include <sstream>

#include "app/sessions.h"
#include "bench/bench.h"
#include "bench/stage.h"
#include "bench/town.h"
#include "features/advocates/advocates.h"
#include "features/authorizations/authorizations.h"
#include "features/people/people.h"
#include "features/requests/requests.h"

namespace vs::bench {
namespace {

using Cells = std::vector<std::string>;

std::vector<Cells> table(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<Cells> rows;
  for (std::string line, cell; std::getline(in, line);) {
    auto& row = rows.emplace_back();
    for (std::stringstream cells(line); std::getline(cells, cell, '\t');) row.push_back(cell);
  }
  return rows;
}

Date day(const std::string& text) {
  return Date::vj_parse(text.substr(0, 10)).value_or(Date{});
}
std::size_t whole(const std::string& text) {
  return std::stoul(text);
}

std::int64_t employees(const std::string& band) {
  static const std::map<std::string, std::int64_t> middle{
      {"1-49", 25}, {"50-249", 120}, {"250-999", 500}, {"1000-4999", 2500}, {"5000+", 9000}};
  return middle.at(band);
}

Events account_history(const Cells& row) {
  directory::AccountFacts facts;
  facts.name = row[1];
  facts.industry = row[2];
  facts.region = row[3];
  facts.employees = employees(row[4]);
  return {directory::Added<directory::Account>{numbered("acc_", whole(row[0])), facts}};
}

struct Advocate {
  Cells row, account;
  std::vector<std::string> products;
  std::vector<Cells> consents;
};

Events permissions(const Advocate& a, const std::string& contact, const std::string& account) {
  Events out;
  for (const auto& consent : a.consents) {
    authorizations::Recorded e;
    e.id = numbered("aut_", whole(consent[0]));
    e.contact = contact;
    e.account = account;
    authorizations::Grant grant;
    grant.use_type = parse_enum<UseType>(consent[2]).value();
    grant.channels = {Channel::sales, Channel::web};
    grant.from = day(consent[3]);
    grant.until = consent[4] == "\\N" ? grant.from.plus_days(3650) : day(consent[4]);
    e.grants = {grant};
    out.push_back(std::move(e));
    if (consent[5] != "\\N") out.push_back(authorizations::Withdrawn{numbered("aut_", whole(consent[0])), contact, {}});
  }
  return out;
}

Events advocate_history(const Advocate& a, Date today) {
  const auto n = whole(a.row[0]);
  const auto id = numbered("adv_", n), contact = numbered("con_", n), account = numbered("acc_", whole(a.row[1]));
  directory::ContactFacts facts;
  facts.account = account;
  facts.name = Personal::of(contact, a.row[2]);
  facts.email = Personal::of(contact, a.row[3]);
  facts.title = a.row[4];
  facts.language = a.row[5];
  Events out{directory::Added<directory::Contact>{contact, facts}};
  if (a.row[7] == "t") out.push_back(directory::ContactOptedOut{contact, {}});
  advocates::Nominated e;
  e.advocate = id;
  e.contact = contact;
  e.account = account;
  e.use_types = {UseType::reference_call, UseType::quote,         UseType::logo,
                 UseType::case_study,     UseType::event_speaker, UseType::video};
  e.industries = {a.account[2]};
  e.regions = {a.account[3]};
  e.products = a.products;
  e.languages = {a.row[5]};
  e.max_per_quarter = 3;
  e.on = today;
  out.push_back(std::move(e));
  out.push_back(advocates::Briefed{id, day(a.row[10])});
  if (a.row[6] == "active") out.push_back(advocates::Activated{id, {}});
  if (a.row[6] == "retired") out.push_back(advocates::Retired{id, {}});
  if (a.row[9] != "\\N") {
    out.push_back(advocates::Held{id, UseType::reference_call, Channel::sales, "before", {}, day(a.row[9])});
    out.push_back(advocates::Used{id, "before", advocates::UseStatus::done, day(a.row[9])});
  }
  append(out, permissions(a, contact, account));
  return out;
}

void load_directory(Stage& stage, const std::filesystem::path& from) {
  const Date today = app::system_now().date();
  const auto accounts = table(from / "account.tsv");
  std::vector<Advocate> people;
  for (auto& row : table(from / "advocate.tsv")) {
    const auto& account = accounts.at(whole(row[1]) - 1);
    people.push_back({std::move(row), account, {}, {}});
  }
  for (const auto& row : table(from / "advocate_product.tsv")) people.at(whole(row[1]) - 1).products.push_back(row[2]);
  for (auto& row : table(from / "consent.tsv")) people.at(whole(row[1]) - 1).consents.push_back(std::move(row));
  stage.happen(accounts.size(), 1'000, [&](std::size_t i) { return account_history(accounts[i]); });
  stage.happen(people.size(), 300, [&](std::size_t i) { return advocate_history(people[i], today); });
}

json::Object request_of(const Cells& r) {
  return {{"purpose", r[3]},
          {"use_case", r[13]},
          {"use_type", r[6]},
          {"channel", "sales"},
          {"deadline", day(r[11]).plus_days(60).vj_str()},
          {"language", r[10]},
          {"wished_customer", numbered("con_", whole(r[1]))},
          {"prospect", json::Object{{"name", r[3]}, {"industry", r[7]}, {"region", r[8]}, {"product", r[9]}}}};
}

void write_lines(const std::filesystem::path& file, const std::vector<std::string>& lines) {
  std::ofstream out(file);
  for (const auto& line : lines) out << line << '\n';
}

// Gives the commands 64 at a time; ids in the order of the commands, "" for the refused.
std::size_t give(Stage& stage, std::size_t n, const std::function<engine::Submission(std::size_t)>& make) {
  std::size_t next = 0;
  const auto flight = fly(stage.engine(), 64, [&]() -> std::optional<engine::Submission> {
    if (next == n) return {};
    return make(next++);
  });
  return flight.refused;
}

std::vector<std::string> ids_in_order(Stage& stage) {
  const auto* ws = stage.engine().workspace("main");
  std::shared_lock lock(ws->lock);
  std::vector<std::string> ids;
  // Numbers count up in the order in which the requests were logged.
  const auto& all = ws->world.get<requests::State>();
  for (std::size_t n = 0; n < all.requests.size(); ++n)
    ids.push_back(all.by_number.at("REQ-" + std::to_string(1001 + n)));
  return ids;
}

}  // namespace

std::string load(const Options& options) {
  Stage stage(options.data);
  stage.engine().append("main", {ActorKind::watcher, "setup", ""}, [](const World&, const Context&) {
    return Events{people::Joined{"per_operations",
                                 Personal::of("per_operations", "operations"),
                                 {},
                                 {"program_owner", "intake_coordinator", "legal_reviewer", "requester"}}};
  });
  load_directory(stage, options.from);
  auto rows = table(options.from / "request.tsv");
  if (options.size && rows.size() > options.size) rows.resize(options.size);
  const auto refused = give(stage, rows.size(), [&](std::size_t i) {
    return stage.command("requester", "requests", "", "", request_of(rows[i]));
  });
  const auto ids = ids_in_order(stage);
  std::vector<std::string> pending, closed;
  for (std::size_t i = 0; i < ids.size(); ++i) (rows[i][14] == "pending" ? pending : closed).push_back(ids[i]);
  give(stage, closed.size(), [&](std::size_t i) {
    return stage.command("requester", "requests", "cancel", closed[i], json::Object{{"reason", "Over"}});
  });
  give(stage, pending.size(), [&](std::size_t i) {
    return stage.command("program_owner", "requests", "complete", pending[i], json::Object{});
  });
  std::vector<std::string> legal;
  {
    const auto* ws = stage.engine().workspace("main");
    std::shared_lock lock(ws->lock);
    const auto& procs = ws->world.get<procedures::State>();
    for (const auto& id : pending)
      if (const auto* c = procedures::find(procs, id); c && procedures::open_at(*c, "legal")) legal.push_back(id);
  }
  app::Sessions sessions(stage.house().store(), stage.house().keys(), false);
  const auto token = sessions.tokens().make("main", "per_operations", "bench", {"read", "write"}, {}).secret;
  write_lines(options.data / "bench.token", {token});
  write_lines(options.data / "bench.ids", ids);
  write_lines(options.data / "bench.legal", legal);
  return text_of(json::Object{{"bench", "load"},
                              {"requests", ids.size()},
                              {"refused", refused},
                              {"open", pending.size()},
                              {"at_legal", legal.size()},
                              {"events", stage.engine().workspace("main")->tip}});
}

}  // namespace vs::bench
