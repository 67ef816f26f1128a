#include "features/directory/import_drafts.h"

#include <algorithm>

#include "features/directory/keys.h"
#include "features/directory/reference_lists.h"

namespace vs::directory {
namespace {

void state_text(Reader& read, std::string_view field, std::optional<std::string>& fact) {
  if (read.maps(field)) fact = read.text(field);
}

void state_id(Reader& read, std::optional<std::string>& fact) {
  if (read.maps("external_id")) fact = read.foreign_id("external_id");
}

void state_currency(Reader& read, std::optional<std::string>& fact) {
  const auto code = read.text("currency");
  if (code.empty()) return;
  const bool good = code.size() == 3 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (good) fact = code;
  else read.settle("currency", code, {"bad_currency", quoted(code) + " is not a currency code.", Severity::error});
}

void state_personal(Reader& read, std::string_view field, const std::string& owner, std::optional<Personal>& fact) {
  if (read.maps(field)) fact = Personal::of(owner, read.text(field));
}

// A word of a reference list; as written when it is not mistyped or nobody repairs it.
std::string listed(Reader& read, const char* field, const char* code, bool known, const std::vector<std::string>& list) {
  const auto value = read.text(field);
  if (value.empty() || known) return value;
  const auto near = read.proposal(field, value, list);
  if (!near) return value;
  return read.settle(field, value, {code, quoted(value) + " looks mistyped. Did you mean '" + *near + "'?",
                                    Severity::warning, near})
      .value_or(value);
}

std::optional<int> within(Reader& read, const char* field, int least, int most) {
  const auto n = read.number(field);
  if (!n) return {};
  if (*n >= least && *n <= most) return int(*n);
  read.settle(field, read.text(field), {"out_of_range", "This number is out of range; it is left out.", Severity::error});
  return {};
}

std::string account_called(const Drafting& d, const std::string& name) {
  if (const auto it = d.in_file.find(plain_name(name)); it != d.in_file.end()) return it->second;
  const auto* known = by_name<Account>(d.state, name);
  return known ? known->id : std::string{};
}

// The account that a name or an id stands for; "" when there is none or nobody repaired it.
std::string account_meant(Drafting& d, const char* name_field, const char* id_field, const char* code) {
  auto& read = d.read;
  if (const auto* known = by_external<Account>(d.state, read.foreign_id(id_field))) return known->id;
  const auto name = read.text(name_field);
  if (name.empty()) return {};
  if (auto id = account_called(d, name); !id.empty()) return id;
  const auto near = read.proposal(name_field, name, d.names);
  const auto message = quoted(name) + " is not among the accounts." + (near ? " Did you mean '" + *near + "'?" : "");
  const auto chosen = read.settle(name_field, name, {code, message, Severity::warning, near});
  return chosen ? account_called(d, *chosen) : std::string{};
}

void state_parent(Drafting& d, const std::string& id, AccountFacts& f) {
  if (!d.read.maps("parent") && !d.read.maps("parent_external_id")) return;
  f.parent = account_meant(d, "parent", "parent_external_id", "unknown_parent");
  if (*f.parent == id) f.parent = "";
  if (!f.parent->empty())
    d.read.settle("parent", "", {"subsidiary", "These accounts are linked to their parent company.", Severity::note});
}

// Product names are codes: they must be known once there is a catalogue.
std::optional<std::string> product_meant(Drafting& d) {
  const auto name = d.read.text("product");
  if (name.empty() || d.state.products.empty()) return name;
  if (const auto* known = product_named(d.state, name)) return known->name;
  const auto near = d.read.proposal("product", name, d.product_names);
  const auto message = quoted(name) + " is not a product you sell." + (near ? " Did you mean '" + *near + "'?" : "") +
                       " Without a repair these rows are skipped.";
  const auto chosen = d.read.settle("product", name, {"unknown_product", message, Severity::error, near});
  const auto* known = chosen ? product_named(d.state, *chosen) : nullptr;
  return known ? std::optional(known->name) : std::nullopt;
}

// Sellers whom nobody listed yet come along with their deals.
std::string seller_meant(Drafting& d) {
  const auto name = d.read.text("seller");
  if (name.empty()) return {};
  if (const auto* known = by_name<Seller>(d.state, name)) return known->id;
  if (const auto* known = by_external<Seller>(d.state, whole_salesforce_id(name))) return known->id;
  d.read.settle("seller", "", {"new_seller", "These sellers are not listed yet and will be added.", Severity::note});
  const auto [it, fresh] = d.new_sellers.try_emplace(plain_name(name));
  if (fresh) {
    it->second = d.ctx.id("sel");
    SellerFacts facts;
    facts.name = Personal::of(it->second, name);
    d.events.push_back(Imported<Seller>{it->second, d.import_id, std::move(facts), {}});
  }
  return it->second;
}

Outcome outcome_of(const std::string& stage) {
  const auto word = letters_of(stage);
  if (word.find("won") != std::string::npos) return Outcome::won;
  return word.find("lost") != std::string::npos ? Outcome::lost : Outcome::open;
}

void state_customer(Drafting& d, DealFacts& f) {
  auto& read = d.read;
  state_text(read, "prospect_name", f.prospect_name);
  if (!read.maps("account") && !read.maps("account_external_id")) return;
  f.account = account_meant(d, "account", "account_external_id", "unknown_account");
  const auto written = read.text("account");
  if (f.account->empty() && !written.empty() && !read.maps("prospect_name")) f.prospect_name = written;
  if (f.account->empty() && written.empty())
    read.settle("account", "", {"no_account", "These deals name no account; they are imported without one.",
                                Severity::note});
}

std::string contact_name(Reader& read) {
  if (auto name = read.text("name"); !name.empty()) return name;
  const auto first = read.text("first_name"), last = read.text("last_name");
  return first.empty() || last.empty() ? first + last : first + ' ' + last;
}

std::string customer_of(const Drafting& d, const DealFacts& f) {
  if (f.account)
    if (const auto* known = account(d.state, *f.account)) return known->name;
  return f.prospect_name && !f.prospect_name->empty() ? *f.prospect_name : "No account";
}

}  // namespace

template <>
Identity identity<Account>(Reader& r) { return {r.foreign_id("external_id"), r.text("name")}; }
template <>
Identity identity<Contact>(Reader& r) {
  const auto email = r.text("email");
  return {r.foreign_id("external_id"), email.empty() ? contact_name(r) : email};
}
template <>
Identity identity<Deal>(Reader& r) { return {r.foreign_id("external_id"), r.text("name")}; }
template <>
Identity identity<Product>(Reader& r) { return {r.foreign_id("external_id"), r.text("name")}; }
template <>
Identity identity<Seller>(Reader& r) { return {r.foreign_id("external_id"), r.text("name")}; }

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
  return out;
}

