// The records of the directory and the facts that may be said about them (DIR-01, DIR-03).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kernel/event.h"

namespace vs::directory {

/// An amount in whole units of a currency.
struct Money {
  std::int64_t amount = 0;
  std::string currency;
  friend auto operator<=>(const Money&, const Money&) = default;
};
BOOST_DESCRIBE_STRUCT(Money, (), (amount, currency))

/// A support issue of an account; severity 1 is the worst of four.
struct Issue {
  std::string id;
  int severity = 4;
  std::string title;
  bool open = true;
  friend bool operator==(const Issue&, const Issue&) = default;
};
BOOST_DESCRIBE_STRUCT(Issue, (), (id, severity, title, open))

enum class Outcome { open, won, lost };
BOOST_DESCRIBE_ENUM(Outcome, open, won, lost)

// ---- Records. `source` is "manual" or "crm"; `crm_fields` are the fields that the CRM owns (DIR-03).

/// A customer or prospect company.
struct Account {
  std::string id, external_id, name, industry, segment, region, country;
  std::int64_t employees = 0;
  std::int64_t revenue = 0;
  std::string currency = "USD";
  std::string parent, tier;
  bool regulated = false;
  std::optional<Date> renewal_on;
  std::optional<int> health, nps;
  std::vector<std::string> products;
  std::vector<std::string> use_cases;
  std::vector<Issue> issues;
  std::optional<std::string> contract_restriction;
  bool public_reference_ban = false;
  bool opted_out = false;
  bool churned = false;                  ///< a customer no more
  std::vector<std::string> competitors;  ///< ids or names of accounts that must never meet this one
  std::string owner;                     ///< id of the person who owns the relationship
  std::string source = "manual";
  std::set<std::string> crm_fields;
  std::string updated_by;
  Instant updated_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (id, external_id, name, industry, segment, region, country, employees, revenue, currency, parent,
                       tier, regulated, renewal_on, health, nps, products, use_cases, issues, contract_restriction,
                       public_reference_ban, opted_out, churned, competitors, owner, source, crm_fields, updated_by,
                       updated_at, version))

/// A person at an account.
struct Contact {
  std::string id, external_id, account;
  Personal name;
  std::string title, seniority, persona;
  Personal email, phone;
  std::string language, time_zone, region;
  bool left = false;
  bool opted_out = false;
  std::optional<Date> restricted_since;  ///< by privacy: no use, and nothing new is asked (Art. 18, 21 GDPR)
  std::optional<Date> erased_on;         ///< the words about this person are gone for ever
  std::string source = "manual";
  std::set<std::string> crm_fields;
  std::string updated_by;
  Instant updated_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Contact, (),
                      (id, external_id, account, name, title, seniority, persona, email, phone, language, time_zone,
                       region, left, opted_out, restricted_since, source, crm_fields, updated_by, updated_at, version))

/// A sales opportunity; `account` is "" when the CRM does not say whose it is.
struct Deal {
  std::string id, external_id, name, account, prospect_name, product, stage;
  Outcome outcome = Outcome::open;
  std::int64_t amount = 0;
  std::string currency = "USD";
  std::optional<Date> engaged_on, close_on;
  std::string seller;  ///< id of a seller
  std::string source = "manual";
  std::set<std::string> crm_fields;
  std::string updated_by;
  Instant updated_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Deal, (),
                      (id, external_id, name, account, prospect_name, product, stage, outcome, amount, currency,
                       engaged_on, close_on, seller, source, crm_fields, updated_by, updated_at, version))

/// Something the company sells.
struct Product {
  std::string id, external_id, name, series;
  std::int64_t price = 0;
  std::string source = "manual";
  std::set<std::string> crm_fields;
  std::string updated_by;
  Instant updated_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Product, (),
                      (id, external_id, name, series, price, source, crm_fields, updated_by, updated_at, version))

/// Somebody who sells, whether or not they work with Vouchsafe.
struct Seller {
  std::string id, external_id;
  Personal name, manager;
  std::string office;
  std::string source = "manual";
  std::set<std::string> crm_fields;
  std::string updated_by;
  Instant updated_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Seller, (),
                      (id, external_id, name, manager, office, source, crm_fields, updated_by, updated_at, version))

// ---- Facts: what may be said about a record. Absent means: nothing said.

struct AccountFacts {
  std::optional<std::string> external_id, name, industry, segment, region, country;
  std::optional<std::int64_t> employees, revenue;
  std::optional<std::string> currency, parent, tier;
  std::optional<bool> regulated;
  std::optional<Date> renewal_on;
  std::optional<int> health, nps;
  std::optional<std::vector<std::string>> products, use_cases, competitors;
  std::optional<bool> public_reference_ban;
  std::optional<std::string> owner;
  std::optional<bool> churned;
};
BOOST_DESCRIBE_STRUCT(AccountFacts, (),
                      (external_id, name, industry, segment, region, country, employees, revenue, currency, parent,
                       tier, regulated, renewal_on, health, nps, products, use_cases, competitors, public_reference_ban,
                       owner, churned))

struct ContactFacts {
  std::optional<std::string> external_id, account;
  std::optional<Personal> name;
  std::optional<std::string> title, seniority, persona;
  std::optional<Personal> email, phone;
  std::optional<std::string> language, time_zone, region;
};
BOOST_DESCRIBE_STRUCT(ContactFacts, (),
                      (external_id, account, name, title, seniority, persona, email, phone, language, time_zone,
                       region))

struct DealFacts {
  std::optional<std::string> external_id, name, account, prospect_name, product, stage;
  std::optional<Outcome> outcome;
  std::optional<std::int64_t> amount;
  std::optional<std::string> currency;
  std::optional<Date> engaged_on, close_on;
  std::optional<std::string> seller;
};
BOOST_DESCRIBE_STRUCT(DealFacts, (),
                      (external_id, name, account, prospect_name, product, stage, outcome, amount, currency, engaged_on,
                       close_on, seller))

struct ProductFacts {
  std::optional<std::string> external_id, name, series;
  std::optional<std::int64_t> price;
};
BOOST_DESCRIBE_STRUCT(ProductFacts, (), (external_id, name, series, price))

struct SellerFacts {
  std::optional<std::string> external_id;
  std::optional<Personal> name, manager;
  std::optional<std::string> office;
};
BOOST_DESCRIBE_STRUCT(SellerFacts, (), (external_id, name, manager, office))

}  // namespace vs::directory
