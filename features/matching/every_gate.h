// Every gate of matching with one way of failing it; for tests.
#pragma once

#include <functional>
#include <vector>

#include "features/matching/matching.h"
#include "features/matching/town.h"

namespace vs::matching {

// One way of failing a gate, and the code that must name it.
struct Spoiled {
  const char* code;
  std::function<void(Town&, Need&)> spoil;
};

inline void use(Town& town, int n, const char* request, int days_ago, advocates::UseStatus status) {
  town.fold(
      town.advocates,
      advocates::Held{
          Town::nth("adv_", n), UseType::reference_call, Channel::sales, request, {}, town.today.plus_days(-days_ago)});
  if (status == advocates::UseStatus::done)
    town.fold(town.advocates, advocates::Used{Town::nth("adv_", n), request, status, town.today.plus_days(-days_ago)});
}

// What shuts somebody out by themselves: standing, limits, days off.
inline std::vector<Spoiled> gates_of_their_own() {
  using advocates::UseStatus;
  return {
      {"not_active", [](Town& t, Need&) { t.fold(t.advocates, advocates::Paused{"adv_1", {}, {}}); }},
      {"contact_left", [](Town& t, Need&) { t.contact(1).left = true; }},
      {"opted_out", [](Town& t, Need&) { t.contact(1).opted_out = true; }},
      {"account_opted_out", [](Town& t, Need&) { t.account(1).opted_out = true; }},
      {"open_severe_issue", [](Town& t, Need&) { t.account(1).issues = {{"iss_1", 1, "Outage", true}}; }},
      {"contract_restriction", [](Town& t, Need&) { t.account(1).contract_restriction = "No references."; }},
      {"public_reference_ban",
       [](Town& t, Need& n) {
         t.account(1).public_reference_ban = true;
         n.channel = Channel::web;
       }},
      {"use_type_not_accepted", [](Town&, Need& n) { n.use_type = UseType::video; }},
      {"not_fresh", [](Town& t, Need&) { t.advocate(1).confirmed_on = t.today.plus_days(-181); }},
      {"not_briefed", [](Town& t, Need&) { t.advocate(1).briefed_on.reset(); }},
      {"quarter_full", [](Town& t, Need&) { t.advocate(1).max_per_quarter = 0; }},
      {"rotation_limit",
       [](Town& t, Need&) {
         for (const char* request : {"req_1", "req_2", "req_3", "req_4"}) use(t, 1, request, 40, UseStatus::held);
       }},
      {"cooldown", [](Town& t, Need&) { use(t, 1, "req_1", 3, UseStatus::done); }},
      {"account_cap",
       [](Town& t, Need&) {
         for (const char* request : {"req_1", "req_2", "req_3", "req_4"}) use(t, 1, request, 40, UseStatus::held);
       }},
      {"blackout", [](Town& t, Need&) { t.advocate(1).blackout = {{t.today, t.today}}; }},
  };
}

// What shuts somebody out for this very request: conflicts, privacy, topics, permission.
inline std::vector<Spoiled> gates_of_the_request() {
  return {
      {"same_company", [](Town&, Need& n) { n.prospect_account = "acc_1"; }},
      {"same_company", [](Town&, Need& n) { n.prospect_name = "company 1"; }},
      {"same_group",
       [](Town& t, Need& n) {
         t.directory.accounts["acc_9"] = {.id = "acc_9", .name = "Sister", .parent = "acc_1"};
         n.prospect_account = "acc_9";
       }},
      {"excluded",
       [](Town& t, Need& n) {
         t.account(1).competitors = {"Rival"};
         n.prospect_name = "Rival";
       }},
      {"competitor",
       [](Town& t, Need& n) {
         t.directory.accounts["acc_9"] = {.id = "acc_9", .name = "Rival", .competitors = {"Company 1"}};
         n.prospect_account = "acc_9";
       }},
      {"quiet_period",
       [](Town& t, Need&) {
         t.policies.values.barriers = {{policies::Conflict::quiet_period, "Company 1", {}, {}, t.today}};
       }},
      {"privacy_limit",
       [](Town& t, Need&) {
         t.account(1).region = "EMEA";
         t.policies.values.privacy_limited_regions = {{"emea", {UseType::reference_call}, {}}};
       }},
      {"renewal_near", [](Town& t, Need&) { t.account(1).renewal_on = t.today.plus_days(10); }},
      {"excluded_topic",
       [](Town& t, Need& n) {
         t.advocate(1).excluded_topics = {"Pricing"};
         n.topic = "pricing";
       }},
      {"not_authorized", [](Town& t, Need&) { t.authorizations = {}; }},
      {"not_authorized", [](Town&, Need& n) { n.channel = Channel::press; }},
  };
}

inline const std::vector<Spoiled>& every_gate() {
  static const auto all = [] {
    auto gates = gates_of_their_own();
    for (auto& each : gates_of_the_request()) gates.push_back(std::move(each));
    return gates;
  }();
  return all;
}

}  // namespace vs::matching