template <>
std::optional<Draft<Contact>> draft<Contact>(Drafting& d, const std::string& id, bool) {
  auto& read = d.read;
  Draft<Contact> out;
  auto& f = out.facts;
  state_id(read, f.external_id);
  if (read.maps("account") || read.maps("account_external_id"))
    f.account = account_meant(d, "account", "account_external_id", "unknown_account");
  const bool named = !read.text("account").empty() || !read.text("account_external_id").empty();
  if (named && f.account->empty()) {
    read.settle("account", "", {"skipped_without_account", "These people are skipped: import their accounts first.",
                                Severity::error});
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
std::optional<Draft<Deal>> draft<Deal>(Drafting& d, const std::string&, bool fresh) {
  auto& read = d.read;
  Draft<Deal> out;
  auto& f = out.facts;
  const bool sold = read.maps("product");
  if (sold) f.product = product_meant(d);
  state_id(read, f.external_id);
  state_text(read, "name", f.name);
  state_customer(d, f);
  state_text(read, "stage", f.stage);
  if (f.stage) f.outcome = outcome_of(*f.stage);
  if (read.maps("amount")) f.amount = read.text("amount").empty() ? std::optional<std::int64_t>(0) : read.whole("amount");
  state_currency(read, f.currency);
  f.engaged_on = read.date("engaged_on");
  f.close_on = read.date("close_on");
  const bool dated = read.maps("engaged_on") || read.maps("close_on");
  if (dated && !f.engaged_on && !f.close_on)
    read.settle(read.maps("engaged_on") ? "engaged_on" : "close_on", "",
                {"no_dates", "These deals have no dates; they are imported without them.", Severity::note});
  // Only here, so that what else is wrong with the row is reported too, and no seller comes along with it.
  if (sold && !f.product) return {};
  if (read.maps("seller")) f.seller = seller_meant(d);
  if (fresh && !f.name) {
    f.name = customer_of(d, f) + (f.product && !f.product->empty() ? " – " + *f.product : "");
    out.derived.insert("name");
  }
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
