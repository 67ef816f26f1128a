#include "features/directory/import_drafts.h"

#include "features/directory/import_fields.h"
#include "features/directory/keys.h"
#include "features/directory/reference_lists.h"

namespace vs::directory {
namespace {

// A word of a reference list; as written when it is not mistyped or nobody repairs it.
std::string listed(Reader& read, const char* field, const char* code, bool known,
                   const std::vector<std::string>& list) {
  const auto value = read.text(field);
  if (value.empty() || known) return value;
  const auto near = read.proposal(field, value, list);
  if (!near) return value;
  return read
      .settle(field, value,
              {code, quoted(value) + " looks mistyped. Did you mean '" + *near + "'?", Severity::warning, near})
      .value_or(value);
}

std::optional<int> within(Reader& read, const char* field, int least, int most) {
  const auto n = read.number(field);
  if (!n) return {};
  if (*n >= least && *n <= most) return int(*n);
  read.settle(field, read.text(field),
              {"out_of_range", "This number is out of range; it is left out.", Severity::error});
  return {};
}

void state_parent(Drafting& d, const std::string& id, AccountFacts& f) {
  if (!d.read.maps("parent") && !d.read.maps("parent_external_id")) return;
  f.parent = account_meant(d, "parent", "parent_external_id", "unknown_parent");
  if (*f.parent == id) f.parent = "";
  if (!f.parent->empty())
    d.read.settle("parent", "", {"subsidiary", "These accounts are linked to their parent company.", Severity::note});
}

std::string contact_name(Reader& read) {
  if (auto name = read.text("name"); !name.empty()) return name;
  const auto first = read.text("first_name"), last = read.text("last_name");
  return first.empty() || last.empty() ? first + last : first + ' ' + last;
}

}  // namespace

template <>
Identity identity<Account>(Reader& r) {
  return {r.foreign_id("external_id"), r.text("name")};
}
template <>
Identity identity<Contact>(Reader& r) {
  const auto email = r.text("email");
  return {r.foreign_id("external_id"), email.empty() ? contact_name(r) : email};
}
template <>
Identity identity<Product>(Reader& r) {
  return {r.foreign_id("external_id"), r.text("name")};
}
template <>
Identity identity<Seller>(Reader& r) {
  return {r.foreign_id("external_id"), r.text("name")};
}

template <>
std::optional<Draft<Account>> draft<Account>(Drafting& d, const std::string& id, bool fresh) {
  auto& read = d.read;
  Draft<Account> out;
  auto& f = out.facts;
  state_id(read, f.external_id);
  state_text(read, "name", f.name);
  state_text(read, "segment", f.segment);
  state_text(read, "tier", f.tier);
  state_text(read, "region", f.region);
  if (read.maps("industry"))
    f.industry = listed(read, "industry", "unknown_industry", known_industry(read.text("industry")), industries());
  if (read.maps("country"))
    f.country = listed(read, "country", "unknown_country", known_country(read.text("country")), countries());
  if (fresh && !f.region && f.country && known_country(*f.country)) {
    f.region = region_of(*f.country);
    out.derived.insert("region");
  }
  f.employees = read.whole("employees");
  f.revenue = read.maps("revenue_millions") ? read.whole("revenue_millions", 1e6) : read.whole("revenue");
  state_currency(read, f.currency);
  state_parent(d, id, f);
  f.renewal_on = read.date("renewal_on");
  f.health = within(read, "health", 0, 100);
  f.nps = within(read, "nps", -100, 100);
  state_flag(read, "churned", f.churned);
  return out;
}

template <>
std::optional<Draft<Contact>> draft<Contact>(Drafting& d, const std::string& id, bool) {
  auto& read = d.read;
  Draft<Contact> out;
  auto& f = out.facts;
  if (const auto* known = contact(d.state, id); known && known->erased_on) {
    read.settle("external_id", "",
                {"erased", "These people were erased here and stay so: their rows are skipped.", Severity::warning});
    return {};
  }
  state_id(read, f.external_id);
  if (read.maps("account") || read.maps("account_external_id"))
    f.account = account_meant(d, "account", "account_external_id", "unknown_account");
  const bool named = !read.text("account").empty() || !read.text("account_external_id").empty();
  if (named && f.account->empty()) {
    read.settle("account", "",
                {"skipped_without_account", "These people are skipped: import their accounts first.", Severity::error});
    return {};
  }
  f.name = Personal::of(id, contact_name(read));
  state_text(read, "title", f.title);
  state_text(read, "seniority", f.seniority);
  state_text(read, "persona", f.persona);
  state_personal(read, "email", id, f.email);
  if (f.email && !f.email->words().empty() && f.email->words().find('@') == std::string::npos) {
    read.settle("email", "", {"bad_email", "These are not e-mail addresses; they are left out.", Severity::error});
    f.email.reset();
  }
  state_personal(read, "phone", id, f.phone);
  state_text(read, "language", f.language);
  state_text(read, "time_zone", f.time_zone);
  state_text(read, "region", f.region);
  return out;
}

template <>
std::optional<Draft<Product>> draft<Product>(Drafting& d, const std::string&, bool) {
  Draft<Product> out;
  state_id(d.read, out.facts.external_id);
  state_text(d.read, "name", out.facts.name);
  state_text(d.read, "series", out.facts.series);
  out.facts.price = d.read.whole("price");
  return out;
}

template <>
std::optional<Draft<Seller>> draft<Seller>(Drafting& d, const std::string& id, bool) {
  Draft<Seller> out;
  state_id(d.read, out.facts.external_id);
  state_personal(d.read, "name", id, out.facts.name);
  state_personal(d.read, "manager", id, out.facts.manager);
  state_text(d.read, "office", out.facts.office);
  return out;
}

}  // namespace vs::directory
