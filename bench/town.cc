#include "bench/town.h"

#include <fmt/format.h>

#include "features/advocates/advocates.h"
#include "features/authorizations/authorizations.h"
#include "features/directory/directory.h"

namespace vs::bench {
namespace {

// SplitMix64: each draw depends on n and the draws before it only.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15ull + 0x1234567) {}
  int below(int n) { return int(next() % std::uint64_t(n)); }
  bool percent(int p) { return below(100) < p; }

 private:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ull);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

void found(Events& out, std::size_t n) {
  const auto c = company(n);
  const auto id = numbered("acc_", n);
  directory::AccountFacts facts;
  facts.name = "Company " + std::to_string(n);
  facts.industry = industry_word(c.industry);
  facts.region = region_word(c.region);
  facts.employees = c.employees;
  out.push_back(directory::Added<directory::Account>{id, facts});
  if (c.opted_out) out.push_back(directory::AccountOptedOut{id, {}});
  if (c.severe_issue) out.push_back(directory::IssueReported{id, numbered("iss_", n), 1, "Meters stand still"});
}

void introduce(Events& out, const std::string& id, const std::string& company, std::size_t n, const Customer& c) {
  directory::ContactFacts facts;
  facts.account = company;
  facts.name = Personal::of(id, "Person " + std::to_string(n));
  facts.email = Personal::of(id, "person" + std::to_string(n) + "@example.test");
  facts.title = "Head of Operations";
  facts.language = language_word(c.language);
  out.push_back(directory::Added<directory::Contact>{id, facts});
  if (c.opted_out) out.push_back(directory::ContactOptedOut{id, {}});
}

void recruit(Events& out, const std::string& contact, const std::string& account, std::size_t n, const Customer& c,
             Date today) {
  const auto id = numbered("adv_", n);
  const auto co = company(n / per_company);
  advocates::Nominated e;
  e.advocate = id;
  e.contact = contact;
  e.account = account;
  e.use_types = {UseType::reference_call, UseType::quote};
  e.industries = {industry_word(co.industry)};
  e.regions = {region_word(co.region)};
  for (const int p : c.products) e.products.push_back(product_word(p));
  e.languages = {language_word(c.language)};
  e.time_zone = "Europe/Berlin";
  e.max_per_quarter = 3;
  e.on = today.plus_days(-c.confirmed_days_ago);
  out.push_back(std::move(e));
  out.push_back(advocates::Briefed{id, today.plus_days(-400)});
  if (c.active) out.push_back(advocates::Activated{id, {}});
  if (!c.used_days_ago) return;
  const auto request = numbered("req_", n);
  const Date on = today.plus_days(-*c.used_days_ago);
  out.push_back(advocates::Held{id, UseType::reference_call, Channel::sales, request, {}, on});
  out.push_back(advocates::Used{id, request, advocates::UseStatus::done, on});
}

void permit(Events& out, const std::string& contact, const std::string& account, std::size_t n, int days, Date today) {
  authorizations::Recorded e;
  e.id = numbered("aut_", n);
  e.contact = contact;
  e.account = account;
  authorizations::Grant grant;
  grant.use_type = UseType::reference_call;
  grant.channels = {Channel::sales, Channel::web};
  grant.from = today.plus_days(-400);
  grant.until = today.plus_days(days);
  e.grants = {grant};
  e.signer = Personal::of(contact, "Person " + std::to_string(n));
  out.push_back(std::move(e));
}

}  // namespace

Company company(std::size_t n) {
  Draw d(n * 2 + 1);
  return {d.below(industries), d.below(regions), 50 + d.below(20'000), d.percent(2), d.percent(5)};
}

Customer customer(std::size_t n) {
  Draw d(n * 2);
  Customer c;
  for (int i = 1 + d.below(3); i > 0; --i) c.products.insert(d.below(products));
  c.language = d.percent(50) ? 0 : d.below(languages);
  c.active = d.percent(85);
  c.opted_out = d.percent(5);
  if (d.percent(70)) c.permitted_days = d.percent(10) ? -30 : 200 + d.below(500);
  if (d.percent(60)) c.used_days_ago = d.below(390);
  c.confirmed_days_ago = d.below(200);
  return c;
}

std::string industry_word(int n) {
  return fmt::format("industry{:02}", n);
}
std::string region_word(int n) {
  return fmt::format("region{:02}", n);
}
std::string product_word(int n) {
  return fmt::format("product{:02}", n);
}
std::string language_word(int n) {
  return n == 0 ? "en" : std::string("l") + char('a' + n);
}
std::string numbered(const char* prefix, std::size_t n) {
  return fmt::format("{}{:08}", prefix, n);
}

Events history_of(std::size_t n, Date today) {
  Events out;
  const auto account = numbered("acc_", n / per_company), contact = numbered("con_", n);
  const auto c = customer(n);
  if (n % per_company == 0) found(out, n / per_company);
  introduce(out, contact, account, n, c);
  recruit(out, contact, account, n, c, today);
  if (c.permitted_days) permit(out, contact, account, n, *c.permitted_days, today);
  return out;
}

}  // namespace vs::bench
