// A small town of customers for the tests of matching.
#pragma once

#include "features/matching/matching.h"

namespace vs::matching {

/// States in which person n (`con_n` at `acc_n`) is an advocate whom every gate lets through.
struct Town {
  directory::State directory;
  policies::State policies;
  authorizations::State authorizations;
  advocates::State advocates;
  std::uint64_t sequence = 0;
  Date today = *Date::vj_parse("2026-11-22");

  Meta meta() { return {++sequence, *Instant::vj_parse("2026-11-22T09:00:00Z"), {ActorKind::person, "per_ana", ""}}; }
  template <class E>
  void fold(auto& state, E event) {
    on(state, event, meta());
  }
  static std::string nth(const char* prefix, int n) { return prefix + std::to_string(n); }

  directory::Account& account(int n) { return directory.accounts[nth("acc_", n)]; }
  directory::Contact& contact(int n) { return directory.contacts[nth("con_", n)]; }
  advocates::Advocate& advocate(int n) { return advocates.advocates.at(nth("adv_", n)); }

  void permit(int n) {
    authorizations::Recorded e;
    e.id = nth("aut_", n);
    e.contact = nth("con_", n);
    e.account = nth("acc_", n);
    authorizations::Grant grant;
    grant.use_type = UseType::reference_call;
    grant.channels = {Channel::sales, Channel::web};
    grant.from = today.plus_days(-30);
    grant.until = today.plus_days(700);
    e.grants = {grant};
    fold(authorizations, e);
  }

  void settle(int n, const std::string& industry = "Utilities", const std::string& region = "Benelux",
              const std::string& product = "Meter Cloud") {
    auto& company = account(n);
    company.id = nth("acc_", n);
    company.name = nth("Company ", n);
    company.employees = 1000;
    auto& person = contact(n);
    person.id = nth("con_", n);
    person.account = company.id;
    person.name = Personal::of(person.id, nth("Person ", n));
    advocates::Nominated e;
    e.advocate = nth("adv_", n);
    e.contact = person.id;
    e.account = company.id;
    e.use_types = {UseType::reference_call};
    e.industries = {industry};
    e.regions = {region};
    e.products = {product};
    e.max_per_quarter = 3;
    e.on = today;
    fold(advocates, e);
    fold(advocates, advocates::Briefed{e.advocate, today});
    fold(advocates, advocates::Activated{e.advocate, {}});
    permit(n);
  }

  Need need() const {
    Need out;
    out.use_type = UseType::reference_call;
    out.channel = Channel::sales;
    out.industry = "Utilities";
    out.region = "Benelux";
    out.product = "Meter Cloud";
    out.size = 900;
    out.on = today;
    return out;
  }

  std::vector<Candidate> best(const Need& n, std::size_t limit = 20) const {
    return candidates(directory, policies, authorizations, advocates, n, limit);
  }
  Candidate why(const Need& n, const std::string& person) const {
    return explain(directory, policies, authorizations, advocates, n, person);
  }
};

}  // namespace vs::matching
