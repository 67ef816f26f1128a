#include "features/directory/layouts.h"

#include <algorithm>
#include <cctype>

#include "features/directory/keys.h"

namespace vs::directory {
namespace {

using enum ImportKind;

// Each line: our own words, then Salesforce API names and report labels, then HubSpot labels and names.
constexpr Field fields[] = {
    {accounts, "external_id", false,
     "externalid id accountid account18id recordid recordidcompany hsobjectid companyid"},
    {accounts, "name", false, "name account accountname company companyname customer customername organization"},
    {accounts, "industry", false, "industry sector vertical accountindustry"},
    {accounts, "segment", false, "segment accountsegment marketsegment"},
    {accounts, "region", false, "region territory salesregion"},
    {accounts, "country", false,
     "country countryregion billingcountry billingcountrycode mailingcountry officelocation location headquarters"},
    {accounts, "employees", false, "employees numberofemployees numberofemployee employeecount headcount size"},
    {accounts, "revenue", false, "revenue annualrevenue"},
    {accounts, "revenue_millions", false, "revenuemillions revenuemillionsusd revenueinmillions revenuem revenuemusd"},
    {accounts, "currency", false, "currency currencyisocode accountcurrency"},
    {accounts, "parent", false, "parent subsidiaryof parentaccount parentaccountname parentcompany parentcompanyname"},
    {accounts, "parent_external_id", false, "parentexternalid parentid parentaccountid hsparentcompanyid"},
    {accounts, "tier", false, "tier accounttier rating"},
    {accounts, "renewal_on", false, "renewalon renewaldate contractrenewaldate contractenddate"},
    {accounts, "health", false, "health healthscore customerhealth"},
    {accounts, "nps", false, "nps npsscore netpromoterscore"},
    {accounts, "churned", false, "churned ischurned lostcustomer formercustomer"},
    {contacts, "external_id", false, "externalid id contactid contact18id recordid recordidcontact hsobjectid"},
    {contacts, "name", true, "name fullname contactname contact"},
    {contacts, "first_name", true, "firstname givenname"},
    {contacts, "last_name", true, "lastname surname familyname"},
    {contacts, "account", false, "account accountname company companyname associatedcompany associatedcompanyprimary"},
    {contacts, "account_external_id", false,
     "accountexternalid accountid associatedcompanyids associatedcompanyidsprimary associatedcompanyid companyid"},
    {contacts, "title", false, "title jobtitle position role"},
    {contacts, "seniority", false, "seniority level employmentseniority"},
    {contacts, "persona", false, "persona buyerpersona department"},
    {contacts, "email", true, "email emailaddress workemail"},
    {contacts, "phone", true, "phone phonenumber businessphone telephone mobilephone mobile"},
    {contacts, "language", false, "language preferredlanguage hslanguage"},
    {contacts, "time_zone", false, "timezone timezonesidkey hstimezone"},
    {contacts, "region", false, "region territory"},
    {deals, "external_id", false,
     "externalid id opportunityid opportunity18id recordid recordiddeal hsobjectid dealid"},
    {deals, "name", false, "name dealname opportunityname deal opportunity"},
    {deals, "account", false, "account accountname company companyname associatedcompany associatedcompanyprimary"},
    {deals, "account_external_id", false,
     "accountexternalid accountid associatedcompanyids associatedcompanyidsprimary associatedcompanyid companyid"},
    {deals, "prospect_name", false, "prospectname prospect"},
    {deals, "product", false, "product productname productinterest"},
    {deals, "stage", false, "stage dealstage stagename opportunitystage"},
    {deals, "amount", false, "amount closevalue dealamount dealvalue value"},
    {deals, "currency", false, "currency currencyisocode dealcurrencycode amountcurrency"},
    {deals, "engaged_on", false, "engagedon engagedate createdate createddate createdon"},
    {deals, "close_on", false, "closeon closedate closeddate expectedclosedate"},
    {deals, "seller", true, "seller salesagent dealowner opportunityowner owner ownername hubspotownerid ownerid"},
    {products, "external_id", false, "externalid id productid recordid hsobjectid productcode hssku sku"},
    {products, "name", false, "name product productname"},
    {products, "series", false, "series family productfamily line productline"},
    {products, "price", false, "price salesprice unitprice listprice"},
    {sellers, "external_id", false, "externalid id userid ownerid hsobjectid"},
    {sellers, "name", true, "name seller salesagent fullname ownername user"},
    {sellers, "manager", true, "manager managername"},
    {sellers, "office", false, "office regionaloffice team region"},
};

// Place of the column's words among the aliases: 0 fits best; -1 is none.
int rank_of(const std::string& letters, const char* aliases) {
  int rank = 0;
  std::string_view rest = aliases;
  for (;; ++rank) {
    const auto end = rest.find(' ');
    if (rest.substr(0, end) == letters) return rank;
    if (end == rest.npos) return -1;
    rest.remove_prefix(end + 1);
  }
}

// Revenues such as 1100.04 are millions: nobody exports fractions of a small sum for a whole company.
bool looks_like_millions(const Table& table, std::size_t column) {
  bool fractions = false;
  for (const auto& row : table.rows) {
    const auto point = row[column].find('.');
    fractions = fractions || point != std::string::npos;
    if (std::min(point, row[column].size()) > 6) return false;
  }
  return fractions;
}

}  // namespace

std::vector<const Field*> fields_of(ImportKind kind) {
  std::vector<const Field*> all;
  for (const auto& field : fields)
    if (field.kind == kind) all.push_back(&field);
  return all;
}

const Field* field_named(ImportKind kind, std::string_view name) {
  for (const auto& field : fields)
    if (field.kind == kind && name == field.name) return &field;
  return nullptr;
}

bool repeats_others(std::string_view column) {
  return letters_of(column).ends_with("quarter");
}

std::map<std::string, std::string> guess_mapping(ImportKind kind, const Table& table) {
  std::map<std::string, std::string> mapping;
  for (const auto& column : table.columns) mapping[column] = "";
  for (const auto* field : fields_of(kind)) {
    int best = -1;
    std::size_t hit = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const int rank = rank_of(letters_of(table.columns[i]), field->aliases);
      if (rank < 0 || !mapping[table.columns[i]].empty() || (best >= 0 && rank >= best)) continue;
      best = rank;
      hit = i;
    }
    if (best < 0) continue;
    const bool millions = std::string_view(field->name) == "revenue" && looks_like_millions(table, hit);
    mapping[table.columns[hit]] = millions ? "revenue_millions" : field->name;
  }
  return mapping;
}

std::string whole_salesforce_id(std::string id) {
  const bool short_form = id.size() == 15 && id.starts_with("00") &&
                          std::ranges::all_of(id, [](unsigned char c) { return std::isalnum(c) != 0; });
  if (!short_form) return id;
  for (std::size_t block = 0; block < 15; block += 5) {
    unsigned bits = 0;
    for (std::size_t k = 0; k < 5; ++k)
      if (id[block + k] >= 'A' && id[block + k] <= 'Z') bits |= 1U << k;
    id += "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"[bits];
  }
  return id;
}

}  // namespace vs::directory
