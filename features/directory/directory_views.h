// What the directory shows: the rows of its lists, which are its items as well.
#pragma once

#include <string>
#include <vector>

#include "features/directory/directory.h"
#include "features/people/people.h"
#include "kernel/ask.h"

namespace vs::directory {

struct AccountRow {
  std::string id, name, industry, segment, region, country;
  std::int64_t employees = 0, revenue = 0;
  std::string currency, tier, parent, parent_name;
  bool regulated = false;
  std::optional<Date> renewal_on;
  std::optional<int> health, nps;
  std::vector<std::string> products, use_cases;
  std::uint64_t open_issues = 0;
  std::vector<Issue> issues;
  std::string contract_restriction;
  bool public_reference_ban = false, opted_out = false, churned = false;
  std::vector<std::string> competitors;
  std::string owner, source, external_id;
  std::uint64_t contacts_count = 0, deals_count = 0, advocates_count = 0;
  std::int64_t won_value = 0, pipeline_value = 0;
  std::set<std::string> crm_fields;
  std::string updated_by, updated_by_name;
  Instant updated_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (),
                      (id, name, industry, segment, region, country, employees, revenue, currency, tier, parent,
                       parent_name, regulated, renewal_on, health, nps, products, use_cases, open_issues, issues,
                       contract_restriction, public_reference_ban, opted_out, churned, competitors, owner, source,
                       external_id, contacts_count, deals_count, advocates_count, won_value, pipeline_value, crm_fields,
                       updated_by, updated_by_name, updated_at, version))

struct ContactRow {
  std::string id, account, account_name, name, title, seniority, persona, email, phone, language, time_zone, region;
  bool left = false, opted_out = false, advocate = false;
  std::string source, external_id;
  std::set<std::string> crm_fields;
  std::string updated_by, updated_by_name;
  Instant updated_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ContactRow, (),
                      (id, account, account_name, name, title, seniority, persona, email, phone, language, time_zone,
                       region, left, opted_out, advocate, source, external_id, crm_fields, updated_by, updated_by_name,
                       updated_at, version))

/// Who would hear the reference, as far as the deal tells.
struct Prospect {
  std::string name, industry, region, size, product;
};
BOOST_DESCRIBE_STRUCT(Prospect, (), (name, industry, region, size, product))

struct DealRow {
  std::string id, external_id, name, account, account_name, prospect_name, product, stage;
  Outcome outcome{};
  std::int64_t amount = 0;
  std::string currency;
  std::optional<Date> engaged_on, close_on;
  std::string seller, seller_name;
  Prospect prospect;
  std::string source;
  std::set<std::string> crm_fields;
  std::string updated_by, updated_by_name;
  Instant updated_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(DealRow, (),
                      (id, external_id, name, account, account_name, prospect_name, product, stage, outcome, amount,
                       currency, engaged_on, close_on, seller, seller_name, prospect, source, crm_fields, updated_by,
                       updated_by_name, updated_at, version))

struct ProductRow {
  std::string id, external_id, name, series;
  std::int64_t price = 0;
  std::uint64_t deals_count = 0;
  std::string source;
  std::set<std::string> crm_fields;
  std::string updated_by, updated_by_name;
  Instant updated_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ProductRow, (),
                      (id, external_id, name, series, price, deals_count, source, crm_fields, updated_by,
                       updated_by_name, updated_at, version))

struct SellerRow {
  std::string id, external_id, name, manager, office;
  std::uint64_t deals_count = 0;
  std::string source;
  std::set<std::string> crm_fields;
  std::string updated_by, updated_by_name;
  Instant updated_at;
  std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(SellerRow, (),
                      (id, external_id, name, manager, office, deals_count, source, crm_fields, updated_by,
                       updated_by_name, updated_at, version))

std::vector<AccountRow> account_rows(const State&, const people::State&, const Ask&);
std::vector<ContactRow> contact_rows(const State&, const people::State&, const Ask&);
std::vector<DealRow> deal_rows(const State&, const people::State&, const Ask&);
std::vector<ProductRow> product_rows(const State&, const people::State&, const Ask&);
std::vector<SellerRow> seller_rows(const State&, const people::State&, const Ask&);

Result<AccountRow> account_item(const State&, const people::State&, const Ask&);
Result<ContactRow> contact_item(const State&, const people::State&, const Ask&);
Result<DealRow> deal_item(const State&, const people::State&, const Ask&);
Result<ProductRow> product_item(const State&, const people::State&, const Ask&);
Result<SellerRow> seller_item(const State&, const people::State&, const Ask&);

}  // namespace vs::directory
